package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.StoreTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Bookings: one for each time, within the hours of the clinic and of who treats. */
@StoreTest
@OnMySql("of 32 bookings at once, a unique key and its locks let one have the hour")
class ScheduleServiceTest extends ScheduleTestSteps {
    @Test
    void oneOf32ConcurrentBookingsGetsTheHourAndTheOthersTheNextFreeTimes() throws Exception {
        var day = TODAY.plusDays(40);
        var bookings = new ArrayList<Callable<List<FreeTime>>>();
        for (int i = 0; i < 32; i++) {
            var patient = someone();
            bookings.add(() -> bookWhatIsOffered(patient, new FreeTime(day, LocalTime.of(14, 0))));
        }
        var firstTries = 0;
        var agreed = new ArrayList<FreeTime>();
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (var booking : threads.invokeAll(bookings)) {
                var tried = booking.get();
                firstTries += tried.size() == 1 ? 1 : 0;
                agreed.add(tried.getLast());
            }
        }
        assertThat(firstTries).as("got the hour they asked for").isEqualTo(1);
        assertThat(agreed).doesNotHaveDuplicates().hasSize(32);
        assertThat(agreed).allMatch(time -> !time.on().isBefore(day));
    }

    @Test
    void theNextVisitsOfARecordAreNeitherCompletedNorOver() {
        var patient = someone();
        var today = book(group.therapist, patient, TODAY, LocalTime.of(11, 0));
        var later = book(group.therapist, patient, TODAY.plusDays(7), LocalTime.of(11, 0));
        assertThat(nextVisits(patient)).containsExactly(today, later);
        for (var change : List.of("status = 'COMPLETED'", "starts_at = '09:00:00'")) {
            jdbc.sql("update appointment set " + change + " where id = ?")
                    .param(Ids.bytes(today.value()))
                    .update();
            assertThat(nextVisits(patient)).as(change).containsExactly(later);
            jdbc.sql("update appointment set status = 'BOOKED' where id = ?")
                    .param(Ids.bytes(today.value()))
                    .update();
        }
        jdbc.sql("update appointment set status = 'ARRIVED' where id = ?")
                .param(Ids.bytes(today.value()))
                .update();
        assertThat(nextVisits(patient)).as("the patient is here").containsExactly(today, later);
    }

    private List<AppointmentId> nextVisits(PatientId patient) {
        return staff.as(
                "westdesk", () -> schedule.ahead(patients.details(patient).orElseThrow()).stream()
                        .map(AppointmentRow::id)
                        .toList());
    }

    @Test
    void aPatientCannotBeBookedWithTwoPractitionersAtOnce() throws Exception {
        var patient = someone();
        var day = TODAY.plusDays(14);
        book(group.therapist, patient, day, LocalTime.of(9, 0));
        assertThatThrownBy(() -> book(group.chiropractor, patient, day, LocalTime.of(9, 15)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is with")
                .hasMessageContaining("then, 9:00–9:30 AM");
        var after = book(group.chiropractor, patient, day, LocalTime.of(9, 30));
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(after, 0, timeSlot(group.chiropractor, day, LocalTime.of(9, 25)))))
                .hasMessageContaining("then, 9:00–9:30 AM");
        staff.doAs(
                "westdesk", () -> appointments.move(after, 0, timeSlot(group.chiropractor, day, LocalTime.of(9, 35))));
        assertThat(found(after).at()).as("its own time is no other visit").isEqualTo(LocalTime.of(9, 35));

        var wanted = someone();
        var desks = new ArrayList<Callable<Boolean>>();
        for (var who : List.of(group.therapist, group.chiropractor)) {
            desks.add(() -> {
                try {
                    book(who, wanted, day, LocalTime.of(11, 0));
                    return true;
                } catch (Refused elsewhere) {
                    return false;
                }
            });
        }
        var booked = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var desk : threads.invokeAll(desks)) {
                booked += desk.get() ? 1 : 0;
            }
        }
        assertThat(booked).as("of two desks at once").isEqualTo(1);
    }

    @Test
    void aFullDayDoesNotHideTheRestOfItsWeek() {
        var monday = TODAY.plusDays(62);
        var sunday = monday.plusDays(6);
        var one = book(group.therapist, someone(), monday, LocalTime.of(9, 0));
        for (int i = 0; i < 1000; i++) {
            jdbc.sql("""
                    insert into appointment (id, clinic_id, practitioner_id, subject_kind, subject_id, appointment_type,
                        starts_on, starts_at, minutes, buffer_minutes, cancelled_late, status, booked_at, version)
                    select ?, clinic_id, practitioner_id, subject_kind, subject_id, appointment_type,
                        starts_on, starts_at, minutes, buffer_minutes, cancelled_late, 'COMPLETED', booked_at, 0
                    from appointment where id = ?""").params(Ids.bytes(Ids.next()), Ids.bytes(one.value())).update();
        }
        book(group.therapist, someone(), sunday, LocalTime.of(9, 0));
        for (var who : List.of("westdesk", "therapist")) {
            var week = staff.as(who, () -> schedule.calendar(group.west, monday, sunday));
            assertThat(week.columns().stream().flatMap(column -> column.on(sunday).stream()))
                    .as(who)
                    .hasSize(1);
        }
    }

    @Test
    void bookingsOutsideBusinessOrWorkingHoursAreRefused() {
        var place = placeWithHours("hours", "America/New_York");
        var who = practitionerAt(place, LocalTime.of(10, 0), LocalTime.of(16, 0));
        var monday = LocalDate.of(2027, 3, 1);
        assertThatThrownBy(() -> bookAt(place, who, monday, LocalTime.of(7, 0)))
                .hasMessageContaining("is open 8:00 AM–6:00 PM on that day");
        assertThatThrownBy(() -> bookAt(place, who, monday, LocalTime.of(9, 0)))
                .hasMessageContaining("does not work there at that time");
        assertThatThrownBy(() -> bookAt(place, who, monday, LocalTime.of(15, 45)))
                .hasMessageContaining("does not work there at that time");
        assertThatThrownBy(() -> bookAt(place, who, monday.plusDays(1), LocalTime.of(11, 0)))
                .as("a closed day")
                .hasMessageContaining("is closed on Tue, Mar 2");
        assertThatThrownBy(() -> bookAt(place, who, LocalDate.of(2027, 3, 7), LocalTime.of(11, 0)))
                .as("a Sunday")
                .hasMessageContaining("is closed on Sun, Mar 7");
        assertThat(bookAt(place, who, monday, LocalTime.of(10, 0))).isNotNull();
    }

    @Test
    void theHourSkippedByDaylightSavingTimeIsNotOffered() {
        var place = placeWithHours("night", "America/New_York", LocalTime.of(0, 0), LocalTime.of(6, 0));
        var who = practitionerAt(place, LocalTime.of(0, 0), LocalTime.of(6, 0));
        var springs = LocalDate.of(2027, 3, 14);
        assertThatThrownBy(() -> bookAt(place, who, springs, LocalTime.of(2, 30)))
                .hasMessageContaining("The clocks skip 2:30 AM");
        var free = staff.as(
                "planner-night",
                () -> schedule.freeTimes(
                        place, AppointmentType.CONSULTATION, new TimeSlot(who, null, springs, LocalTime.MIN, 30, 0)));
        assertThat(free).contains(LocalTime.of(1, 30), LocalTime.of(3, 0)).noneMatch(at -> at.getHour() == 2);
    }

    @Test
    void aRepeatedHourMeansItsFirstOccurrenceAndIsBookedOnce() {
        var place = placeWithHours("autumn", "America/New_York", LocalTime.of(0, 0), LocalTime.of(6, 0));
        var who = practitionerAt(place, LocalTime.of(0, 0), LocalTime.of(6, 0));
        var falls = LocalDate.of(2027, 11, 7);
        bookAt(place, who, falls, LocalTime.of(1, 30));
        assertThatThrownBy(() -> bookAt(place, who, falls, LocalTime.of(1, 30))).isInstanceOf(SlotTaken.class);
        assertThat(bookAt(place, who, falls, LocalTime.of(2, 0))).isNotNull();
    }

    @Test
    void aVisitOnFebruary29CanBeBookedAndMoved() {
        var leap = LocalDate.of(2028, 2, 29);
        var visit = book(group.therapist, someone(), leap, LocalTime.of(9, 0));
        staff.doAs(
                "westdesk",
                () -> appointments.move(visit, 0, timeSlot(group.therapist, leap.plusDays(1), LocalTime.of(9, 0))));
        assertThat(found(visit).on()).isEqualTo(LocalDate.of(2028, 3, 1));
    }

    @Test
    void theBufferAfterAVisitStaysFree() {
        var day = TODAY.plusDays(25);
        var who = group.therapist;
        staff.as(
                "westdesk",
                () -> schedule.book(new Booking(
                        group.west,
                        someone(),
                        AppointmentType.CONSULTATION,
                        new TimeSlot(who, null, day, LocalTime.of(9, 0), 30, 15),
                        null)));
        assertThatThrownBy(() -> book(who, someone(), day, LocalTime.of(9, 30))).isInstanceOf(SlotTaken.class);
        assertThat(book(who, someone(), day, LocalTime.of(9, 45))).isNotNull();
    }

    /** Takes what the portal offers until a time is theirs; each time that was tried, in order. */
    private List<FreeTime> bookWhatIsOffered(PatientId patient, FreeTime wanted) {
        var tried = new ArrayList<FreeTime>();
        var next = wanted;
        while (true) {
            tried.add(next);
            try {
                book(group.therapist, patient, next.on(), next.at());
                return tried;
            } catch (SlotTaken taken) {
                next = taken.next();
                assertThat(next).as("a next free time is offered").isNotNull();
            }
        }
    }
}
