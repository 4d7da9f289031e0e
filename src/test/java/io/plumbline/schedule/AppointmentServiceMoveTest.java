package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.OnMySql;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Visits that are moved or cancelled, and the next visit of a patient. */
@StoreTest
@OnMySql("a visit that moves while its note is signed waits for the row lock of the header")
class AppointmentServiceMoveTest extends ScheduleTestSteps {
    @Test
    void movingTakesTheNewTimeAndFreesTheOldOne() {
        var patient = someone();
        var day = TODAY.plusDays(3);
        var visit = book(group.therapist, patient, day, LocalTime.of(9, 0));
        staff.doAs("westdesk", () -> appointments.move(visit, 0, timeSlot(group.therapist, day, LocalTime.of(11, 0))));
        assertThat(times(day)).contains(LocalTime.of(9, 0)).doesNotContain(LocalTime.of(11, 0));
        var moved = found(visit);
        assertThat(moved.at()).isEqualTo(LocalTime.of(11, 0));
        assertThat(changes(visit))
                .extracting(AppointmentDetails.Change::movedFrom)
                .containsExactly(null, new FreeTime(day, LocalTime.of(9, 0)));
        assertThat(nextVisit(patient)).isEqualTo(new FreeTime(day, LocalTime.of(11, 0)));
    }

