package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.SensitivePatients;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.notes.backlog.UnsignedNoteService;
import io.plumbline.notes.backlog.UnsignedRow;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.SafetyService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every store promises of what waits: red flags, notes to sign, plans to book. */
@StoreTest
class WorklistsTest {
    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    SafetyService safety;

    @Autowired
    PlanWorklistService worklist;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    UnsignedNoteService unsigned;

    @Autowired
    ScheduleService schedule;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void redFlagsArePagedByLevelThenOldestFirst() {
        for (int i = 0; i < 3; i++) {
            var patient = care.patient("Flags" + i, i == 1 ? group.east : group.west);
            for (var rule : List.of("RF-FX-3", "RF-CES-1", "RF-INF-1")) {
                clock.pass(Duration.ofMinutes(7));
                care.raise(patient, i == 1 ? group.east : group.west, rule);
            }
        }
        var all = flags(FlagFilter.ALL, 500);
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(9)
                .isSortedAccordingTo(Comparator.comparing(FlagRow::level)
                        .thenComparing(FlagRow::raisedAt)
                        .thenComparing(row -> row.id().toString()));
        assertThat(all)
                .filteredOn(row -> row.patientName().startsWith("Flags"))
                .hasSize(9)
                .allMatch(row -> row.found().by().equals("chiropractor"));
        assertThat(all).extracting(FlagRow::level).contains(FlagLevel.E, FlagLevel.U, FlagLevel.R);
        var paged = new ArrayList<FlagRow>();
        for (var page = all.subList(0, 0); paged.isEmpty() || !page.isEmpty(); paged.addAll(page)) {
            var last = paged.isEmpty() ? null : paged.getLast();
            page = flags(FlagFilter.ALL, last, 2);
        }
        assertThat(paged).isEqualTo(all);
        assertThat(staff.as("chiropractor", safety::countOpen)).isEqualTo(all.size());
        assertThat(flags(new FlagFilter(FlagLevel.U, null), 500))
                .isEqualTo(
                        all.stream().filter(row -> row.level() == FlagLevel.U).toList());
        assertThat(flags(new FlagFilter(FlagLevel.U, group.east), 500))
                .hasSize(1)
                .isEqualTo(all.stream()
                        .filter(row ->
                                row.level() == FlagLevel.U && row.clinic().equals(group.east))
                        .toList());
    }

    @Test
    void theTimeOfTheLastDecisionIsStored() {
        var patient = care.patient("Decided", group.west);
        care.raise(patient, group.west, "RF-FX-3");
        clock.pass(Duration.ofDays(300));
        care.patient("Again", group.west);
        group.book(group.chiropractor, patient, group.west, care.today(), LocalTime.of(23, 0));
        care.decideAll(patient);
        assertThat(staff.as("chiropractor", safety::lastDecided)).contains(clock.instant());
    }

    @Test
    void aPractitionerSeesTheRedFlagsOfTheirOwnPatients() {
        var mine = care.patient("Mine", group.west);
        var foreign = care.patient("Foreign", group.west);
        care.bookMassage(mine, care.today(), null);
        care.raise(mine, group.west, "RF-FX-3");
        care.raise(foreign, group.west, "RF-FX-3");
        assertThat(staff.as("therapist", () -> safety.openOf(List.of(mine, foreign), 10)))
                .extracting(FlagRow::patient)
                .containsExactly(mine);
        assertThat(staff.as("therapist", () -> safety.openOf(List.of(), 10))).isEmpty();
    }

