package io.plumbline.notes.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits whose practitioner was deactivated before the note was signed. */
@StoreTest
@OnMySql("a trigger of MySQL keeps from whom a signed note took its visit over")
class LeftVisitServiceTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final BreakGlassReason REASON = new BreakGlassReason("The patient asks for me at the desk");
    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final String PRESENCE = "I assisted with the session and gave the second half";

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    NoteErrorService errors;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    LeftVisitService left;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    AppointmentService appointments;

    @Autowired
    ScheduleService schedule;

    @Autowired
    PatientService patients;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private StaffId leaver;
    private String name;

    @BeforeEach
    void aMassageTherapistWorksHere() {
        name = "leaver" + NUMBERS.incrementAndGet();
        leaver = group.practitioner(name, Role.THERAPIST, Discipline.MASSAGE_THERAPY, group.west);
    }

    @Test
    void aClinicianWhoTookPartWritesANewNoteAndTheDraftIsClosedUnread() {
        var patient = care.treated("Left With Draft");
        var appointment = book(patient, care.today().minusDays(4));
        var draft = staff.as(name, () -> starts.begin(new VisitKey.Booked(appointment)));
        staff.as(name, () -> notes.saveDraft(draft, 0, TestCare.done()));
        assertThat(visitsOf(patient)).as("the practitioner can still sign").isEmpty();

        setStatus("SWITCHED_OFF");
        var visit = visitsOf(patient).getFirst();
        assertThat(visit.draft()).isEqualTo(draft);
        var note = staff.as("therapist", () -> left.takeOver(visit, PRESENCE));

        assertThat(staff.as("therapist", () -> notes.open(draft))).isEmpty();
        assertThat(care.auditOf("note.closed-unread", patient)).isEqualTo(1);
        assertThat(care.auditOf("note.taken-over", patient)).isEqualTo(1);
        var opened = opened(note);
        assertThat(opened.draft().nextStep()).as("nothing of the draft is read").isEmpty();
        assertThat(opened.takenOver()).isNotNull();
        assertThat(opened.takenOver().words(opened.author()))
                .contains(PRESENCE)
                .contains("account had been deactivated");

        sign(note);
        var signed = opened(note);
        assertThat(signed.status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(signed.signature()).isNotNull();
        assertThat(signed.signature().intact()).isTrue();
        assertThat(signed.takenOver()).isEqualTo(opened.takenOver());
        assertThat(statusOf(appointment)).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(visitsOf(patient)).isEmpty();
    }

    @Test
    void aSignedNoteKeepsFromWhomItsVisitWasTakenOver() {
        var patient = care.treated("Left Kept");
        book(patient, care.today().minusDays(4));
        setStatus("SWITCHED_OFF");
        var visit = visitsOf(patient).getFirst();
        assertThat(visit.draft()).as("nobody began a note").isNull();
        var note = staff.as("therapist", () -> left.takeOver(visit, PRESENCE));
        sign(note);

        assertThatThrownBy(
                        () -> jdbc.sql("update session_note set taken_over_presence = 'I was not there' where id = ?")
                                .param(Ids.bytes(note.value()))
                                .update())
                .hasMessageContaining("Signed");
    }

    @Test
    void theVisitOfAPractitionerWhoCanSignInIsNotTakenOver() {
        var patient = care.treated("Left Not");
        var appointment = book(patient, care.today().minusDays(4));
        setStatus("SWITCHED_OFF");
        var visit = visitsOf(patient).getFirst();
        setStatus("ACTIVE");

        assertThatThrownBy(() -> staff.as("therapist", () -> left.takeOver(visit, PRESENCE)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("can still sign in");
        assertThat(staff.as(name, () -> starts.find(new VisitKey.Booked(appointment))))
                .isEmpty();
    }

    @Test
    void itIsSaidHowTheClinicianTookPart() {
        var patient = care.treated("Left Unsaid");
        book(patient, care.today().minusDays(4));
        setStatus("SWITCHED_OFF");
        var visit = visitsOf(patient).getFirst();

        assertThatThrownBy(() -> staff.as("therapist", () -> left.takeOver(visit, " ")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("How you took part");
        assertThatThrownBy(() -> staff.as("therapist", () -> left.takeOver(visit, "x".repeat(401))))
                .isInstanceOf(Refused.class);
        assertThat(visitsOf(patient)).hasSize(1);
    }

    @Test
    void aVisitThatIsStillAheadIsMovedAndNotTakenOver() {
        var patient = care.treated("Left Ahead");
        var appointment = book(patient, care.today().plusDays(3));
        setStatus("SWITCHED_OFF");

        assertThat(visitsOf(patient)).isEmpty();
        var ahead = new LeftVisit(
                appointment, null, AppointmentType.MASSAGE, care.today().plusDays(3), "Therapist");
        assertThatThrownBy(() -> staff.as("therapist", () -> left.takeOver(ahead, PRESENCE)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not taken place yet");
    }

    @Test
    void aVisitOfTomorrowAtTheClinicIsNotOfferedInTheEvening() {
        var patient = care.treated("Left Evening");
        var today = book(patient, care.today());
        book(patient, care.today().plusDays(1));
        setStatus("SWITCHED_OFF");
        // in UTC it is tomorrow
        clock.set(care.today().atTime(23, 30).atZone(PHOENIX).toInstant());
        assertThat(visitsOf(patient)).extracting(LeftVisit::appointment).containsExactly(today);
    }

    @Test
    void aVisitOfTodayIsOfferedOnceItHasBegun() {
        var patient = care.treated("Left Noon");
        var at = LocalTime.of(13, 0);
        var noon = staff.as(
                "manager",
                () -> schedule.book(
                        new Booking(group.west, leaver, patient, AppointmentType.MASSAGE, care.today(), at, 30)));
        setStatus("SWITCHED_OFF");
        clock.set(care.today().atTime(12, 59).atZone(PHOENIX).toInstant());
        assertThat(visitsOf(patient)).isEmpty();
        clock.set(care.today().atTime(at).atZone(PHOENIX).toInstant());
        assertThat(visitsOf(patient)).extracting(LeftVisit::appointment).containsExactly(noon);
    }

    @Test
    void whoIsNotInRelationToThePatientTakesNothingOver() {
        var patient = care.treated("Left Foreign");
        book(patient, care.today().minusDays(4));
        setStatus("SWITCHED_OFF");
        var visit = visitsOf(patient).getFirst();

        var stranger = "stranger" + NUMBERS.incrementAndGet();
        group.practitioner(stranger, Role.THERAPIST, Discipline.MASSAGE_THERAPY, group.west);

        assertThatThrownBy(() -> staff.as(stranger, () -> left.takeOver(visit, PRESENCE)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void whoSeesThePatientByBreakGlassAccessAloneTakesNothingOver() {
        var patient = care.treated("Left Broken");
        var appointment = book(patient, care.today().minusDays(4));
        setStatus("SWITCHED_OFF");
        var stranger = "stranger" + NUMBERS.incrementAndGet();
        group.practitioner(stranger, Role.THERAPIST, Discipline.MASSAGE_THERAPY, group.west);
        care.asProven(stranger, () -> breakGlass.open(OperationId.next(), patient, REASON));

        var visit = new LeftVisit(appointment, null, AppointmentType.MASSAGE, care.today(), name);
        assertThatThrownBy(() -> staff.as(stranger, () -> left.takeOver(visit, PRESENCE)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ask a clinician who treats the patient");
        assertThat(visitsOf(patient)).hasSize(1);
    }

    @Test
    void aNoteThatWasTakenOverIsNotMovedToAnotherRecord() {
        var patient = care.treated("Left Wrong");
        book(patient, care.today().minusDays(4));
        setStatus("SWITCHED_OFF");
        var visit = visitsOf(patient).getFirst();
        var note = staff.as("therapist", () -> left.takeOver(visit, PRESENCE));
        sign(note);
        var right = care.treated("Left Right");

        assertThatThrownBy(() -> care.asProven(
                        "therapist",
                        () -> errors.moveTo(right, note, opened(note).version(), "Written for the wrong patient")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("taken over");
        care.asProven("therapist", () -> errors.mark(note, opened(note).version(), "Written for the wrong patient"));
        assertThat(visitsOf(patient)).as("the visit has no note again").hasSize(1);
    }

    private void sign(NoteId note) {
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
    }

    private List<LeftVisit> visitsOf(PatientId patient) {
        return staff.as(
                "therapist", () -> left.findByPatient(patients.open(patient).orElseThrow()));
    }

    private NoteDetails opened(NoteId note) {
        return staff.as("therapist", () -> notes.open(note)).orElseThrow();
    }

    private AppointmentStatus statusOf(AppointmentId appointment) {
        return staff.as("manager", () -> appointments.find(appointment))
                .orElseThrow()
                .row()
                .status();
    }

    private void setStatus(String status) {
        jdbc.sql("update staff_account set status = ? where id = ?")
                .params(status, Ids.bytes(leaver.value()))
                .update();
    }

    private AppointmentId book(PatientId patient, LocalDate on) {
        return care.book(AppointmentType.MASSAGE, leaver, patient, on);
    }
}
