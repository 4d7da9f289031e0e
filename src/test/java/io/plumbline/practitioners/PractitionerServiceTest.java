package io.plumbline.practitioners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.credentials.NotEligible;
import io.plumbline.practitioners.directory.PractitionerDirectoryService;
import io.plumbline.practitioners.directory.PractitionerFilter;
import io.plumbline.practitioners.directory.PractitionerRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every store promises of a practitioner. */
@StoreTest
class PractitionerServiceTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final String STRANGE = "👩🏽‍⚕️ <b>\"O'Brien\"</b> مرحبا '); drop table clinic;--";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ClinicService clinics;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    PractitionerDirectoryService directory;

    @Autowired
    ScheduleService schedule;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    // practitioners

    @Test
    void aPractitionerIsReadBackAsEnteredAndFoundByTheirServices() {
        var clinic = group.own("p");
        var id = StaffId.next();
        var draft = new PractitionerDraft(
                "Dr.",
                "Zoë",
                "Ångström" + NEXT.incrementAndGet(),
                Set.of(Discipline.MASSAGE_THERAPY),
                Set.of("English", "Čeština"),
                TestGroup.hours(clinic.id()),
                Set.of("SWEDISH", "DEEP_TISSUE"),
                STRANGE);
        staff.doAs(clinic.manager(), () -> practitioners.add(id, draft));
        var read = staff.as("westdesk", () -> practitioners.find(id)).orElseThrow();
        assertThat(read.draft()).isEqualTo(draft);
        assertThat(read.account()).isNull();
        assertThat(found(new PractitionerFilter("angstr", null, clinic.id(), null, null, false)))
                .containsExactly(id);
        assertThat(found(new PractitionerFilter(
                        "zo ang", Discipline.MASSAGE_THERAPY, clinic.id(), "SWEDISH", null, false)))
                .containsExactly(id);
        assertThat(found(new PractitionerFilter("", Discipline.CHIROPRACTIC, clinic.id(), null, null, false)))
                .isEmpty();
        assertThat(found(new PractitionerFilter("", null, clinic.id(), "SHIATSU", null, false)))
                .isEmpty();
        assertThat(found(new PractitionerFilter("%", null, clinic.id(), null, null, false)))
                .as("what means everything elsewhere means itself here")
                .isEmpty();
    }

    @Test
    void aStaleChangeOfAPractitionerIsRefused() {
        var clinic = group.own("q");
        var who = group.worker(clinic, Discipline.MASSAGE_THERAPY);
        var seen = staff.as(clinic.manager(), () -> practitioners.find(who)).orElseThrow();
        staff.doAs(clinic.manager(), () -> practitioners.change(who, seen.version(), renamed(seen.draft(), "First")));
        assertThatThrownBy(() -> staff.doAs(
                        clinic.manager(),
                        () -> practitioners.change(who, seen.version(), renamed(seen.draft(), "Stale"))))
                .isInstanceOf(StaleVersion.class);
        var now = staff.as(clinic.manager(), () -> practitioners.find(who)).orElseThrow();
        assertThat(now.draft().givenName()).isEqualTo("First");
        assertThat(now.changedBy()).isEqualTo(clinic.manager());
        assertThat(auditOf("practitioner.changed", who.value())).isEqualTo("revision 1: givenName");
    }

    @Test
    void aManagerCannotChangeHoursAtAnotherManagersClinic() {
        var mine = group.own("m");
        var foreign = group.own("n");
        var who = group.worker(mine, Discipline.MASSAGE_THERAPY);
        var seen = staff.as(mine.manager(), () -> practitioners.find(who)).orElseThrow();
        var more = new ArrayList<>(seen.draft().hours());
        more.addAll(TestGroup.hours(foreign.id()));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.doAs(
                        mine.manager(),
                        () -> practitioners.change(who, seen.version(), withHours(seen.draft(), more))));
        assertThatThrownBy(() ->
                        staff.doAs(foreign.manager(), () -> practitioners.change(who, seen.version(), seen.draft())))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs(foreign.manager(), () -> practitioners.deactivate(who, seen.version())))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as(foreign.manager(), () -> practitioners.find(who)).orElseThrow())
                .as("but reads them")
                .matches(details -> !details.changeable());
    }

    @Test
    void aDeactivatedPractitionerIsNotOfferedAndCanBeReactivated() {
        var clinic = group.own("l");
        var who = group.worker(clinic, Discipline.MASSAGE_THERAPY);
        var patient = group.patient("Left", "By" + NEXT.incrementAndGet(), clinic.id(), clinic.manager());
        book(clinic.manager(), clinic.id(), who, patient, AppointmentType.MASSAGE, today().plusDays(3));
        assertThat(staff.as(clinic.manager(), () -> practitioners.stillBooked(who)))
                .matches(booked -> booked.count() == 1 && today().plusDays(3).equals(booked.first()));
        var seen = staff.as(clinic.manager(), () -> practitioners.find(who)).orElseThrow();
        staff.doAs(clinic.manager(), () -> practitioners.deactivate(who, seen.version()));
        assertThat(staff.as("westdesk", () -> practitioners.workingAt(clinic.id())))
                .isEmpty();
        assertThat(found(new PractitionerFilter("", null, clinic.id(), null, null, false)))
                .isEmpty();
        assertThat(found(new PractitionerFilter("", null, clinic.id(), null, null, true)))
                .containsExactly(who);
        assertThatThrownBy(() ->
                        book(clinic.manager(), clinic.id(), who, patient, AppointmentType.MASSAGE, today().plusDays(4)))
                .isInstanceOf(NotEligible.class)
                .hasMessageContaining("no longer works here");
        assertThat(staff.as(
                        clinic.manager(),
                        () -> schedule.freeTimes(
                                clinic.id(),
                                AppointmentType.CONSULTATION,
                                new TimeSlot(who, null, monday(), LocalTime.MIN, 30, 0))))
                .isEmpty();
        assertThatThrownBy(() -> staff.doAs(clinic.manager(), () -> practitioners.deactivate(who, seen.version())))
                .isInstanceOf(StaleVersion.class);
        staff.doAs(clinic.manager(), () -> practitioners.reactivate(who, seen.version() + 1));
        assertThat(staff.as("westdesk", () -> practitioners.workingAt(clinic.id())))
                .hasSize(1);
    }

    @Test
    void onlyUnlinkedClinicalAccountsOfTheClinicMayBeLinked() {
        var clinic = group.own("k");
        var therapist = group.account("linkable" + NEXT.incrementAndGet(), Role.THERAPIST, clinic.id());
        group.account("unlinkable" + NEXT.incrementAndGet(), Role.FRONT_DESK, clinic.id());
        group.account("elsewhere" + NEXT.incrementAndGet(), Role.THERAPIST, group.west);
        assertThat(staff.as(clinic.manager(), practitioners::linkableAccounts))
                .extracting(account -> account.staff())
                .containsExactly(therapist);
        staff.doAs(
                clinic.manager(),
                () -> practitioners.add(therapist, TestGroup.plain(clinic.id(), Discipline.MASSAGE_THERAPY)));
        assertThat(staff.as(clinic.manager(), practitioners::linkableAccounts)).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.doAs(
                        clinic.manager(),
                        () -> practitioners.add(therapist, TestGroup.plain(clinic.id(), Discipline.MASSAGE_THERAPY))));
    }

    private void change(TestGroup.Own clinic, List<ClinicRoom> rooms) {
        var seen = staff.as(clinic.manager(), () -> clinics.setup(clinic.id())).orElseThrow();
        var offer = new ClinicOffer(seen.offer().dayParts(), rooms, seen.offer().services());
        staff.doAs(
                clinic.manager(),
                () -> clinics.change(
                        clinic.id(), seen.details().version(), seen.details().draft(), offer));
    }

    private static PractitionerDraft renamed(PractitionerDraft draft, String givenName) {
        return new PractitionerDraft(
                draft.title(),
                givenName,
                draft.familyName(),
                draft.disciplines(),
                draft.languages(),
                draft.hours(),
                draft.modalities(),
                draft.biography());
    }

    private static PractitionerDraft withHours(PractitionerDraft draft, List<WorkingHours> hours) {
        return new PractitionerDraft(
                draft.title(),
                draft.givenName(),
                draft.familyName(),
                draft.disciplines(),
                draft.languages(),
                hours,
                draft.modalities(),
                draft.biography());
    }

    private List<StaffId> found(PractitionerFilter filter) {
        return staff.as("westdesk", () -> directory.list(filter, null, 100)).stream()
                .map(PractitionerRow::id)
                .toList();
    }

    private AppointmentId book(
            String manager, ClinicId clinic, StaffId who, PatientId patient, AppointmentType type, LocalDate on) {
        return staff.as(
                manager, () -> schedule.book(new Booking(clinic, who, patient, type, on, LocalTime.of(9, 0), 30)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }

    private LocalDate monday() {
        return today().plusDays(2).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private String auditOf(String kind, UUID subject) {
        return jdbc.sql("select detail from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(subject))
                .query(String.class)
                .single();
    }
}
