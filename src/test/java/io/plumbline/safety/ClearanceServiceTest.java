package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.documents.SmallFiles;
import io.plumbline.patients.attachments.AttachmentDraft;
import io.plumbline.patients.attachments.AttachmentId;
import io.plumbline.patients.attachments.AttachmentKind;
import io.plumbline.patients.attachments.AttachmentService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.referrals.ContactDraft;
import io.plumbline.referrals.ContactKind;
import io.plumbline.referrals.ContactService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A flag of level E or U is cleared by evidence alone, and an emergency by an outside finding or two clinicians. */
@StoreTest
@OnMySql("two who confirm or refuse one proposal at once wait for the row lock of the flag")
class ClearanceServiceTest {
    private static final String REASON = "Examined, and nothing was found";
    private static final String FOUND = "Sensation and reflexes are normal";
    private static final String SECOND = "secondclinician";
    private static final String THIRD = "thirdclinician";

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    SafetyService safety;

    @Autowired
    ClearanceService clearances;

    @Autowired
    ScreeningService screening;

    @Autowired
    TakenBackFlagService takenBack;

    @Autowired
    ContactService contacts;

    @Autowired
    AttachmentService files;

    @Autowired
    PatientMergeService merges;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void colleagues() {
        group.account(SECOND, Role.CHIROPRACTOR, group.west);
        group.account(THIRD, Role.CHIROPRACTOR, group.west);
    }

    @Test
    void theHoldOfAnEmergencyEndsOnlyWhenASecondClinicianConfirms() {
        var patient = emergency("Two Clinicians");
        decide("chiropractor", patient, here());
        assertThat(care.isOnHold(patient)).as("proposed").isTrue();
        var proposed = flagOf(patient);
        assertThat(proposed.waitsForSecond()).isTrue();
        assertThat(rowOf(SECOND, patient).proposed())
                .as("in the list of the second")
                .isNotNull();
        assertThat(care.auditOf("flag.clearance-proposed", patient)).isOne();
        assertThatThrownBy(() -> confirm("chiropractor", proposed))
                .isInstanceOf(Refused.class)
                .hasMessage("You proposed this yourself: a second clinician confirms it");
        assertThatThrownBy(() -> confirm("therapist", proposed)).isInstanceOf(AccessDeniedException.class);
        assertThat(care.isOnHold(patient)).isTrue();
        confirm(SECOND, proposed);
        assertThat(care.isOnHold(patient)).isFalse();
        var cleared = flagOf(patient);
        assertThat(cleared.status()).isEqualTo(FlagStatus.CLEARED);
        assertThat(cleared.decidedBy()).isEqualTo(SECOND);
        assertThat(cleared.proposed()).isNotNull();
        assertThat(cleared.proposed().byName()).isEqualTo("chiropractor");
        assertThat(cleared.evidence()).isNotNull();
        assertThat(cleared.evidence().examination()).isEqualTo(FOUND);
        assertThat(care.auditOf("flag.clearance-confirmed", patient)).isOne();
        assertThat(care.auditOf("flag.decided", patient)).isOne();
    }

    @Test
    void aReferredEmergencyThatIsProposedIsInTheListAgain() {
        var patient = emergency("Back From Hospital");
        var flag = flagOf(patient);
        staff.doAs(
                "chiropractor",
                () -> safety.decide(
                        flag.id(),
                        flag.version(),
                        new FlagDecision(FlagStatus.EMERGENCY_REFERRED, "Sent to the hospital", null)));
        assertThat(staff.as("chiropractor", () -> safety.open(flag.id()))).isEmpty();
        decide("chiropractor", patient, here());
        assertThat(staff.as(SECOND, () -> safety.open(flag.id()))).isPresent();
        assertThat(staff.as(SECOND, () -> safety.firstOpen(200)).rows())
                .extracting(ReviewItem::key)
                .contains(flag.id().value());
        confirm(SECOND, flagOf(patient));
        assertThat(staff.as(SECOND, () -> safety.open(flag.id()))).isEmpty();
        assertThat(flagOf(patient).outcomeDueAt()).isNull();
    }

