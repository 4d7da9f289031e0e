package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.ChosenStore;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of the schedule do on every store. */
abstract class ScheduleTestSteps {
    /** It is ten in the morning in the west. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Map<ClinicId, String> planners = new HashMap<>();

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    PatientService patients;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Statements statements;

    @Autowired
    MovableClock clock;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    ClinicService clinics;

    @Autowired
    JdbcClient jdbc;

    List<AppointmentDetails.Change> changes(AppointmentId visit) {
        return staff.as("westdesk", () -> appointments.find(visit))
                .orElseThrow()
                .changes();
    }

    AppointmentId massage(PatientId patient, LocalDate on, LocalTime at, @Nullable PlannedVisitId plannedVisit) {
        return staff.as(
                "manager",
                () -> schedule.book(new Booking(
                        group.west, group.therapist, patient, AppointmentType.MASSAGE, on, at, 30, plannedVisit)));
    }

    /** On H2 a second writer asks nothing before the first has ended. */
    static void awaitOnMySql(CountDownLatch latch) {
        if (ChosenStore.isMySql()) {
            await(latch);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    PatientId someone() {
        return group.patient("Visitor", TestGroup.familyName(), group.west);
    }

    AppointmentId book(StaffId who, PatientId patient, LocalDate day, LocalTime at) {
        return group.book(who, patient, group.west, day, at);
    }

    static TimeSlot timeSlot(StaffId who, LocalDate day, LocalTime at) {
        return new TimeSlot(who, null, day, at, 30, 0);
    }

    AppointmentRow found(AppointmentId visit) {
        return found(visit, "manager");
    }

    AppointmentRow found(AppointmentId visit, String reader) {
        return staff.as(reader, () -> appointments.find(visit)).orElseThrow().row();
    }

    FreeTime nextVisit(PatientId patient) {
        var opened = staff.as("manager", () -> patients.open(patient)).orElseThrow();
        return opened.nextVisitOn() == null ? null : new FreeTime(opened.nextVisitOn(), opened.nextVisitAt());
    }

    long audited(String kind, UUID subject) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(subject))
                .query(Long.class)
                .single();
    }

    ClinicId placeWithHours(String code, String zone) {
        return placeWithHours(code, zone, LocalTime.of(8, 0), LocalTime.of(18, 0));
    }

    /** A clinic that is open from Monday to Saturday (at night on Sundays too), with a planner of its own. */
    ClinicId placeWithHours(String code, String zone, LocalTime opens, LocalTime closes) {
        var days = Arrays.stream(DayOfWeek.values())
                .filter(day -> opens.equals(LocalTime.MIN) || day != DayOfWeek.SUNDAY)
                .map(day -> new BusinessHours(day, opens, closes))
                .toList();
        var draft = ClinicDrafts.of(
                group.code(code),
                "Place of " + code,
                ZoneId.of(zone),
                "US",
                "911",
                15,
                days,
                List.of(new ClosedDay(LocalDate.of(2027, 3, 2), "Inventory")));
        var place = staff.as("system", () -> clinics.create(draft));
        planners.put(place, "planner-" + code);
        group.account(plannerOf(place), Role.MANAGER, place, group.west);
        return place;
    }

    StaffId practitionerAt(ClinicId place, LocalTime from, LocalTime until) {
        var id = StaffId.next();
        var hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingHours(place, day, from, until))
                .toList();
        staff.doAs(
                plannerOf(place),
                () -> practitioners.add(
                        id,
                        new PractitionerDraft(
                                "", "Hour", "Keeper", Set.of(Discipline.MASSAGE_THERAPY), Set.of("English"), hours)));
        return id;
    }

    AppointmentId bookAt(ClinicId place, StaffId who, LocalDate day, LocalTime at) {
        var patient = someone();
        return staff.as(
                plannerOf(place),
                () -> schedule.book(new Booking(place, who, patient, AppointmentType.CONSULTATION, day, at, 30)));
    }

    String plannerOf(ClinicId place) {
        return Objects.requireNonNull(planners.get(place));
    }
}