    @Test
    void movingToATakenTimeChangesNothing() {
        var day = TODAY.plusDays(4);
        book(group.therapist, someone(), day, LocalTime.of(9, 0));
        var visit = book(group.therapist, someone(), day, LocalTime.of(10, 0));
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(visit, 0, timeSlot(group.therapist, day, LocalTime.of(9, 0)))))
                .isInstanceOf(SlotTaken.class);
        assertThat(found(visit).at()).isEqualTo(LocalTime.of(10, 0));
        assertThat(times(day)).doesNotContain(LocalTime.of(9, 0), LocalTime.of(10, 0));
    }

    @Test
    void movingToAColleagueOpensTheChartToThemAndClosesItToThePreviousPractitioner() {
        var patient = someone();
        var day = TODAY.plusDays(5);
        var visit = book(group.therapist, patient, day, LocalTime.of(9, 0));
        staff.doAs("manager", () -> appointments.move(visit, 0, timeSlot(group.chiropractor, day, LocalTime.of(9, 0))));
        assertThat(staff.as("chiropractor", () -> patients.open(patient))).isPresent();
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
    }

    @Test
    void cancelingFreesTheTimeClosesTheChartAndStoresTheReason() {
        var patient = someone();
        var day = TODAY.plusDays(6);
        var visit = book(group.therapist, patient, day, LocalTime.of(9, 0));
        staff.doAs("westdesk", () -> appointments.cancel(visit, 0, "Patient is ill"));
        assertThat(times(day)).contains(LocalTime.of(9, 0));
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
        assertThat(nextVisit(patient)).isNull();
        assertThat(isLate(visit)).isFalse();
        assertThat(changes(visit).getLast().reason()).isEqualTo("Patient is ill");
        assertThat(changes(visit).getLast().isLate()).isFalse();
        assertThat(audited("appointment.cancelled", visit.value())).isEqualTo(1);
    }

    @Test
    void cancelingLessThanADayBeforeIsLate() {
        var visit = book(group.therapist, someone(), TODAY.plusDays(1), LocalTime.of(9, 55));
        staff.doAs("westdesk", () -> appointments.cancel(visit, 0, "Patient cannot come"));
        assertThat(isLate(visit)).isTrue();
        assertThat(changes(visit).getLast().isLate()).isTrue();
        var inTime = book(group.therapist, someone(), TODAY.plusDays(1), LocalTime.of(10, 5));
        staff.doAs("westdesk", () -> appointments.cancel(inTime, 0, "Patient cannot come"));
        assertThat(isLate(inTime)).isFalse();
    }

    @Test
    void cancelingNeedsAReason() {
        var visit = book(group.therapist, someone(), TODAY.plusDays(7), LocalTime.of(9, 0));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> appointments.cancel(visit, 0, "  ")))
                .isInstanceOf(Refused.class);
        assertThat(found(visit).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void theNextVisitIsTheEarliestUpcomingOne() {
        var patient = someone();
        var early = book(group.therapist, patient, TODAY.plusDays(10), LocalTime.of(9, 0));
        book(group.therapist, patient, TODAY.plusDays(12), LocalTime.of(9, 0));
        assertThat(nextVisit(patient).on()).isEqualTo(TODAY.plusDays(10));
        staff.doAs("westdesk", () -> appointments.cancel(early, 0, "Patient is ill"));
        assertThat(nextVisit(patient).on()).isEqualTo(TODAY.plusDays(12));
    }

    @Test
    void theNextVisitMovesOnAfterAPastVisitThatWasNotClosed() {
        var patient = someone();
        book(group.therapist, patient, TODAY, LocalTime.of(15, 0));
        book(group.therapist, patient, TODAY.plusDays(13), LocalTime.of(9, 0));
        var alone = someone();
        book(group.therapist, alone, TODAY, LocalTime.of(15, 30));
        try {
            clock.pass(Duration.ofHours(5).plusMinutes(29));
            ring(TODAY);
            assertThat(nextVisit(patient)).as("it lasts").isEqualTo(new FreeTime(TODAY, LocalTime.of(15, 0)));
            clock.pass(Duration.ofMinutes(1));
            ring(TODAY);
            assertThat(nextVisit(patient)).isEqualTo(new FreeTime(TODAY.plusDays(13), LocalTime.of(9, 0)));
            assertThat(nextVisit(alone)).isNotNull();
            clock.pass(Duration.ofDays(4));
            ring(LocalDate.EPOCH);
            assertThat(nextVisit(alone)).isNull();
            assertThat(staff.as("system", () -> appointments.withPassedVisit(LocalDate.EPOCH, 1000)))
                    .as("none a second time")
                    .isEmpty();
        } finally {
            clock.reset();
        }
    }

    @Test
    void aVisitWithASignedNoteIsCompletedAndCannotBeMovedOrCanceled() {
        var patient = someone();
        var visit = massage(patient, TODAY, LocalTime.of(5, 30), null);
        care.treat(visit);
        assertThat(found(visit).status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.cancel(visit, found(visit).version(), "Booked by mistake")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(
                                visit,
                                found(visit).version(),
                                timeSlot(group.therapist, TODAY.plusDays(1), LocalTime.of(21, 0)))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aVisitBookedWhileANoteIsBeingSignedBecomesTheNextVisit() throws Exception {
        var patient = someone();
        var visit = massage(patient, TODAY, LocalTime.of(4, 0), null);
        var soon = new FreeTime(TODAY.plusDays(1), LocalTime.of(4, 0));
        book(group.therapist, patient, TODAY.plusDays(9), LocalTime.of(4, 0));
        try (var therapists = Executors.newSingleThreadExecutor()) {
            var signed = transactions.execute(desk -> {
                book(group.therapist, patient, soon.on(), soon.at());
                var waits = statements.next("update patient_summary");
                var signing =
                        therapists.submit(() -> staff.doAs("therapist", () -> appointments.markHeld(visit, patient)));
                awaitOnMySql(waits);
                return signing;
            });
            signed.get();
        }
        assertThat(found(visit).status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(nextVisit(patient)).isEqualTo(soon);
    }

    private void ring(LocalDate since) {
        staff.doAs("system", () -> appointments.withPassedVisit(since, 1000).forEach(appointments::moveNextVisitOn));
    }

    private List<LocalTime> times(LocalDate day) {
        return staff.as(
                "westdesk",
                () -> schedule.freeTimes(
                        group.west, AppointmentType.CONSULTATION, timeSlot(group.therapist, day, LocalTime.MIN)));
    }

    private boolean isLate(AppointmentId visit) {
        return jdbc.sql("select cancelled_late from appointment where id = ?")
                .param(Ids.bytes(visit.value()))
                .query(Boolean.class)
                .single();
    }
}