    @Test
    void theSecondRefusesWithAReasonAndTheFirstWithdraws() {
        var patient = emergency("Not Agreed");
        decide("chiropractor", patient, here());
        var proposed = flagOf(patient);
        assertThatThrownBy(() -> staff.doAs(SECOND, () -> clearances.refuse(proposed.id(), proposed.version(), ".")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(DecisionField.REASON));
        staff.doAs(
                SECOND,
                () -> clearances.refuse(proposed.id(), proposed.version(), "Reflexes of the left leg are missing"));
        assertThat(flagOf(patient).waitsForSecond()).isFalse();
        assertThat(flagOf(patient).evidence()).isNull();
        assertThat(care.isOnHold(patient)).isTrue();
        decide(SECOND, patient, here());
        var again = flagOf(patient);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> clearances.withdraw(again.id(), again.version())))
                .isInstanceOf(Refused.class);
        staff.doAs(SECOND, () -> clearances.withdraw(again.id(), again.version()));
        assertThat(flagOf(patient).waitsForSecond()).isFalse();
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(care.auditOf("flag.clearance-refused", patient)).isOne();
        assertThat(care.auditOf("flag.clearance-withdrawn", patient)).isOne();
        assertThat(care.auditOf("flag.decided", patient)).isZero();
    }

    @Test
    void theWordsOfAWithdrawnProposalServeForTheRightPatient() {
        var wrong = emergency("Not Meant");
        var right = emergency("Who Was Meant");
        decide("chiropractor", wrong, here());
        assertThatThrownBy(() -> decide("chiropractor", right, here()))
                .as("a copy")
                .isInstanceOf(Refused.class);
        var proposed = flagOf(wrong);
        staff.doAs("chiropractor", () -> clearances.withdraw(proposed.id(), proposed.version()));
        decide("chiropractor", right, here());
        assertThat(flagOf(right).waitsForSecond()).isTrue();
    }

    @Test
    void ofTwoWhoAnswerAtOnceOneIsFollowedAndTheOtherIsTold() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                var patient = emergency("Answered At Once");
                var open = flagOf(patient);
                staff.doAs(
                        "chiropractor",
                        () -> safety.decide(
                                open.id(),
                                open.version(),
                                FlagDecision.cleared(REASON + ", " + patient.value(), here())));
                var proposed = flagOf(patient);
                // both see the patient before they answer
                assertThat(rowOf(SECOND, patient).version())
                        .isEqualTo(rowOf(THIRD, patient).version());
                var both = List.<Callable<Void>>of(
                        () -> {
                            confirm(SECOND, proposed);
                            return null;
                        },
                        () -> {
                            confirm(THIRD, proposed);
                            return null;
                        });
                var told = new ArrayList<Throwable>();
                for (var one : threads.invokeAll(both)) {
                    try {
                        one.get();
                    } catch (ExecutionException refused) {
                        told.add(refused.getCause());
                    }
                }
                assertThat(told).singleElement().isInstanceOf(StaleVersion.class);
                assertThat(care.isOnHold(patient)).isFalse();
                assertThat(care.auditOf("flag.clearance-confirmed", patient)).isOne();
            }
        }
    }

    @Test
    void aConfirmationThatIsUndoneWaitsAgain() {
        var patient = emergency("Undone");
        decide("chiropractor", patient, here());
        confirm(SECOND, flagOf(patient));
        assertThat(care.isOnHold(patient)).isFalse();
        var cleared = flagOf(patient);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> safety.undo(cleared.id(), cleared.version())))
                .hasMessage("Only the person who decided can undo it");
        staff.doAs(SECOND, () -> safety.undo(cleared.id(), cleared.version()));
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(flagOf(patient).waitsForSecond()).isTrue();
        confirm(THIRD, flagOf(patient));
        assertThat(care.isOnHold(patient)).isFalse();
    }

    @Test
    void aloneAtTheClinicAnOutsideFindingIsTheOnlyWay() {
        var patient = care.patient("Alone", group.east);
        care.raise(patient, group.east, "RF-CES-2");
        assertThat(staff.as(
                                "chiropractor",
                                () -> clearances.choices(flagOf(patient).id()))
                        .isAlone())
                .isTrue();
        assertThatThrownBy(() -> decide("chiropractor", patient, here()))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.field()).isEqualTo(DecisionField.EXAMINER);
                    assertThat(refused).hasMessageContaining("An outside examiner's finding is the only way");
                });
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(flagOf(patient).waitsForSecond()).isFalse();
        decide("chiropractor", patient, outside());
        assertThat(care.isOnHold(patient)).isFalse();
        assertThat(flagOf(patient).evidence()).isNotNull();
        assertThat(flagOf(patient).evidence().place()).isEqualTo("Fable Valley Hospital");
    }

    @Test
    void anUrgentFlagIsClearedByOneClinicianWithTheSameEvidence() {
        var patient = care.patient("Urgent", group.west);
        care.raise(patient, group.west, "RF-INF-1");
        var typed = new EvidenceDraft(me(), care.today(), null, FOUND, null, "", null);
        assertRefused(patient, typed, DecisionField.FINDING);
        assertRefused(patient, typed.with(ClearanceFinding.NORMAL_EXAMINATION, null), DecisionField.FINDING);
        decide("chiropractor", patient, typed.with(ClearanceFinding.OTHER, null));
        assertThat(care.isOnHold(patient)).isFalse();
    }

    @Test
    void eachValueThatClearsNothingIsRefusedAtItsField() {
        var patient = emergency("Each Field");
        var here = here();
        var outside = outside();
        var contact = contact("Dr. Nora Fable");
        var tomorrow = care.today().plusDays(1);
        var yesterday = care.today().minusDays(1);
        assertRefused(patient, by(here, null), DecisionField.EXAMINER);
        assertRefused(patient, by(here, new Examiner.OfStaff(group.therapist)), DecisionField.EXAMINER);
        assertRefused(patient, by(here, new Examiner.OfStaff(StaffId.next())), DecisionField.EXAMINER);
        assertRefused(patient, by(outside, new Examiner.OfContact(new ContactId(Ids.next()))), DecisionField.EXAMINER);
        for (var nobody : List.of(".", "x", " ", "7 7")) {
            assertRefused(patient, by(outside, new Examiner.Named(nobody, "nurse")), DecisionField.EXAMINER_NAME);
            assertRefused(patient, by(outside, new Examiner.Named("Li", nobody)), DecisionField.EXAMINER_ROLE);
            assertRefused(patient, outside.from(nobody, OutsideDocument.ASKED), DecisionField.PLACE);
        }
        assertRefused(
                patient, by(outside, new Examiner.Named("Dr. " + SECOND, "physician")), DecisionField.EXAMINER_NAME);
        assertRefused(patient, by(outside, new Examiner.OfContact(contact("Chiropractor"))), DecisionField.EXAMINER);
        assertRefused(patient, on(here, null), DecisionField.EXAMINED_ON);
        assertRefused(patient, on(here, yesterday), DecisionField.EXAMINED_ON);
        assertRefused(patient, on(here, tomorrow), DecisionField.EXAMINED_ON);
        assertRefused(patient, here.with(ClearanceFinding.OTHER, null), DecisionField.FINDING);
        for (var found : List.of(ClearanceFinding.IMAGING_WITHOUT_COMPRESSION, ClearanceFinding.TREATED_IN_HOSPITAL)) {
            for (var day : new LocalDate[] {null, yesterday, tomorrow}) {
                assertRefused(patient, outside.with(found, day), DecisionField.FINDING_ON);
            }
        }
        assertRefused(
                patient, here.with(ClearanceFinding.IMAGING_WITHOUT_COMPRESSION, care.today()), DecisionField.PLACE);
        for (var nothing : List.of(".", "x", "ok ok", "aaaa bbbb cccc dddd", "asdfghjkl asdfghjkl")) {
            assertRefused(patient, saying(here, nothing), DecisionField.EXAMINATION);
            assertRefused("chiropractor", patient, here, nothing, DecisionField.REASON);
            assertRefused("chiropractor", patient, outside, nothing, DecisionField.REASON);
        }
        assertRefused(patient, outside.from("Hospital", noDocument()), DecisionField.DOCUMENT);
        assertRefused(
                patient,
                outside.from("Hospital", new OutsideDocument(file(care.treated("Somebody Else")))),
                DecisionField.DOCUMENT);
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(flagOf(patient).waitsForSecond()).isFalse();
        decide("chiropractor", patient, by(outside, new Examiner.OfContact(contact)));
        assertThat(flagOf(patient).evidence()).isNotNull();
        assertThat(flagOf(patient).evidence().examiner()).isEqualTo("Dr. Nora Fable");
    }

    @Test
    void theDayOfTheFlagIsThatOfItsClinic() {
        // 03:00 UTC on the 26th is the evening of the 25th in Phoenix
        clock.set(Instant.parse("2026-11-26T03:00:00Z"));
        var patient = emergency("Evening");
        var evening = LocalDate.of(2026, 11, 25);
        assertRefused(patient, on(here(), evening.minusDays(1)), DecisionField.EXAMINED_ON);
        assertRefused(patient, on(here(), evening.plusDays(1)), DecisionField.EXAMINED_ON);
        decide("chiropractor", patient, on(here(), evening));
        assertThat(flagOf(patient).waitsForSecond()).isTrue();
    }

    @Test
    void theDocumentIsOnFileOrAskedForUntilItIsLinked() {
        var patient = emergency("Papers");
        decide("chiropractor", patient, outside());
        var cleared = flagOf(patient);
        assertThat(cleared.evidence()).isNotNull();
        assertThat(cleared.evidence().isDocumentAwaited()).isTrue();
        var foreign = file(care.treated("Another"));
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor", () -> clearances.fileDocument(cleared.id(), cleared.version(), foreign)))
                .isInstanceOf(Refused.class);
        var letter = file(patient);
        staff.doAs("chiropractor", () -> clearances.fileDocument(cleared.id(), cleared.version(), letter));
        assertThat(flagOf(patient).evidence()).isNotNull();
        assertThat(flagOf(patient).evidence().documentId()).isEqualTo(letter.value());
        assertThat(flagOf(patient).evidence().isDocumentAwaited()).isFalse();
        assertThat(care.auditOf("flag.document-filed", patient)).isOne();
    }

    @Test
    void noOtherWayEndsTheHoldOfAnEmergency() {
        var patient = emergency("Every Way");
        var flag = flagOf(patient);
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor",
                        () -> safety.decide(
                                flag.id(),
                                flag.version(),
                                new FlagDecision(
                                        FlagStatus.MONITORED,
                                        REASON,
                                        care.today().plusDays(2)))))
                .isInstanceOf(Refused.class);
        // the screen is answered no
        staff.doAs("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-CES-2", ScreeningAnswer.NO)));
        assertThat(care.isOnHold(patient)).as("screened again").isTrue();
        // an amended note takes the finding back
        for (var isToDecide : List.of(true, false)) {
            staff.doAs("chiropractor", () -> takenBack.takeBack(patient, flag.id(), isToDecide));
            assertThat(care.isOnHold(patient)).as("taken back").isTrue();
        }
        // referred, and answered
        var seen = flagOf(patient);
        staff.doAs(
                "chiropractor",
                () -> safety.decide(
                        seen.id(),
                        seen.version(),
                        new FlagDecision(FlagStatus.REFERRED, "Sent to the hospital", null)));
        staff.doAs("chiropractor", () -> safety.answered(patient, flag.id()));
        assertThat(care.isOnHold(patient)).as("answered").isTrue();
        staff.as("system", safety::raiseMonitoredAgain);
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(flagOf(patient).isInForce()).isTrue();
    }

    @Test
    void aMergeClearsNothingAndAProposalIsConfirmedInTheRemainingRecord() {
        var merged = emergency("Merged Flag");
        var kept = care.treated("Kept Flag");
        decide("chiropractor", merged, here());
        staff.doAs("manager", () -> merges.merge(merged, kept, "The same person, twice"));
        assertThat(care.isOnHold(kept)).isTrue();
        var proposed = flagOf(kept);
        assertThat(proposed.waitsForSecond()).isTrue();
        assertThatThrownBy(() -> confirm("chiropractor", proposed)).isInstanceOf(Refused.class);
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(care.isOnHold(merged)).isTrue();
        assertThat(care.isOnHold(kept)).isFalse();
        staff.doAs("manager", () -> merges.merge(merged, kept, "The same person, twice"));
        confirm(SECOND, flagOf(kept));
        assertThat(care.isOnHold(kept)).isFalse();
    }

    @Test
    void theSecondClinicianSeesTheChartUntilThirtyDaysAfterTheEnd() {
        var patient = emergency("Opened For Second");
        assertThat(staff.as(SECOND, () -> safety.findByPatient(patient))).isEmpty();
        var flag = flagOf(patient);
        assertThatThrownBy(() -> confirm(SECOND, flag)).isInstanceOf(NotAvailable.class);
        decide("chiropractor", patient, here());
        assertThat(staff.as(SECOND, () -> safety.findByPatient(patient))).isNotEmpty();
        assertThat(care.auditOf("flag.chart-opened", patient)).isPositive();
        confirm(SECOND, flagOf(patient));
        clock.pass(Duration.ofDays(32));
        assertThat(staff.as(SECOND, () -> safety.findByPatient(patient))).isEmpty();
    }

    private PatientId emergency(String name) {
        var patient = care.patient(name, group.west);
        care.raise(patient, group.west, "RF-CES-2");
        return patient;
    }

    private Examiner me() {
        return new Examiner.OfStaff(group.chiropractor);
    }

    private EvidenceDraft here() {
        return EvidenceDraft.inWords(me(), care.today(), FOUND).with(ClearanceFinding.NORMAL_EXAMINATION, null);
    }

    private EvidenceDraft outside() {
        return by(here(), new Examiner.Named("Dr. Lena Ortiz", "neurologist"))
                .from("Fable Valley Hospital", OutsideDocument.ASKED);
    }

    private static EvidenceDraft by(EvidenceDraft typed, @Nullable Examiner examiner) {
        return new EvidenceDraft(
                examiner,
                typed.examinedOn(),
                typed.finding(),
                typed.examination(),
                typed.findingOn(),
                typed.place(),
                typed.document());
    }

    private static EvidenceDraft on(EvidenceDraft typed, @Nullable LocalDate day) {
        return new EvidenceDraft(
                typed.examiner(),
                day,
                typed.finding(),
                typed.examination(),
                typed.findingOn(),
                typed.place(),
                typed.document());
    }

    private static EvidenceDraft saying(EvidenceDraft typed, String words) {
        return new EvidenceDraft(
                typed.examiner(),
                typed.examinedOn(),
                typed.finding(),
                words,
                typed.findingOn(),
                typed.place(),
                typed.document());
    }

    private static @Nullable OutsideDocument noDocument() {
        return null;
    }

    private void assertRefused(PatientId patient, EvidenceDraft typed, DecisionField field) {
        assertRefused("chiropractor", patient, typed, REASON, field);
    }

    private void assertRefused(String who, PatientId patient, EvidenceDraft typed, String reason, DecisionField field) {
        var flag = flagOf(patient);
        assertThatExceptionOfType(Refused.class)
                .as("%s, %s", typed, reason)
                .isThrownBy(() -> staff.doAs(
                        who, () -> safety.decide(flag.id(), flag.version(), FlagDecision.cleared(reason, typed))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private void decide(String who, PatientId patient, EvidenceDraft evidence) {
        var flag = flagOf(patient);
        staff.doAs(who, () -> safety.decide(flag.id(), flag.version(), FlagDecision.cleared(REASON, evidence)));
    }

    private void confirm(String who, FlagDetails proposed) {
        staff.doAs(who, () -> clearances.confirm(proposed.id(), proposed.version()));
    }

    private FlagDetails flagOf(PatientId patient) {
        return staff.as("chiropractor", () -> safety.findByPatient(patient)).getFirst();
    }

    private FlagRow rowOf(String who, PatientId patient) {
        return staff.as(who, () -> safety.openOf(List.of(patient), 5)).getFirst();
    }

    private ContactId contact(String name) {
        return staff.as(
                "manager",
                () -> contacts.add(
                        new ContactDraft(ContactKind.OTHER, name, "", null, null, null, "", ""), OperationId.next()));
    }

    private AttachmentId file(PatientId patient) {
        return staff.as("chiropractor", () -> {
            try {
                var received = files.receive(patient, new ByteArrayInputStream(SmallFiles.pdf()));
                return files.attach(
                        patient,
                        new AttachmentDraft(AttachmentKind.OUTSIDE_REPORT, "Letter", "Hospital", care.today()),
                        received);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
