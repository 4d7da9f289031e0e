package io.plumbline.notes;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.Response;
import io.plumbline.shared.Dates;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.signing.SigningCheck;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing a session note: what it wants, what it delivers, and that it is for ever. */
@StoreTest
@Tag("core")
@OnMySql("triggers of MySQL lock a signed note, and signatures at once wait for row locks")
class NoteServiceSigningTest {
    private static final String LOCKED = "Signed: it is corrected by an addition, never changed";

    private static final String MOVE_ROW =
            "update session_note_area set note_id = ?, position = 9 where note_id = ? and position = 0";

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    SafetyService safety;

    @Autowired
    ScreeningService screening;

    @Autowired
    NoteErrorService errors;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    HeldTreatmentService held;

    @Autowired
    AlertService alerts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void signingTheNoteOfABookedVisitDeliversIt() {
        var patient = care.treated("Delivered");
        var plan = care.activePlan(patient, "delivered");
        var appointment = care.bookMassage(patient, care.today());
        assertThat(care.details(plan).visits().getFirst().bookedOn()).isEqualTo(care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        assertThat(care.header(patient).delivered()).isZero();
        care.asProven("therapist", () -> notes.sign(note, version));
        assertThat(care.header(patient))
                .isEqualTo(new PatientDetails.PlanProgress(care.details(plan).title(), 4, 1));
        var first = care.details(plan).visits().getFirst();
        assertThat(first.deliveredOn()).isEqualTo(care.today());
        assertThat(care.auditOf("plan.visit-delivered", patient)).isEqualTo(1);
    }

    @Test
    void aNoteOfAFutureVisitCannotBeSigned() {
        var patient = care.treated("Still To Come");
        var appointment = care.bookMassage(patient, care.today().plusDays(1));
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        assertThatThrownBy(() -> care.asProven("therapist", () -> notes.sign(note, version)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has not taken place yet");
    }

    @Test
    void aRefusedVisitIsRecordedButNotDelivered() {
        var patient = care.treated("Refused");
        var plan = care.activePlan(patient, "refused");
        var appointment = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var refused = new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.NOT_GIVEN,
                null,
                List.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                "",
                "Did not want to be touched today",
                "Ask again next week");
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, refused));
        care.asProven("therapist", () -> notes.sign(note, version));
        assertThat(care.details(plan).delivered()).isZero();
        assertThat(care.auditOf("note.signed", patient)).isEqualTo(1);
    }

