package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The visits of which a note may be begun beside those of today: of an earlier day, and of a patient who walked in. */
@StoreTest
class OpenVisitFinderTest {
    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    PatientService patients;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    MovableClock clock;

    @Test
    void aPlannedVisitOfAnEarlierDayIsDocumentedOnItsDay() {
        var patient = care.patient("Came Unbooked", group.west);
        var plan = care.activePlan(patient, "came unbooked");
        var visit = care.details(plan).visits().get(1);
        clock.pass(Duration.ofDays(20));
        var open = openTo("therapist", patient).stream()
                .filter(one -> one.key().equals(new VisitKey.Planned(visit.id())))
                .findFirst()
                .orElseThrow();
        assertThat(open.on()).isEqualTo(visit.plannedOn());
        var note = write("therapist", open.key());
        assertThat(opened("therapist", note).treatedOn()).isEqualTo(visit.plannedOn());
        sign("therapist", note);
        assertThat(care.details(plan).visits())
                .filteredOn(one -> one.id().equals(visit.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.deliveredOn()).isEqualTo(visit.plannedOn()));
        assertThat(openTo("therapist", patient))
                .extracting(OpenVisit::key)
                .doesNotContain(new VisitKey.Planned(visit.id()));
    }

    @Test
    void aVisitPlannedForALaterDayIsDocumentedToday() {
        var patient = care.patient("Came Early", group.west);
        var visit =
                care.details(care.activePlan(patient, "came early")).visits().get(1);
        assertThat(openTo("therapist", patient))
                .as("it has not taken place")
                .extracting(OpenVisit::key)
                .doesNotContain(new VisitKey.Planned(visit.id()));
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Planned(visit.id())));
        assertThat(opened("therapist", note).treatedOn()).isEqualTo(care.today());
    }

    @Test
    void aBookedVisitOfSixWeeksAgoWithoutANoteIsStillDocumented() {
        var patient = care.treated("Left Open");
        var appointment = care.bookMassage(patient, care.today().minusDays(42));
        assertThat(openTo("therapist", patient)).extracting(OpenVisit::key).contains(new VisitKey.Booked(appointment));
        care.treat(appointment);
        assertThat(openTo("therapist", patient))
                .extracting(OpenVisit::key)
                .doesNotContain(new VisitKey.Booked(appointment));
    }

    @Test
    void aWalkInIsDocumentedOnceAndCountsInThePlan() {
        var patient = care.patient("Walked In", group.west);
        var plan = care.activePlan(patient, "walked in");
        var walkIn = walkIn("therapist", patient);
        assertThat(VisitKey.parse(walkIn.text())).contains(walkIn);
        var prepared = staff.as("therapist", () -> starts.prepare(walkIn));
        assertThat(prepared.service()).isEqualTo(AppointmentType.MASSAGE);
        assertThat(staff.as("therapist", () -> starts.find(walkIn)))
                .as("looking at the form stores nothing")
                .isEmpty();
        var note = write("therapist", walkIn);
        assertThat(staff.as("therapist", () -> starts.begin(walkIn)))
                .as("from another window")
                .isEqualTo(note);
        sign("therapist", note);
        assertThat(opened("therapist", note).treatedOn()).isEqualTo(care.today());
        assertThat(care.details(plan).delivered()).isOne();
        assertThat(staff.as("therapist", () -> starts.find(walkIn))).contains(note);
    }

    @Test
    void theNoteOfAWalkInIsOfTheDayOnWhichItWasAskedForThoughItIsWrittenAfterMidnight() {
        var patient = care.treated("Walked Late");
        var visit = walkIn(
                patient, group.west, AppointmentType.MASSAGE, care.today().minusDays(1));
        assertThat(VisitKey.parse(visit.text())).contains(visit);
        assertThat(opened("therapist", write("therapist", visit)).treatedOn())
                .isEqualTo(care.today().minusDays(1));
        assertRefused(
                "therapist",
                walkIn(
                        patient,
                        group.west,
                        AppointmentType.MASSAGE,
                        care.today().plusDays(1)),
                NotAvailable.class);
        assertRefused(
                "therapist",
                walkIn(
                        patient,
                        group.west,
                        AppointmentType.MASSAGE,
                        care.today().minusDays(91)),
                NotAvailable.class);
    }

    @Test
    void aWalkInIsOfTheAuthorsDisciplineClinicAndPatients() {
        var patient = care.treated("Walked Where");
        var offered = openTo("therapist", patient).stream()
                .filter(OpenVisit::isWalkIn)
                .toList();
        assertThat(offered).extracting(OpenVisit::service).doesNotContain(AppointmentType.ADJUSTMENT);
        assertRefused("therapist", walkIn(patient, group.west, AppointmentType.ADJUSTMENT), NotAvailable.class);
        assertRefused("therapist", walkIn(patient, ClinicId.next(), AppointmentType.MASSAGE), NotAvailable.class);
        var stranger = stranger("walkstranger");
        assertRefused(stranger, walkIn(patient, group.west, AppointmentType.MASSAGE), NotAvailable.class);
        care.asProven(
                stranger,
                () -> breakGlass.open(
                        OperationId.next(), patient, new BreakGlassReason("The patient stands at the desk and asks")));
        var visit = walkIn(patient, group.west, AppointmentType.MASSAGE);
        assertThat(write(stranger, visit))
                .as("who sees the patient by break-glass access writes what they did")
                .isEqualTo(((VisitKey.WalkIn) visit).note());
    }

    @Test
    void theSignedNoteOfAWalkInCompletesTheVisitThatTheDeskBookedSince() {
        var patient = care.treated("Walked Booked");
        var note = write("therapist", walkIn("therapist", patient));
        var appointment = care.bookMassage(patient, care.today());
        sign("therapist", note);
        assertThat(statusOf(appointment)).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(staff.as("therapist", () -> notes.visitsToday()))
                .filteredOn(row -> appointment.equals(row.appointment()))
                .singleElement()
                .satisfies(row -> assertThat(row.note()).isEqualTo(note));
        assertThat(opened("therapist", note).signature())
                .isNotNull()
                .extracting(NoteDetails.Signature::intact)
                .isEqualTo(true);
    }

    @Test
    void theSignedNoteOfAWalkInLeavesAVisitThatHasNotBegun() {
        var patient = care.treated("Walked Before");
        var note = write("therapist", walkIn("therapist", patient));
        var later = staff.as(
                "manager",
                () -> schedule.book(new Booking(
                        group.west,
                        group.therapist,
                        patient,
                        AppointmentType.MASSAGE,
                        care.today(),
                        LocalTime.of(21, 35),
                        5)));
        sign("therapist", note);
        assertThat(statusOf(later)).isEqualTo(AppointmentStatus.BOOKED);
    }

    private List<OpenVisit> openTo(String who, PatientId patient) {
        return staff.as(who, () -> starts.findOpen(patients.details(patient).orElseThrow()));
    }

    private VisitKey walkIn(String who, PatientId patient) {
        return openTo(who, patient).stream()
                .filter(OpenVisit::isWalkIn)
                .filter(visit -> visit.service() == AppointmentType.MASSAGE)
                .map(OpenVisit::key)
                .findFirst()
                .orElseThrow();
    }

    private VisitKey walkIn(PatientId patient, ClinicId clinic, AppointmentType service) {
        return walkIn(patient, clinic, service, care.today());
    }

    private static VisitKey walkIn(PatientId patient, ClinicId clinic, AppointmentType service, LocalDate on) {
        return new VisitKey.WalkIn(patient, clinic, service, on, NoteId.next());
    }

    private void assertRefused(String who, VisitKey visit, Class<? extends Exception> with) {
        assertThatThrownBy(() -> staff.as(who, () -> starts.begin(visit))).isInstanceOf(with);
    }

    private String stranger(String name) {
        group.practitioner(name, Role.THERAPIST, Discipline.MASSAGE_THERAPY, group.west);
        return name;
    }

    private NoteId write(String who, VisitKey visit) {
        return staff.as(who, () -> starts.start(visit, TestCare.done())).note();
    }

    private NoteDetails opened(String who, NoteId note) {
        return staff.as(who, () -> notes.open(note)).orElseThrow();
    }

    private void sign(String who, NoteId note) {
        var version = opened(who, note).version();
        care.asProven(who, () -> AnsweredChecks.sign(notes, note, version));
    }

    private AppointmentStatus statusOf(AppointmentId appointment) {
        return staff.as("manager", () -> appointments.find(appointment))
                .orElseThrow()
                .row()
                .status();
    }
}
