package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.notes.NoteService;
import io.plumbline.notes.nextvisit.NextVisitService;
import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.AppointmentUndoService;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While a course waits for a decision, an examination or a re-evaluation, nothing but its next visit is booked. */
@StoreTest
class WaitingCourseBookingTest {
    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PlanService plans;

    @Autowired
    AppointmentService appointments;

    @Autowired
    AppointmentUndoService undo;

    @Autowired
    NoteService notes;

    @Autowired
    NextVisitService nextVisits;

    @Autowired
    MovableClock clock;

    @Test
    void onlyTheNextVisitOfAPatientWhoIsWorseIsBooked() {
        var patient = care.patient("Worse And Books", group.west);
        var plan = weekly(patient, "low back");
        arrivesWith(patient, 3, 4, 5);
        var next = care.today().plusDays(7);
        care.bookMassage(patient, next, toBook(patient).getFirst().visit());
        assertThat(toBook(patient)).as("no more is offered").isEmpty();
        var message =
                "A chiropractor decides about this treatment plan first. Until then only its next visit is booked,"
                        + " and that is on " + staff.as("westdesk", () -> Dates.dayAndYear(next));
        var open = care.details(plan).visits().stream()
                .filter(visit -> visit.deliveredOn() == null && visit.bookedOn() == null)
                .toList();
        assertThatThrownBy(() -> care.bookMassage(
                        patient, care.today().plusDays(14), open.getFirst().id()))
                .isInstanceOf(Refused.class)
                .hasMessage(message);
        assertThatThrownBy(() -> care.bookMassage(patient, care.today().plusDays(3)))
                .as("nor one that names no visit of the plan")
                .isInstanceOf(Refused.class)
                .hasMessage(message);
        care.bookMassage(patient, next, open.getFirst().id());
        care.book(
                AppointmentType.ADJUSTMENT,
                group.chiropractor,
                patient,
                care.today().plusDays(2));
    }

    @Test
    void aCourseThatGoesOnIsBookedAhead() {
        var patient = care.patient("Stable And Books", group.west);
        weekly(patient, "low back");
        arrivesWith(patient, 5, 5);
        care.bookMassage(
                patient, care.today().plusDays(7), toBook(patient).getFirst().visit());
        care.bookMassage(
                patient, care.today().plusDays(14), toBook(patient).getFirst().visit());
        assertThat(toBook(patient)).isNotEmpty();
    }

    @Test
    void thePlanOfTheNeckWaitsAndTheOneOfTheBackIsBookedAhead() {
        var patient = care.patient("Neck Waits", group.west);
        var neck = weekly(patient, "neck");
        arrivesWith(patient, 3, 4, 5);
        var back = weekly(patient, "low back");
        book(patient, neck, 7);
        book(patient, back, 8);
        book(patient, back, 15);
        assertThatThrownBy(() -> book(patient, neck, 16)).isInstanceOf(Refused.class);
    }

    @Test
    void ofAPlanWithNoVisitLeftNoMoreThanOneDayIsBooked() {
        var patient = care.patient("Used Up And Worse", group.west);
        weekly(patient, "low back", 3);
        arrivesWith(patient, 3, 4, 5);
        var next = care.today().plusDays(7);
        care.bookMassage(patient, next);
        refused(next, () -> care.bookMassage(patient, next.plusDays(7)));
        care.bookMassage(patient, next);
        care.book(AppointmentType.ADJUSTMENT, group.chiropractor, patient, next.plusDays(3));
    }

    @Test
    void aTreatmentThatAnotherPlanHasToBookIsOfThatPlan() {
        var patient = care.patient("Used Up Beside Another", group.west);
        weekly(patient, "neck", 3);
        arrivesWith(patient, 3, 4, 5);
        weekly(patient, "low back");
        care.bookMassage(patient, care.today().plusDays(7));
        care.bookMassage(patient, care.today().plusDays(14));
    }

    @Test
    void aPlanOnHoldWaitsLikewise() {
        var patient = care.patient("On Hold And Worse", group.west);
        var plan = weekly(patient, "low back");
        arrivesWith(patient, 3, 4, 5);
        care.move(plan, PlanStatus.ON_HOLD, "Travels for a month");
        var next = care.today().plusDays(7);
        care.bookMassage(patient, next);
        refused(next, () -> care.bookMassage(patient, next.plusDays(7)));
    }

    @Test
    void aCancellationIsNotUndoneOnceAnotherDayIsBooked() {
        var patient = care.patient("Canceled And Worse", group.west);
        var plan = weekly(patient, "low back");
        arrivesWith(patient, 3, 4, 5);
        var first = book(patient, plan, 7);
        cancel(first);
        var second = book(patient, plan, 9);
        refused(care.today().plusDays(9), () -> undo(first));
        cancel(second);
        undo(first);
        refused(care.today().plusDays(7), () -> undo(second));
    }

    @Test
    void aCancellationOfAPlanOnHoldIsNotUndone() {
        var patient = care.patient("Canceled And On Hold", group.west);
        var plan = weekly(patient, "low back");
        var booked = book(patient, plan, 7);
        cancel(booked);
        care.move(plan, PlanStatus.ON_HOLD, "Travels for a month");
        assertThatThrownBy(() -> undo(booked))
                .isInstanceOf(Refused.class)
                .hasMessage("The treatment plan is on hold: its visits cannot be booked");
    }

