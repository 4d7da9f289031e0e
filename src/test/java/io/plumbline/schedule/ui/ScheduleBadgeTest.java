package io.plumbline.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** How many appointments of today the navigation tells, at a clinic of the test's own: others book too. */
@StoreTest
class ScheduleBadgeTest {
    @Autowired
    @Qualifier("scheduleCount")
    NavBadge badge;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Test
    void aCanceledVisitIsNotCountedInTheBadge() {
        var own = group.own("badge");
        var worker = group.worker(own, Discipline.MASSAGE_THERAPY);
        group.entitle(worker, Discipline.MASSAGE_THERAPY, own.manager());
        var desk = "desk" + own.manager();
        group.account(desk, Role.FRONT_DESK, own.id());
        var patient = group.patient("Counted", "Once", own.id(), own.manager());
        assertThat(countedFor(desk)).isZero();
        var visit = staff.as(
                desk,
                () -> schedule.book(new Booking(
                        own.id(), worker, patient, AppointmentType.MASSAGE, care.today(), LocalTime.of(14, 0), 30)));
        assertThat(countedFor(desk)).isOne();
        staff.doAs(desk, () -> appointments.cancel(visit, 0, "Patient is ill"));
        assertThat(countedFor(desk)).isZero();
    }

    private long countedFor(String who) {
        return staff.as(who, badge::waiting).count();
    }
}
