package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A visit goes from booked to completed, and a mark that was a mistake is taken back. */
@StoreTest
@Tag("core")
class AppointmentServiceTest extends ScheduleTestSteps {
    @Test
    void aVisitGoesFromBookedToCompletedAndStaysThere() {
        var visit = book(group.therapist, someone(), TODAY, LocalTime.of(8, 30));
        mark(visit, AppointmentStatus.CONFIRMED);
        mark(visit, AppointmentStatus.ARRIVED);
        mark(visit, AppointmentStatus.IN_TREATMENT);
        mark(visit, AppointmentStatus.COMPLETED);
        assertThatThrownBy(() -> mark(visit, AppointmentStatus.NO_SHOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.cancel(visit, found(visit).version(), "Booked by mistake")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("it is over");
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(
                                visit,
                                found(visit).version(),
                                timeSlot(group.therapist, TODAY.plusDays(1), LocalTime.of(9, 0)))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void checkInIsOnlyOnTheDayAndNoShowOnlyAfterTheTime() {
        var tomorrow = book(group.therapist, someone(), TODAY.plusDays(1), LocalTime.of(12, 0));
        assertThatThrownBy(() -> mark(tomorrow, AppointmentStatus.ARRIVED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not for today");
        var later = book(group.therapist, someone(), TODAY, LocalTime.of(16, 0));
        assertThatThrownBy(() -> mark(later, AppointmentStatus.NO_SHOW)).isInstanceOf(Refused.class);
        var missed = book(group.therapist, someone(), TODAY, LocalTime.of(8, 0));
        mark(missed, AppointmentStatus.NO_SHOW);
        assertThat(found(missed).status()).isEqualTo(AppointmentStatus.NO_SHOW);
    }

    @Test
    void aStatusSetByMistakeCanBeUndoneTheSameDay() {
        var patient = care.patient("Mistaken", group.west);
        var plan = care.activePlan(patient, "Was there all the time");
        var first = care.details(plan).visits().getFirst().id();
        var visit = massage(patient, TODAY, LocalTime.of(9, 55), first);
        assertThatThrownBy(() -> takeBack(visit)).isInstanceOf(Refused.class);
        mark(visit, AppointmentStatus.NO_SHOW);
        assertThat(bookedOn(plan)).isNull();
        assertThat(mayTakeBack(visit)).isTrue();
        takeBack(visit);
        assertThat(found(visit).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(bookedOn(plan)).as("the plan's visit is booked again").isEqualTo(TODAY);
        assertThat(nextVisit(patient)).isEqualTo(new FreeTime(TODAY, LocalTime.of(9, 55)));
        assertThat(audited("appointment.taken-back", visit.value())).isEqualTo(1);
        assertThat(changes(visit).getLast().isTakenBack()).isTrue();
        assertThat(mayTakeBack(visit)).isFalse();
        assertThatThrownBy(() -> takeBack(visit)).isInstanceOf(Refused.class);
        mark(visit, AppointmentStatus.ARRIVED);
        mark(visit, AppointmentStatus.COMPLETED);
        takeBack(visit);
        assertThat(found(visit).status()).isEqualTo(AppointmentStatus.ARRIVED);
    }

    @Test
    void aStatusSetYesterdayOrSignedCannotBeUndone() {
        var visit = massage(someone(), TODAY, LocalTime.of(2, 0), null);
        var signed = massage(someone(), TODAY, LocalTime.of(3, 0), null);
        mark(visit, AppointmentStatus.NO_SHOW);
        care.treat(signed);
        assertThat(mayTakeBack(signed)).isFalse();
        assertThatThrownBy(() -> takeBack(signed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("It stays completed");
        clock.pass(Duration.ofDays(1));
        try {
            assertThat(mayTakeBack(visit)).isFalse();
            assertThatThrownBy(() -> takeBack(visit))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("It stays no-show");
        } finally {
            clock.reset();
        }
    }

    @Test
    void unclosedPastVisitsAreListedAndCanBeClosed() {
        var day = TODAY.plusDays(49);
        var came = book(group.therapist, someone(), day, LocalTime.of(9, 0));
        var missed = book(group.therapist, someone(), day, LocalTime.of(9, 30));
        var cancelled = book(group.therapist, someone(), day, LocalTime.of(10, 0));
        var here = massage(someone(), day, LocalTime.of(11, 0), null);
        staff.doAs(
                "westdesk",
                () -> appointments.cancel(cancelled, found(cancelled).version(), "The patient is ill at home"));
        clock.pass(Duration.ofDays(49));
        try {
            mark(here, AppointmentStatus.ARRIVED);
            assertThat(toClose()).as("the day is not over").doesNotContain(came, missed, here);
            assertThatThrownBy(() -> complete(came)).hasMessageContaining("The day of the appointment is not over");
            clock.pass(Duration.ofDays(1));
            assertThat(toClose()).contains(came, missed, here).doesNotContain(cancelled);
            assertThat(staff.as("westdesk", schedule::countToClose))
                    .isEqualTo(toClose().size());
            assertThat(staff.as("westdesk", () -> schedule.toClose(1))).hasSize(1);
            assertThat(staff.as("therapist", () -> schedule.toClose(100)))
                    .as("who treats does so in the schedule")
                    .isEmpty();
            complete(came);
            complete(here);
            mark(missed, AppointmentStatus.NO_SHOW);
            assertThat(found(came).status()).isEqualTo(AppointmentStatus.COMPLETED);
            assertThat(found(here).status()).isEqualTo(AppointmentStatus.COMPLETED);
            assertThat(toClose()).doesNotContain(came, missed, here);
        } finally {
            clock.reset();
        }
    }

    @Test
    void aStaleCancelOrMoveIsRefused() {
        var visit = book(group.therapist, someone(), TODAY.plusDays(8), LocalTime.of(9, 0));
        mark(visit, AppointmentStatus.CONFIRMED);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> appointments.cancel(visit, 0, "Patient is ill")))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(
                                visit, 0, timeSlot(group.therapist, TODAY.plusDays(9), LocalTime.of(9, 0)))))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void anAppointmentOfAnotherClinicOrColleagueLooksNonexistent() {
        var visit = book(group.chiropractor, someone(), TODAY.plusDays(8), LocalTime.of(11, 0));
        for (var stranger : List.of("eastdesk", "therapist")) {
            assertThat(staff.as(stranger, () -> appointments.find(visit))).isEmpty();
            assertThatThrownBy(
                            () -> staff.doAs(stranger, () -> appointments.mark(visit, 0, AppointmentStatus.CONFIRMED)))
                    .isInstanceOf(NotAvailable.class);
        }
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> appointments.cancel(visit, 0, "It is not my own record")))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("eastdesk", () -> schedule.calendar(group.west, TODAY, TODAY)))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as("chiropractor", () -> appointments.find(visit))).isPresent();
    }

    @Test
    void aPlannedVisitFollowsItsAppointment() {
        var patient = care.patient("Planned", group.west);
        var plan = care.activePlan(patient, "Follows its appointment");
        var first = care.details(plan).visits().getFirst().id();
        var visit = massage(patient, TODAY.plusDays(2), LocalTime.of(5, 0), first);
        assertThat(bookedOn(plan)).isEqualTo(TODAY.plusDays(2));
        staff.doAs(
                "westdesk",
                () -> appointments.move(visit, 0, timeSlot(group.therapist, TODAY.plusDays(9), LocalTime.of(20, 0))));
        assertThat(bookedOn(plan)).isEqualTo(TODAY.plusDays(9));
        staff.doAs("westdesk", () -> appointments.cancel(visit, found(visit).version(), "Patient is ill"));
        assertThat(bookedOn(plan)).as("waits to be booked again").isNull();
        var again = massage(patient, TODAY, LocalTime.of(5, 0), first);
        assertThat(bookedOn(plan)).isEqualTo(TODAY);
        mark(again, AppointmentStatus.NO_SHOW);
        assertThat(bookedOn(plan)).as("was missed").isNull();
    }

    @Test
    void aMassageCannotBeMovedOrStartedDuringAClinicalHold() {
        var patient = care.patient("Held", group.west);
        var visit = massage(patient, TODAY, LocalTime.of(6, 0), null);
        var planned = massage(patient, TODAY.plusDays(1), LocalTime.of(6, 0), null);
        assertThat(rowOf(visit, TODAY).isHeld()).isFalse();
        care.raise(patient, group.west, "RF-CES-1");
        assertThat(rowOf(visit, TODAY).mustWait())
                .as("the schedule shows the hold")
                .isTrue();
        mark(visit, AppointmentStatus.ARRIVED);
        for (var next : List.of(AppointmentStatus.IN_TREATMENT, AppointmentStatus.COMPLETED)) {
            assertThatThrownBy(() -> mark(visit, next))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Clinical hold");
        }
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(
                                planned, 0, timeSlot(group.therapist, TODAY.plusDays(2), LocalTime.of(6, 30)))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Clinical hold");
    }

    @Test
    void theTherapistSeesTheirOwnDayAndTheFrontDeskEveryonesDay() {
        var day = TODAY.plusDays(20);
        book(group.therapist, someone(), day, LocalTime.of(9, 0));
        book(group.chiropractor, someone(), day, LocalTime.of(9, 0));
        assertThat(staff.as("therapist", () -> schedule.calendar(group.west, day, day))
                        .columns())
                .extracting("practitioner")
                .containsExactly(group.therapist);
        assertThat(staff.as("westdesk", () -> schedule.calendar(group.west, day, day))
                        .columns())
                .extracting("practitioner")
                .contains(group.therapist, group.chiropractor);
    }

    private List<AppointmentId> toClose() {
        return staff.as("westdesk", () -> schedule.toClose(1000)).stream()
                .map(AppointmentRow::id)
                .toList();
    }

    private void complete(AppointmentId visit) {
        staff.doAs("westdesk", () -> appointments.complete(visit, found(visit).version()));
    }

    private void takeBack(AppointmentId visit) {
        staff.doAs("westdesk", () -> appointments.takeBack(visit, found(visit).version()));
    }

    private boolean mayTakeBack(AppointmentId visit) {
        return staff.as("westdesk", () -> appointments.find(visit))
                .orElseThrow()
                .mayTakeBack();
    }

    private LocalDate bookedOn(PlanId plan) {
        return care.details(plan).visits().getFirst().bookedOn();
    }

    private AppointmentRow rowOf(AppointmentId appointment, LocalDate day) {
        return staff.as("westdesk", () -> schedule.calendar(group.west, day, day)).columns().stream()
                .flatMap(column -> column.on(day).stream())
                .filter(row -> row.id().equals(appointment))
                .findFirst()
                .orElseThrow();
    }

    private void mark(AppointmentId visit, AppointmentStatus status) {
        staff.doAs("westdesk", () -> appointments.mark(visit, found(visit).version(), status));
    }
}
