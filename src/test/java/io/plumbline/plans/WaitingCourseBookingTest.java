package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
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
import java.util.List;
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

    private PlanId weekly(PatientId patient, String complaint) {
        return care.activePlan(
                patient,
                complaint,
                group.west,
                care.today(),
                new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, group.therapist, Frequency.WEEKLY, 10));
    }

    private void book(PatientId patient, PlanId plan, int inDays) {
        var open = care.details(plan).visits().stream()
                .filter(visit -> visit.deliveredOn() == null && visit.bookedOn() == null)
                .findFirst()
                .orElseThrow();
        care.bookMassage(patient, care.today().plusDays(inDays), open.id());
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
