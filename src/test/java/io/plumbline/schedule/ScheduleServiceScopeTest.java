package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.PatientService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who books whom, and that a time is taken once and stored as it was said. */
@StoreTest
@OnMySql("local times must not move by the time zone of MySQL's connection")
class ScheduleServiceScopeTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    ScheduleService schedule;

    @Autowired
    Clock clock;

    @Test
    void onlyOneOfManyConcurrentBookingsOfATimeSucceeds() throws Exception {
        var day = care.emptyDay();
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 16; i++) {
            var patient = group.patient("Booker", "Number " + i, group.west);
            attempts.add(() -> {
                try {
                    group.book(group.therapist, patient, group.west, day, LocalTime.of(14, 0));
                    return true;
                } catch (SlotTaken lost) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var won = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void aPractitionerInTwoTimeZonesIsNotDoubleBooked() {
        var day = winterDay();
        group.book(group.chiropractor, group.patient("In", "West", group.west), group.west, day, LocalTime.of(9, 0));
        var eastern = group.patient("In", "East", group.east);
        assertThatThrownBy(() -> group.book(group.chiropractor, eastern, group.east, day, LocalTime.of(11, 15)))
                .isInstanceOf(SlotTaken.class);
        group.book(group.chiropractor, eastern, group.east, day, LocalTime.of(11, 30));
    }

    @Test
    void anAppointmentIsStoredAtItsLocalTime() {
        var patient = group.patient("Said", "As Agreed", group.east);
        var day = care.emptyDay();
        group.book(group.chiropractor, patient, group.east, day, LocalTime.of(16, 35));
        var ahead = staff.as("eastdesk", () -> schedule.ahead(patient)).getFirst();
        assertThat(ahead.on()).isEqualTo(day);
        assertThat(ahead.at()).isEqualTo(LocalTime.of(16, 35));
    }

    @Test
    void aPatientOutsideTheRelationCannotBeBooked() {
        var eastern = group.patient("Not Theirs", "To Book", group.east);
        var booking = new Booking(
                group.west,
                group.chiropractor,
                eastern,
                AppointmentType.ADJUSTMENT,
                care.emptyDay(),
                LocalTime.of(7, 0),
                20);
        for (var who : List.of("chiropractor", "westdesk")) {
            assertThatThrownBy(() -> staff.as(who, () -> schedule.book(booking)))
                    .isInstanceOf(NotAvailable.class);
        }
        assertThat(staff.as("chiropractor", () -> patients.open(eastern))).isEmpty();
    }

    /** A day on which nothing is booked yet, within the days that an appointment opens a chart. */
    /** In winter the zones are two hours apart; beyond the days that other tests book. */
    private LocalDate winterDay() {
        var free = LocalDate.now(clock).plusDays(82);
        var winter = LocalDate.of(free.getYear(), 1, 12);
        return winter.isBefore(free) ? winter.plusYears(1) : winter;
    }
}