    @Test
    void aVisitOfTodayThatWasNotMissedIsOneOfThoseBooked() {
        var patient = care.patient("Missed And Worse", group.west);
        var plan = weekly(patient, "low back");
        arrivesWith(patient, 3, 4, 5);
        var missed = book(patient, plan, 0);
        mark(missed, AppointmentStatus.NO_SHOW);
        var next = book(patient, plan, 7);
        refused(care.today().plusDays(7), () -> takeBack(missed));
        cancel(next);
        takeBack(missed);
    }

    @Test
    void aVisitOfAnEarlierDayThatWasNotMissedIsRecordedAsItWas() {
        var patient = care.patient("Missed Before", group.west);
        var plan = weekly(patient, "low back");
        arrivesWith(patient, 3, 4, 5);
        var missed = book(patient, plan, 0);
        clock.pass(Duration.ofDays(1));
        mark(missed, AppointmentStatus.NO_SHOW);
        book(patient, plan, 7);
        takeBack(missed);
    }

    @Test
    void whatIsBookedStaysAndComesNoSooner() {
        var patient = care.patient("Booked Ahead And Worse", group.west);
        var plan = weekly(patient, "low back");
        var next = book(patient, plan, 21);
        var later = book(patient, plan, 28);
        arrivesWith(patient, 3, 4);
        care.signedNote(patient, 5);
        var dayOfNext = care.today().plusDays(7);
        refused(dayOfNext, () -> move(later, dayOfNext.plusDays(1)));
        move(later, dayOfNext.plusDays(20));
        undoMove(later);
        move(next, dayOfNext.plusDays(2));
        move(next, dayOfNext.minusDays(2));
        move(later, dayOfNext.minusDays(2));
    }

    @Test
    void aVisitWhoseDayHasPassedIsNotMovedBesideTheNext() {
        var patient = care.patient("Passed And Worse", group.west);
        var plan = weekly(patient, "low back");
        arrivesWith(patient, 3, 4, 5);
        var passed = book(patient, plan, 1);
        clock.pass(Duration.ofDays(2));
        var next = book(patient, plan, 7);
        refused(care.today().plusDays(7), () -> move(passed, care.today().plusDays(3)));
        cancel(next);
        move(passed, care.today().plusDays(3));
    }

    @Test
    void theNoteOffersAndBooksNoMoreThanTheNext() {
        var patient = care.patient("Booked From The Note", group.west);
        var plan = weekly(patient, "low back");
        arrivesWith(patient, 3, 4);
        var note = care.signedNote(patient, 5);
        var open = care.details(plan).visits().stream()
                .filter(visit -> visit.deliveredOn() == null)
                .toList();
        book(patient, plan, 7);
        staff.doAs("therapist", () -> {
            var opened = notes.open(note).orElseThrow();
            assertThat(nextVisits.propose(opened)).isEmpty();
            assertThatThrownBy(() -> nextVisits.book(
                            opened, open.get(1).id(), care.today().plusDays(14).atTime(14, 0)))
                    .isInstanceOf(NotAvailable.class);
        });
    }

    private void refused(LocalDate next, ThrowingCallable booking) {
        assertThatThrownBy(booking)
                .isInstanceOf(Refused.class)
                .hasMessage("A chiropractor decides about this treatment plan first. Until then only its next visit is"
                        + " booked, and that is on " + staff.as("westdesk", () -> Dates.dayAndYear(next)));
    }

    private void cancel(AppointmentId visit) {
        staff.doAs("westdesk", () -> appointments.cancel(visit, versionOf(visit), "Patient cannot come"));
    }

    private void undo(AppointmentId visit) {
        staff.doAs("westdesk", () -> undo.undoCancellation(visit));
    }

    private void undoMove(AppointmentId visit) {
        staff.doAs("westdesk", () -> undo.undoMove(visit));
    }

    private void mark(AppointmentId visit, AppointmentStatus status) {
        staff.doAs("westdesk", () -> appointments.mark(visit, versionOf(visit), status));
    }

    private void takeBack(AppointmentId visit) {
        staff.doAs("westdesk", () -> appointments.takeBack(visit, versionOf(visit)));
    }

    private void move(AppointmentId visit, LocalDate to) {
        staff.doAs("westdesk", () -> {
            var row = appointments.find(visit).orElseThrow().row();
            appointments.move(
                    visit,
                    row.version(),
                    new TimeSlot(row.practitioner(), null, to, row.at(), row.minutes(), row.bufferMinutes()));
        });
    }

    private long versionOf(AppointmentId visit) {
        return appointments.find(visit).orElseThrow().row().version();
    }

    private PlanId weekly(PatientId patient, String complaint) {
        return weekly(patient, complaint, 10);
    }

    private PlanId weekly(PatientId patient, String complaint, int visits) {
        return care.activePlan(
                patient,
                complaint,
                group.west,
                care.today(),
                new PlannedService(
                        PlanPhase.RELIEF, AppointmentType.MASSAGE, group.therapist, Frequency.WEEKLY, visits));
    }

    private AppointmentId book(PatientId patient, PlanId plan, int inDays) {
        var open = care.details(plan).visits().stream()
                .filter(visit -> visit.deliveredOn() == null && visit.bookedOn() == null)
                .findFirst()
                .orElseThrow();
        return care.bookMassage(patient, care.today().plusDays(inDays), open.id());
    }

    private void arrivesWith(PatientId patient, int... pains) {
        for (int pain : pains) {
            care.signedNote(patient, pain);
            clock.pass(Duration.ofDays(7));
        }
    }

    private List<PlanService.ToBook> toBook(PatientId patient) {
        return staff.as("chiropractor", () -> plans.visitsToBook(patient));
    }
}