    @Test
    void aTreatmentWithoutASignedNoteIsListedAfterTwoDays() {
        var patient = care.patient("Unsigned", group.west);
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
        var older = book(group.west, patient, AppointmentType.MASSAGE, now.minusHours(49));
        var exactly = book(group.west, patient, AppointmentType.MASSAGE, now.minusHours(48));
        var younger = book(group.west, patient, AppointmentType.MASSAGE, now.minusHours(47));
        var consultation = book(group.west, patient, AppointmentType.CONSULTATION, now.minusHours(51));
        var missed = book(group.west, patient, AppointmentType.MASSAGE, now.minusHours(52));
        jdbc.sql("update appointment set status = 'NO_SHOW' where id = ?")
                .param(Ids.bytes(missed.value()))
                .update();
        var ancient = book(group.west, patient, AppointmentType.MASSAGE, now.minusDays(93));
        assertThat(ids(waiting())).contains(older, exactly).doesNotContain(younger, consultation, missed, ancient);
        var begun = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(older)));
        assertThat(waiting())
                .filteredOn(row -> row.id().equals(begun.value()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.begun()).isTrue();
                    assertThat(row.author()).isEqualTo("therapist Test");
                    assertThat(row.on()).isEqualTo(now.minusHours(49).toLocalDate());
                });
        assertThat(ids(waiting())).doesNotContain(older);
        care.treat(exactly);
        assertThat(ids(waiting())).doesNotContain(exactly);
        assertThat(staff.as("manager", unsigned::count)).isEqualTo(waiting().size());
        clock.pass(Duration.ofHours(1));
        assertThat(ids(waiting())).contains(younger);
    }

    @Test
    void twoDaysAreCountedInEachClinicsTimeZoneAndPagesAddUp() {
        var west = care.patient("West", group.west);
        var east = care.patient("East", group.east);
        // three hours apart on the wall, the same instant
        var here = book(group.west, west, AppointmentType.MASSAGE, LocalDateTime.of(2026, 11, 22, 10, 30));
        var there = LocalDateTime.of(2026, 11, 22, 12, 30);
        var inTheEast = book(group.east, east, AppointmentType.ADJUSTMENT, there);
        assertThat(ids(waiting())).doesNotContain(here, inTheEast);
        clock.pass(Duration.ofMinutes(30));
        var all = waiting();
        assertThat(ids(all)).contains(here, inTheEast);
        var paged = new ArrayList<UnsignedRow>();
        for (var page = all.subList(0, 0); paged.isEmpty() || !page.isEmpty(); paged.addAll(page)) {
            var last = paged.isEmpty() ? null : paged.getLast();
            page = staff.as("manager", () -> unsigned.list(last, 1));
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aPlanIsListedForBookingFromTheDayAfterItsLastAppointment() {
        var patient = care.patient("Not Booked", group.west);
        var plan = care.activePlan(patient, "not booked");
        assertThat(toBook()).contains(plan);
        care.bookMassage(patient, care.today().plusDays(1), null);
        assertThat(toBook()).doesNotContain(plan);
        clock.pass(Duration.ofDays(1));
        assertThat(toBook()).as("on the day itself").doesNotContain(plan);
        clock.pass(Duration.ofDays(1));
        assertThat(toBook()).contains(plan);
        assertThat(staff.as("manager", worklist::countNotBooked)).isEqualTo(toBook().size());
    }

    private List<FlagRow> flags(FlagFilter filter, int limit) {
        return flags(filter, null, limit);
    }

    private List<FlagRow> flags(FlagFilter filter, @Nullable FlagRow after, int limit) {
        return staff.as("chiropractor", () -> safety.open(filter, after, limit)).stream()
                .map(FlagRow.class::cast)
                .toList();
    }

    private List<UnsignedRow> waiting() {
        return staff.as("manager", () -> unsigned.list(null, 1000)).stream()
                // counts leave out sensitive patients whom the current user does not find
                .filter(row -> !row.patientName().equals(SensitivePatients.LABEL))
                .toList();
    }

    private static List<AppointmentId> ids(List<UnsignedRow> rows) {
        return rows.stream().map(row -> new AppointmentId(row.id())).toList();
    }

    private List<PlanId> toBook() {
        return staff
                .as("manager", () -> worklist.findPage(PlanFilter.NOT_BOOKED, PlanNarrowing.NONE, null, 1000))
                .stream()
                // counts leave out sensitive patients whom the current user does not find
                .filter(row -> !row.patientName().equals(SensitivePatients.LABEL))
                .map(PlanRow::id)
                .toList();
    }

    private AppointmentId book(ClinicId clinic, PatientId patient, AppointmentType type, LocalDateTime at) {
        var practitioner = clinic.equals(group.east) ? group.chiropractor : group.therapist;
        return staff.as(
                "manager",
                () -> schedule.book(
                        new Booking(clinic, practitioner, patient, type, at.toLocalDate(), at.toLocalTime(), 5)));
    }
}