    @Test
    void twoNotesSignedConcurrentlyDeliverTwoVisits() throws Exception {
        var patient = care.treated("At Once");
        var plan = care.activePlan(patient, "at once");
        var first = care.bookMassage(patient, care.today());
        var second = care.bookMassage(patient, care.today());
        var ready = List.of(first, second).stream()
                .map(appointment -> staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment))))
                .map(note -> Map.entry(note, staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()))))
                .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var signing = ready.stream()
                    .<Callable<Void>>map(note -> () -> {
                        care.asProven("therapist", () -> notes.sign(note.getKey(), note.getValue()));
                        return null;
                    })
                    .toList();
            for (var signed : threads.invokeAll(signing)) {
                signed.get();
            }
        }
        assertThat(care.details(plan).delivered()).isEqualTo(2);
        assertThat(care.header(patient).delivered()).isEqualTo(2);
    }

    @Test
    void aSignedNoteKeepsItsContentUnchanged() {
        var appointment = care.bookMassage(care.treated("For Ever"), care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var draft = TestCare.withModalities(TestCare.done(), Set.of("SWEDISH", "MYOFASCIAL"));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, draft));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        var read = staff.as("chiropractor", () -> notes.open(note)).orElseThrow();
        var signature = read.signature();
        assertThat(read.draft()).isEqualTo(draft);
        assertThat(signature).isNotNull();
        assertThat(signature.intact()).isTrue();
        assertThat(signature.contentHash()).matches("HMAC [0-9a-f]{64}");
        assertThat(detailOf("note.signed", note.value())).isEqualTo(signature.contentHash());
        assertThatThrownBy(() -> staff.as("therapist", () -> notes.saveDraft(note, read.version(), NoteDraft.EMPTY)))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update session_note set next_step = 'other' where id = :id",
                "update session_note set status = 'DRAFT' where id = :id",
                "delete from session_note where id = :id",
                "update session_note_area set region = 'back-sacrum' where note_id = :id",
                "delete from session_note_area where note_id = :id",
                "insert into session_note_area (note_id, position, region) values (:id, 9, 'back-sacrum')",
                "update session_note_modality set modality = 'THAI' where note_id = :id",
                "delete from session_note_modality where note_id = :id",
                "insert into session_note_modality (note_id, position, modality) values (:id, 9, 'THAI')",
                "update session_note_check set answer = 'other' where note_id = :id",
                "delete from session_note_check where note_id = :id",
                "insert into session_note_check (note_id, position, code, question, answer) values (:id, 9, 'X', 'x', 'x')"
            })
    void theStoreItselfLocksASignedSessionNoteAndItsRows(String tampering) {
        var note = care.signedNote(care.treated("Locked"));
        assertThatThrownBy(() -> tamper(tampering, note))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .extracting(Throwable::getMessage, as(InstanceOfAssertFactories.STRING))
                .containsAnyOf(LOCKED, "DELETE command denied");
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().draft())
                .isEqualTo(TestCare.done());
    }

    @Test
    void theStoreRefusesToMoveRowsOfASignedNoteToADraft() {
        var patient = care.treated("Moved");
        var signed = care.signedNote(patient);
        var appointment = care.bookMassage(patient, care.today());
        var draft = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        assertThatThrownBy(() -> jdbc.sql(MOVE_ROW)
                        .params(Ids.bytes(draft.value()), Ids.bytes(signed.value()))
                        .update())
                .rootCause()
                .hasMessageContaining(LOCKED);
        staff.as("therapist", () -> notes.saveDraft(draft, 0, TestCare.done()));
        assertThatThrownBy(() -> jdbc.sql(MOVE_ROW)
                        .params(Ids.bytes(signed.value()), Ids.bytes(draft.value()))
                        .update())
                .rootCause()
                .hasMessageContaining(LOCKED);
    }

    @Test
    void aContradictoryNoteIsSignedWithAnswersThatTheSignatureCovers() {
        var patient = care.treated("Contradicts");
        care.signIntake(patient, care.assessed("back"));
        alert(patient, AlertKind.BLOOD_THINNERS, "");
        var appointment = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, contradicting()));
        var checks = new ArrayList<SigningCheck>();
        care.asProven("therapist", () -> assertThatThrownBy(() -> notes.sign(note, version))
                .isInstanceOfSatisfying(ChecksToAnswer.class, asked -> checks.addAll(asked.checks())));
        assertThat(checks)
                .extracting(SigningCheck::question)
                .containsExactly(
                        "Pressure 5 is above the patient's limit of 2. Why?",
                        "Pain rose from 2 to 9, and the response is Better. Why?",
                        "Takes blood thinners. The note says Deep tissue massage, pressure 5. Why was it suitable?");
        var follow = care.today().plusDays(2);
        var agreed = care.today().minusDays(4);
        var answers = List.of(
                checks.get(0).chosen("Another reason", List.of(), TestCare.STRANGE),
                checks.get(1).chosen("Expected soreness, patient informed", List.of(follow.toString()), ""),
                checks.get(2).chosen("Agreed with the prescriber", List.of("Dr. Ana Ito", agreed.toString()), ""));
        care.asProven("therapist", () -> assertThatThrownBy(() -> notes.sign(note, version, answers.subList(0, 2)))
                .isInstanceOfSatisfying(
                        ChecksToAnswer.class, open -> assertThat(open.checks()).containsExactly(checks.getLast())));
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow())
                .as("nothing is kept of what was refused")
                .matches(read ->
                        read.status() == NoteStatus.DRAFT && read.checks().isEmpty())
                .extracting(NoteDetails::version)
                .isEqualTo(version);
        assertThatThrownBy(() -> staff.doAs("therapist", () -> notes.sign(note, version, answers)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        care.asProven("therapist", () -> notes.sign(note, version, answers));
        var read = staff.as("chiropractor", () -> notes.open(note)).orElseThrow();
        assertThat(read.checks())
                .extracting(CheckAnswer::answer)
                .containsExactly(
                        "Another reason: " + TestCare.STRANGE,
                        "Expected soreness, patient informed: follow-up on "
                                + staff.as("therapist", () -> Dates.dayAndYear(follow)),
                        "Agreed with the prescriber: Dr. Ana Ito, on "
                                + staff.as("therapist", () -> Dates.dayAndYear(agreed)));
        assertThat(Objects.requireNonNull(read.signature()).intact()).isTrue();
        assertThat(detailOf("note.signed", note.value()))
                .isEqualTo(read.signature().contentHash())
                .doesNotContain("O'Brien");
    }

    @Test
    void anAdjustmentVisitIsSignedWithAnAdjustmentOrAReasonForNone() {
        var patient = care.treated("Not Adjusted");
        care.signIntake(patient, care.assessed("back"));
        for (var hasAdjusted : List.of(true, false)) {
            var visit = care.book(AppointmentType.ADJUSTMENT, group.chiropractor, patient, care.today());
            var note = staff.as("chiropractor", () -> starts.begin(new VisitKey.Booked(visit)));
            var draft = hasAdjusted ? TestCare.adjusted(TestCare.done(), "L5 L P.R HVLA") : TestCare.done();
            var version = staff.as("chiropractor", () -> notes.saveDraft(note, 0, draft));
            if (!hasAdjusted) {
                care.asProven("chiropractor", () -> assertThatThrownBy(() -> notes.sign(note, version))
                        .isInstanceOf(ChecksToAnswer.class)
                        .hasMessageEndingWith("Not adjusted, because"));
            }
            care.asProven("chiropractor", () -> AnsweredChecks.sign(notes, note, version));
            assertThat(staff.as("therapist", () -> notes.open(note))
                            .orElseThrow()
                            .checks())
                    .hasSize(hasAdjusted ? 0 : 1);
        }
    }

    @Test
    void anAdjustmentDespiteARedFlagInItsNoteIsAHeldTreatment() {
        for (var hasAdjusted : List.of(true, false)) {
            var patient = care.treated("Thrust");
            care.signIntake(patient, care.assessed("back"));
            var visit = care.book(AppointmentType.ADJUSTMENT, group.chiropractor, patient, care.today());
            var note = staff.as("chiropractor", () -> starts.begin(new VisitKey.Booked(visit)));
            var found = TestCare.found("RF-CA-2");
            var draft = hasAdjusted ? TestCare.adjusted(found, "L5 L HVLA") : found;
            var version = staff.as("chiropractor", () -> notes.saveDraft(note, 0, draft));
            care.asProven("chiropractor", () -> AnsweredChecks.sign(notes, note, version));
            var unseen = staff.as("manager", () -> held.unseen(200)).stream().map(HeldTreatmentRow::note);
            assertThat(unseen.toList().contains(note)).isEqualTo(hasAdjusted);
        }
    }

    @Test
    void aHeldTreatmentOfANoteCopiedToTheRightRecordIsNoLongerFollowedUp() {
        var patient = care.treated("Held In Error");
        care.signIntake(patient, care.assessed("back"));
        var visit = care.bookMassage(patient, care.today());
        care.raise(patient, group.west, "RF-INF-1");
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(visit)));
        var draft = TestCare.found("RF-INF-1", "Treated before I asked");
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, draft));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        assertThat(unseenByManager()).contains(note);

        var signed = staff.as("therapist", () -> notes.open(note)).orElseThrow().version();
        var right = care.treated("Held In Truth");
        care.asProven("therapist", () -> errors.moveTo(right, note, signed, "Written in the wrong record"));

        assertThat(unseenByManager()).doesNotContain(note);
    }

    private List<NoteId> unseenByManager() {
        return staff.as("manager", () -> held.unseen(200)).stream()
                .map(HeldTreatmentRow::note)
                .toList();
    }

    @Test
    void aNoteDuringAHoldNeedsAStatementAndRaisesItsNewFinding() {
        var patient = care.treated("Hold");
        var appointment = care.bookMassage(patient, care.today());
        staff.as("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)));
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var silent = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        assertThatThrownBy(() -> care.asProven("therapist", () -> notes.sign(note, silent)))
                .isInstanceOf(NotReadyToSign.class)
                .hasMessageContaining("statement");
        var told = staff.as(
                "therapist", () -> notes.saveDraft(note, silent, TestCare.found("RF-CES-1", "Stopped, called Dr.")));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, told));
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().status())
                .isEqualTo(NoteStatus.SIGNED);
        assertThat(staff.as("therapist", () -> safety.findByPatient(patient))
                        .getFirst()
                        .level())
                .isEqualTo(FlagLevel.E);
    }

    private void alert(PatientId patient, AlertKind kind, String words) {
        staff.as(
                "chiropractor",
                () -> alerts.add(
                        patient,
                        new AlertDraft(
                                kind,
                                words,
                                AlertAudience.CLINICIANS,
                                care.today().minusDays(3),
                                null),
                        OperationId.next()));
    }

    private static NoteDraft contradicting() {
        var done = TestCare.done();
        return new NoteDraft(
                done.safetyRecheck(),
                null,
                done.consent(),
                new Pain(2),
                done.areas(),
                Set.of("DEEP_TISSUE"),
                5,
                2,
                done.minutes(),
                new Pain(9),
                Response.BETTER,
                "",
                "",
                done.nextStep());
    }

    private void tamper(String sql, NoteId note) {
        jdbc.sql(sql).param("id", Ids.bytes(note.value())).update();
    }

    private String detailOf(String kind, UUID subject) {
        return jdbc.sql("select detail from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(subject))
                .query(String.class)
                .single();
    }
}
