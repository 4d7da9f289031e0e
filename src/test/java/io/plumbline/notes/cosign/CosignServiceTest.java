package io.plumbline.notes.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.CarryForwardService;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.VisitKey;
import io.plumbline.notes.VisitRow;
import io.plumbline.notes.amendments.Addendum;
import io.plumbline.notes.amendments.NoteAmendmentService;
import io.plumbline.notes.privacy.NotePrivacyService;
import io.plumbline.notes.privacy.RestrictedNoteService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.credentials.NotEligible;
import io.plumbline.practitioners.supervision.SupervisionService;
import io.plumbline.safety.NoteFlagQuery;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.SignedRecords;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervised practitioner's note counts once it is signed, and waits for the supervisor, who co-signs or returns it. */
@StoreTest
@OnMySql("triggers of MySQL lock a decision, and of two at once a unique key lets one count")
class CosignServiceTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String REMARK = "Which side? " + TestCare.STRANGE;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    CosignService cosign;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteErrorService errors;

    @Autowired
    NoteAmendmentService amendments;

    @Autowired
    NotePrivacyService privacy;

    @Autowired
    RestrictedNoteService restricted;

    @Autowired
    CarryForwardService carries;

    @Autowired
    SupervisionService supervisions;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    PatientService patients;

    @Autowired
    ScheduleService schedule;

    @Autowired
    List<SignedRecords> signedRecords;

    @Autowired
    JdbcClient jdbc;

    private TestGroup.Own clinic;
    private Worker trainee;
    private Worker mentor;
    private int hour;

    private record Worker(String username, StaffId id) {}

    @BeforeEach
    void hire() {
        clinic = group.own("c");
        trainee = hire("trainee");
        mentor = hire("mentor");
        group.entitle(mentor.id(), Discipline.MASSAGE_THERAPY, clinic.manager());
        group.entitle(trainee.id(), Discipline.MASSAGE_THERAPY, clinic.manager());
        supervise(-1, mentor);
    }

    @Test
    void aSupervisedAuthorsNoteCountsAndWaits() {
        var patient = patient("Counted");
        var visit = book(trainee, patient);
        var note = treat(visit);
        assertThat(open(trainee, note).status()).isEqualTo(NoteStatus.AWAITING_COSIGNATURE);
        assertThat(care.auditOf("note.signed", patient)).isEqualTo(1);
        assertThat(staff.as(trainee.username(), () -> schedule.findForCurrentUser(visit))
                        .orElseThrow()
                        .status())
                .as("the treatment did happen")
                .isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(staff.as(trainee.username(), notes::visitsToday))
                .filteredOn(row -> note.equals(row.note()))
                .extracting(VisitRow::noteStatus, VisitRow::isOpen)
                .containsExactly(tuple(NoteStatus.AWAITING_COSIGNATURE, false));
        assertThatThrownBy(() -> care.asProven(
                        trainee.username(),
                        () -> AnsweredChecks.sign(
                                notes, note, open(trainee, note).version())))
                .as("the author does not sign past the supervisor")
                .isInstanceOf(Refused.class);
        var again = staff.as(trainee.username(), () -> starts.begin(new VisitKey.Booked(book(trainee, patient))));
        assertThat(staff.as(trainee.username(), () -> carries.findFor(open(trainee, again))))
                .as("carried forward as its author signed it")
                .hasValueSatisfying(carry -> assertThat(carry.from()).isEqualTo(note));
    }

    @Test
    void aNoteOfASensitivePatientWaitsForASupervisorWhoIsNamed() {
        var patient = patient("Hiddennote");
        var note = treat(book(trainee, patient));
        var seen = seen(mentor, note);
        var waiting = staff.as(mentor.username(), cosign::countForCurrentUser);
        staff.doAs("auditor", () -> sensitive.mark(patient, Set.of(trainee.id()), "Works at the clinic"));
        assertThat(waitingFor(mentor)).isEmpty();
        assertThat(staff.as(mentor.username(), cosign::countForCurrentUser)).isEqualTo(waiting - 1);
        assertThat(staff.as(mentor.username(), () -> notes.open(note))).isEmpty();
        assertThatThrownBy(() -> care.asProven(mentor.username(), () -> cosign.sign(note, seen)))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as(trainee.username(), () -> cosign.findByNote(open(trainee, note)))
                        .waiting())
                .as("the author is told that nobody can co-sign it now")
                .isNotNull()
                .extracting(CosignState.Waiting::supervisor)
                .isEqualTo("");
        staff.doAs("auditor", () -> sensitive.name(patient, mentor.id()));
        assertThat(waitingFor(mentor)).extracting(CosignRow::note).containsExactly(note);
        care.asProven(mentor.username(), () -> cosign.sign(note, seen));
        assertThat(open(trainee, note).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void theSupervisorReadsTheNoteAloneAndCosignsIt() {
        var patient = patient("Outside");
        var note = treat(book(trainee, patient));
        assertThat(staff.as(mentor.username(), () -> patients.details(patient)))
                .as("no relation to the patient")
                .isEmpty();
        assertThat(waitingFor(mentor)).extracting(CosignRow::note).containsExactly(note);
        var opened = open(mentor, note);
        assertThat(opened.draft()).isEqualTo(TestCare.done());
        assertThat(opened.patientName()).startsWith("Outside");
        assertThat(care.auditOf("note.opened", patient)).isPositive();
        assertThat(staff.as(mentor.username(), () -> notes.brief(note)))
                .as("adds nothing to the record")
                .isEmpty();

        sign(mentor, note);
        assertThat(open(trainee, note).status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(stateFor(trainee, note).waiting()).isNull();
        assertThat(stateFor(trainee, note).cosignature())
                .hasValueSatisfying(one -> assertThat(one.by()).isEqualTo(mentor.username()));
        assertThat(stateFor(trainee, note).decisions())
                .extracting(CosignState.Decision::intact)
                .containsOnly(true);
        assertThat(care.auditOf("note.cosigned", patient)).isEqualTo(1);
        assertThat(waitingFor(mentor)).isEmpty();
        assertThat(staff.as(mentor.username(), () -> notes.open(note)))
                .as("the access ends with the co-signature")
                .isEmpty();
        assertThat(kinds()).contains("note.cosigned", "note.returned");
    }

    @Test
    void aReturnedNoteIsAnsweredInAnAddendumAndWaitsAgain() {
        var patient = patient("Returned");
        var note = treat(book(trainee, patient));
        var hash = hashOf(note);
        giveBack(mentor, note, REMARK);
        assertThat(open(trainee, note).status()).isEqualTo(NoteStatus.AWAITING_COSIGNATURE);
        assertThat(waitingFor(mentor)).isEmpty();
        assertThat(waitingFor(trainee))
                .extracting(CosignRow::note, CosignRow::returned, CosignRow::remark)
                .containsExactly(tuple(note, true, REMARK));
        assertThat(Objects.requireNonNull(stateFor(trainee, note).waiting()).returned())
                .isTrue();
        assertThatThrownBy(() -> sign(mentor, note))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has not answered yet");

        addendum(trainee, note, "The left side");
        assertThat(waitingFor(trainee)).isEmpty();
        assertThat(waitingFor(mentor)).extracting(CosignRow::remark).containsExactly(REMARK);
        giveBack(mentor, note, "And which segment was treated?");
        addendum(trainee, note, "L5");
        sign(mentor, note);
        assertThat(stateFor(trainee, note).decisions())
                .extracting(CosignState.Decision::kind, CosignState.Decision::remark, CosignState.Decision::intact)
                .containsExactly(
                        tuple(CosignDecision.RETURNED, REMARK, true),
                        tuple(CosignDecision.RETURNED, "And which segment was treated?", true),
                        tuple(CosignDecision.COSIGNED, "", true));
        assertThat(hashOf(note)).as("the note is as it was signed").isEqualTo(hash);
        assertThat(care.auditOf("note.returned", patient)).isEqualTo(2);
    }

    @Test
    void aReturnedNoteOfADeactivatedAuthorGoesBackToItsSupervisor() {
        var note = treat(book(trainee, patient("Nobody Answers")));
        giveBack(mentor, note, REMARK);
        assertThat(waitingFor(mentor)).isEmpty();
        jdbc.sql("update staff_account set status = 'SWITCHED_OFF' where id = ?")
                .param(Ids.bytes(trainee.id().value()))
                .update();
        assertThat(waitingFor(mentor)).extracting(CosignRow::note).containsExactly(note);
        sign(mentor, note);
        assertThat(waitingFor(mentor)).isEmpty();
    }

    @Test
    void anAddendumOfSomebodyElseAnswersNothing() {
        var patient = patient("Colleague");
        var note = treat(book(trainee, patient));
        giveBack(mentor, note, "Which side was treated today?");
        var colleague = hire("colleague");
        book(colleague, patient);
        addendum(colleague, note, "I saw it too");
        assertThat(waitingFor(mentor)).isEmpty();
        assertThat(waitingFor(trainee)).hasSize(1);
    }

    @Test
    void nobodyDecidesOnTheirOwnNoteOrWithoutSupervisingItsAuthor() {
        var patient = patient("Not Mine");
        var note = treat(book(trainee, patient));
        var seen = seen(mentor, note);
        assertThatThrownBy(() -> care.asProven(trainee.username(), () -> cosign.sign(note, seen)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nobody co-signs their own note");
        var colleague = hire("colleague");
        assertThatThrownBy(() -> care.asProven(colleague.username(), () -> cosign.sign(note, seen)))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as(colleague.username(), () -> notes.open(note))).isEmpty();
        book(colleague, patient);
        assertThatThrownBy(() -> care.asProven(
                        colleague.username(), () -> cosign.giveBack(note, seen, "No, this cannot be decided so")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You do not supervise the author");
        assertThatThrownBy(() -> care.asProven(mentor.username(), () -> cosign.sign(NoteId.next(), seen)))
                .isInstanceOf(NotAvailable.class);
        assertThat(open(trainee, note).status()).isEqualTo(NoteStatus.AWAITING_COSIGNATURE);
    }

    @Test
    void theSupervisorSeesTheRedFlagsThatTheNoteRaisedWhileItWaitsForThem() {
        var patient = patient("Flagged");
        var note = treat(book(trainee, patient), TestCare.found("RF-INFL-7"));
        assertThat(staff.as(mentor.username(), () -> patients.details(patient))
                        .filter(found -> found.clinical() != null))
                .as("outside the relation")
                .isEmpty();
        assertThat(raised(mentor, open(mentor, note)))
                .containsExactly(new NoteFlagQuery.Raised("Possible inflammatory back pain", FlagLevel.R));
        var other = treat(book(trainee, patient));
        assertThat(raised(mentor, open(mentor, other)))
                .as("those of the other notes take a relation")
                .isEmpty();
        var colleague = hire("colleague");
        var read = open(mentor, note);
        assertThat(raised(colleague, read)).isEmpty();
        assertThat(raised(trainee, read)).as("the author has the record").isEmpty();
        sign(mentor, note);
        assertThat(raised(mentor, read)).as("it waits no more").isEmpty();
    }

    @Test
    void aRestrictedNoteIsReadByItsSupervisorAlsoInTheRelationWhileItWaits() {
        var patient = patient("Restricted");
        var note = treat(book(trainee, patient));
        book(mentor, patient);
        staff.doAs(trainee.username(), () -> privacy.change(note, -1, NotePrivacy.NAMED, Set.of()));
        assertThat(staff.as(mentor.username(), () -> restricted.open(note)))
                .as("not restricted to them")
                .isEmpty();
        assertThat(staff.as(mentor.username(), () -> notes.open(note))).isPresent();
        sign(mentor, note);
        assertThat(staff.as(mentor.username(), () -> restricted.open(note))).isPresent();
    }

    private List<NoteFlagQuery.Raised> raised(Worker who, NoteDetails note) {
        return staff.as(who.username(), () -> cosign.findRaised(note));
    }

    @Test
    void aDecisionNeedsProofOfIdentityAndARemarkWhenItReturns() {
        var note = treat(book(trainee, patient("Unproven")));
        var seen = seen(mentor, note);
        assertThatThrownBy(() -> staff.doAs(mentor.username(), () -> cosign.sign(note, seen)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThatThrownBy(() -> staff.doAs(
                        mentor.username(), () -> cosign.giveBack(note, seen, "Why was this region treated?")))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThatThrownBy(() -> giveBack(mentor, note, " "))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The remark is missing");
        assertThat(stateFor(trainee, note).decisions()).isEmpty();
    }

    @Test
    void whoIsNotEntitledInTheDisciplineDoesNotCosign() {
        var unlicensed = hire("unlicensed");
        supervise(versionOf(trainee), unlicensed);
        var note = treat(book(trainee, patient("Unlicensed")));
        assertThatThrownBy(() -> sign(unlicensed, note))
                .isInstanceOf(NotEligible.class)
                .hasMessageContaining("No license or certification for massage therapy");
        assertThat(open(trainee, note).status()).isEqualTo(NoteStatus.AWAITING_COSIGNATURE);
    }

    @Test
    void aDecisionOnWhatWasNotReadIsRefused() {
        var note = treat(book(trainee, patient("Stale")));
        var seen = seen(mentor, note);
        addendum(trainee, note, "What I forgot");
        assertThatThrownBy(() -> care.asProven(mentor.username(), () -> cosign.sign(note, seen)))
                .as("the addendum was not read")
                .isInstanceOf(StaleVersion.class);
        sign(mentor, note);
        assertThatThrownBy(() -> care.asProven(
                        mentor.username(), () -> cosign.giveBack(note, seen, "Decided late, after a holiday")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("needs no co-signature any more");
        assertThat(stateFor(trainee, note).decisions()).hasSize(1);
    }

    @Test
    void ofTwoDecisionsAtTheSameTimeOneCounts() throws Exception {
        var note = treat(book(trainee, patient("Twice")));
        var seen = seen(mentor, note);
        var together = new CyclicBarrier(2);
        var attempts = List.<Callable<Boolean>>of(
                () -> isDone(together, () -> cosign.sign(note, seen)),
                () -> isDone(together, () -> cosign.giveBack(note, seen, "Which side was treated today?")));
        var done = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var attempt : threads.invokeAll(attempts)) {
                done += attempt.get() ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(1);
        assertThat(stateFor(trainee, note).decisions()).hasSize(1);
    }

    private boolean isDone(CyclicBarrier together, Runnable decision) throws Exception {
        together.await(30, TimeUnit.SECONDS);
        try {
            care.asProven(mentor.username(), decision);
            return true;
        } catch (StaleVersion | Refused second) {
            return false;
        }
    }

    @Test
    void waitingNotesGoToWhoeverSupervisesNow() {
        var note = treat(book(trainee, patient("New Mentor")));
        var next = hire("next");
        group.entitle(next.id(), Discipline.MASSAGE_THERAPY, clinic.manager());
        supervise(versionOf(trainee), next);
        assertThat(waitingFor(mentor)).isEmpty();
        assertThat(staff.as(mentor.username(), () -> notes.open(note))).isEmpty();
        assertThat(waitingFor(next)).extracting(CosignRow::note).containsExactly(note);
        sign(next, note);
        assertThat(open(trainee, note).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void theManagerSeesHowManyWaitWithoutASupervisor() {
        var note = treat(book(trainee, patient("Left Alone")));
        assertThat(awaiting()).isEqualTo(new AwaitingCosignature(1, care.today(), 0, List.of()));
        jdbc.sql("update staff_account set status = 'SWITCHED_OFF' where id = ?")
                .param(Ids.bytes(mentor.id().value()))
                .update();
        assertThat(awaiting()).isEqualTo(new AwaitingCosignature(1, care.today(), 1, List.of(trainee.username())));
        assertThat(Objects.requireNonNull(stateFor(trainee, note).waiting()).supervisor())
                .isEmpty();
        var second = treat(book(trainee, patient("Still Supervised")));
        assertThat(open(trainee, second).status())
                .as("an account that ends does not end the supervision")
                .isEqualTo(NoteStatus.AWAITING_COSIGNATURE);
        var next = hire("next");
        supervise(versionOf(trainee), next);
        assertThat(awaiting()).isEqualTo(new AwaitingCosignature(2, care.today(), 0, List.of()));
    }

    @Test
    void whoseSupervisionEndedSignsAloneAndWhatWaitsStays() {
        var note = treat(book(trainee, patient("Waited")));
        staff.doAs(clinic.manager(), () -> supervisions.end(trainee.id(), versionOf(trainee)));
        var alone = treat(book(trainee, patient("Alone")));
        assertThat(open(trainee, alone).status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(open(trainee, note).status()).isEqualTo(NoteStatus.AWAITING_COSIGNATURE);
        assertThat(awaiting().withoutSupervisor()).isEqualTo(1);
        supervise(-1, mentor);
        sign(mentor, note);
        assertThat(open(trainee, note).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void aWaitingNoteIsEnteredInErrorByItsAuthor() {
        var note = treat(book(trainee, patient("Wrong")));
        var seen = seen(mentor, note);
        giveBack(mentor, note, "This is somebody else");
        assertThat(open(trainee, note).mayBeMarked()).isTrue();
        care.asProven(
                trainee.username(),
                () -> errors.mark(note, open(trainee, note).version(), "Mixed up with another patient"));
        assertThat(open(trainee, note).status()).isEqualTo(NoteStatus.ENTERED_IN_ERROR);
        assertThat(waitingFor(trainee)).isEmpty();
        assertThatThrownBy(() -> care.asProven(mentor.username(), () -> cosign.sign(note, seen)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("entered in error");
    }

    @Test
    void theStoreKeepsADecisionAndLetsAWaitingNoteOnlyGoOn() {
        var note = treat(book(trainee, patient("Locked")));
        giveBack(mentor, note, "Which side was treated today?");
        for (var change : List.of(
                "update session_note_cosignature set remark = 'Fine' where note_id = ?",
                "delete from session_note_cosignature where note_id = ?",
                "update session_note set status = 'DRAFT' where id = ?",
                "update session_note set status = 'SIGNED' where id = ?",
                "update session_note set status = 'ENTERED_IN_ERROR' where id = ?",
                "update session_note set status = 'SIGNED', next_step = 'Other' where id = ?")) {
            assertThatThrownBy(() ->
                            jdbc.sql(change).param(Ids.bytes(note.value())).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(stateFor(trainee, note).decisions())
                .extracting(CosignState.Decision::remark)
                .containsExactly("Which side was treated today?");
    }

    private Worker hire(String name) {
        var username = name + NEXT.incrementAndGet();
        var id = group.account(username, Role.THERAPIST, clinic.id());
        staff.doAs(
                clinic.manager(),
                () -> practitioners.add(id, TestGroup.plain(clinic.id(), Discipline.MASSAGE_THERAPY)));
        return new Worker(username, id);
    }

    private void supervise(long version, Worker supervisor) {
        staff.doAs(clinic.manager(), () -> supervisions.name(trainee.id(), version, supervisor.id()));
    }

    private long versionOf(Worker supervised) {
        return staff.as(clinic.manager(), () -> supervisions.find(supervised.id()))
                .orElseThrow()
                .version();
    }

    private PatientId patient(String name) {
        return group.patient(name, "Supervised", clinic.id(), clinic.manager());
    }

    /** At eight, when the clinic opens, and every ten minutes later: all before now. */
    private AppointmentId book(Worker with, PatientId patient) {
        var at = LocalTime.of(8, 0).plusMinutes(10L * hour++);
        return staff.as(
                clinic.manager(),
                () -> schedule.book(new Booking(
                        clinic.id(), with.id(), patient, AppointmentType.MASSAGE, care.today(), at, 5, null)));
    }

    private NoteId treat(AppointmentId visit) {
        return treat(visit, TestCare.done());
    }

    private NoteId treat(AppointmentId visit, NoteDraft draft) {
        var note = staff.as(trainee.username(), () -> starts.begin(new VisitKey.Booked(visit)));
        var version = staff.as(trainee.username(), () -> notes.saveDraft(note, 0, draft));
        care.asProven(trainee.username(), () -> AnsweredChecks.sign(notes, note, version));
        return note;
    }

    private void addendum(Worker by, NoteId note, String text) {
        var version = staff.as(by.username(), () -> amendments.saveDraft(note, -1, new Addendum(text)));
        care.asProven(by.username(), () -> amendments.sign(note, version));
    }

    private void sign(Worker by, NoteId note) {
        var seen = seen(by, note);
        care.asProven(by.username(), () -> cosign.sign(note, seen));
    }

    private void giveBack(Worker by, NoteId note, String remark) {
        var seen = seen(by, note);
        care.asProven(by.username(), () -> cosign.giveBack(note, seen, remark));
    }

    private CosignSeen seen(Worker by, NoteId note) {
        return Objects.requireNonNull(stateFor(by, note).waiting()).seen();
    }

    private CosignState stateFor(Worker by, NoteId note) {
        return staff.as(by.username(), () -> cosign.findByNote(notes.open(note).orElseThrow()));
    }

    private NoteDetails open(Worker by, NoteId note) {
        return staff.as(by.username(), () -> notes.open(note)).orElseThrow();
    }

    private List<CosignRow> waitingFor(Worker who) {
        return staff.as(who.username(), cosign::findForCurrentUser);
    }

    private AwaitingCosignature awaiting() {
        return staff.as(clinic.manager(), cosign::countAwaiting);
    }

    private String hashOf(NoteId note) {
        return Objects.requireNonNull(open(trainee, note).signature()).contentHash();
    }

    private List<String> kinds() {
        return signedRecords.stream().map(SignedRecords::kind).toList();
    }
}
