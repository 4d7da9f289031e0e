package io.plumbline.practitioners.absences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is away is not booked. */
@StoreTest
class AbsenceServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    AbsenceService absences;

    @Autowired
    ScheduleService schedule;

    @Autowired
    Clock clock;

    // absences

    @Test
    void anAbsentPractitionerHasNoFreeTimes() {
        var clinic = group.own("w");
        var who = group.worker(clinic, Discipline.MASSAGE_THERAPY);
        var day = monday();
        var all = staff.as(
                clinic.manager(),
                () -> schedule.freeTimes(
                        clinic.id(), AppointmentType.CONSULTATION, new TimeSlot(who, null, day, LocalTime.MIN, 60, 0)));
        assertThat(all).contains(LocalTime.of(9, 0), LocalTime.of(12, 0));
        var operation = OperationId.next();
        var morning =
                new AbsenceDraft(day, day, LocalTime.of(8, 0), LocalTime.of(10, 30), AbsenceKind.SICK_LEAVE, "Dentist");
        var absence = staff.as(clinic.manager(), () -> absences.add(who, morning, operation));
        assertThat(staff.as(clinic.manager(), () -> absences.add(who, morning, operation)))
                .as("sent twice")
                .isEqualTo(absence);
        assertThat(staff.as(
                        clinic.manager(),
                        () -> schedule.freeTimes(
                                clinic.id(),
                                AppointmentType.CONSULTATION,
                                new TimeSlot(who, null, day, LocalTime.MIN, 60, 0))))
                .isNotEmpty()
                .allMatch(at -> !at.isBefore(LocalTime.of(10, 30)));
        staff.as(
                clinic.manager(),
                () -> absences.add(
                        who,
                        AbsenceDraft.days(day.minusDays(1), day.plusDays(1), AbsenceKind.HOLIDAY, ""),
                        OperationId.next()));
        assertThat(staff.as(
                        clinic.manager(),
                        () -> schedule.freeTimes(
                                clinic.id(),
                                AppointmentType.CONSULTATION,
                                new TimeSlot(who, null, day, LocalTime.MIN, 60, 0))))
                .isEmpty();
        assertThat(staff.as("westdesk", () -> absences.between(who, day, day)))
                .as("the desk reads when, not why")
                .hasSize(2)
                .allMatch(row -> row.kind() == null && row.note().isEmpty());
        for (var row : staff.as(clinic.manager(), () -> absences.between(who, day, day))) {
            staff.doAs(clinic.manager(), () -> absences.withdraw(row.id(), row.version()));
        }
        assertThat(staff.as(
                        clinic.manager(),
                        () -> schedule.freeTimes(
                                clinic.id(),
                                AppointmentType.CONSULTATION,
                                new TimeSlot(who, null, day, LocalTime.MIN, 60, 0))))
                .isEqualTo(all);
        assertThatThrownBy(() -> staff.doAs("manager", () -> absences.withdraw(absence, 1)))
                .as("a manager of another clinic")
                .isInstanceOf(NotAvailable.class);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }

    private LocalDate monday() {
        return today().plusDays(2).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
