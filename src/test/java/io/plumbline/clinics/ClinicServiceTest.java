package io.plumbline.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every store promises of a clinic. */
@StoreTest
class ClinicServiceTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final String STRANGE = "👩🏽‍⚕️ <b>\"O'Brien\"</b> مرحبا '); drop table clinic;--";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ClinicService clinics;

    @Autowired
    ScheduleService schedule;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void eachClinicHasItsOwnDate() {
        // their clocks are twenty-five hours apart, so their dates differ at any time
        var zones = Map.of("earlydate", "Pacific/Kiritimati", "latedate", "Pacific/Pago_Pago");
        zones.forEach((code, zone) -> {
            var clinic = group.clinic(code, zone);
            staff.doAs("westdesk", () -> {
                assertThat(clinics.zoneOf(clinic)).isEqualTo(ZoneId.of(zone));
                assertThat(clinics.label(clinic).id()).isEqualTo(clinic);
                assertThat(clinics.todayAt(clinic)).isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneId.of(zone)));
            });
        });
    }

    @Test
    void anUnknownClinicHasNoDate() {
        staff.doAs("westdesk", () -> assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> clinics.todayAt(ClinicId.next())));
    }

    @Test
    void aClinicIsReadBackAsEntered() {
        var clinic = group.own("a");
        var now = staff.as(clinic.manager(), () -> clinics.setup(clinic.id())).orElseThrow();
        var blue = ClinicRoom.named("Blue " + STRANGE.substring(0, 10));
        var draft = new ClinicDraft(
                now.details().draft().code(),
                "Renamed",
                ZoneId.of("Europe/Berlin"),
                "DE",
                new PhoneNumber("+493023125000"),
                "112",
                30,
                List.of(
                        new BusinessHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        new BusinessHours(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.of(18, 0))),
                List.of(new ClosedDay(LocalDate.of(2028, 2, 29), STRANGE)),
                new CombinedCare(2, 4),
                "Invalidenstraße 1, 10115 Berlin");
        var offer = new ClinicOffer(
                DayPartHours.usual(),
                List.of(blue, ClinicRoom.named("Green")),
                List.of(new OfferedService("massage", STRANGE, 25, 5, true, true)));
        staff.doAs(
                clinic.manager(),
                () -> clinics.change(clinic.id(), now.details().version(), draft, offer));
        var read = staff.as(clinic.manager(), () -> clinics.setup(clinic.id())).orElseThrow();
        assertThat(read.details().draft()).isEqualTo(draft);
        assertThat(read.offer().rooms()).containsExactlyInAnyOrderElementsOf(offer.rooms());
        assertThat(read.changedBy()).isEqualTo(clinic.manager());
        assertThat(staff.as("auditor", () -> clinics.servicesOf(clinic.id())))
                .as("what is left out is not offered any more")
                .containsExactlyElementsOf(offer.services());
        assertThat(staff.as("auditor", () -> clinics.labels().get(clinic.id())))
                .as("every list knows it at once")
                .returns(ZoneId.of("Europe/Berlin"), ClinicLabel::zone)
                .returns(draft.phone(), ClinicLabel::phone)
                .returns("Invalidenstraße 1, 10115 Berlin", ClinicLabel::address);
        var leap = LocalDate.of(2028, 2, 29);
        assertThat(staff.as("auditor", () -> clinics.daysOf(clinic.id(), leap.minusDays(1), leap.plusDays(1))))
                .containsExactly(
                        new ClinicDay(leap.minusDays(1), draft.hours(), null),
                        new ClinicDay(leap, List.of(), STRANGE),
                        new ClinicDay(leap.plusDays(1), List.of(), null));
        assertThat(auditOf("clinic.changed", clinic.id().value()))
                .isEqualTo(
                        "revision 1: name, zone, country, phone, emergencyNumber, responseTargetMinutes, hours, closedDays,"
                                + " combinedCare, address, rooms, services");
    }

    @Test
    void aClinicsPhoneNumberIsOptionalAndCanBeRemoved() {
        var clinic = group.own("t");
        var first = staff.as(clinic.manager(), () -> clinics.setup(clinic.id())).orElseThrow();
        var without = first.details().draft();
        assertThat(without.phone()).isNull();
        var with = ClinicDrafts.of(
                without.code(),
                without.name(),
                without.zone(),
                without.country(),
                new PhoneNumber("+16025550100"),
                without.emergencyNumber(),
                without.responseTargetMinutes(),
                without.hours(),
                without.closedDays());
        for (var draft : List.of(with, without)) {
            var seen =
                    staff.as(clinic.manager(), () -> clinics.setup(clinic.id())).orElseThrow();
            staff.doAs(
                    clinic.manager(),
                    () -> clinics.change(clinic.id(), seen.details().version(), draft, seen.offer()));
            assertThat(staff.as(clinic.manager(), () -> clinics.setup(clinic.id()))
                            .orElseThrow()
                            .details()
                            .draft())
                    .isEqualTo(draft);
        }
    }

    @Test
    void aRenamedRoomKeepsItsIdAndARemovedRoomIsDeactivated() {
        var clinic = group.own("r");
        var blue = ClinicRoom.named("Blue");
        var green = ClinicRoom.named("Green");
        change(clinic, List.of(blue, green));
        change(clinic, List.of(new ClinicRoom(blue.id(), "Green", true), new ClinicRoom(green.id(), "Blue", false)));
        assertThat(staff.as("auditor", () -> clinics.roomsOf(clinic.id())))
                .containsExactly(new ClinicRoom(blue.id(), "Green", true));
        change(clinic, List.of());
        assertThat(staff.as(clinic.manager(), () -> clinics.setup(clinic.id()))
                        .orElseThrow()
                        .offer()
                        .rooms())
                .hasSize(2)
                .noneMatch(ClinicRoom::active);
    }

    @Test
    void aSecondManagersStaleChangeIsRefused() {
        var clinic = group.own("s");
        var seen = staff.as(clinic.manager(), () -> clinics.setup(clinic.id())).orElseThrow();
        change(clinic, List.of(ClinicRoom.named("Blue")));
        assertThatThrownBy(() -> staff.doAs(
                        clinic.manager(),
                        () -> clinics.change(
                                clinic.id(),
                                seen.details().version(),
                                seen.details().draft(),
                                seen.offer())))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aManagerChangesTheirOwnClinicsOnly() {
        var clinic = group.own("f");
        assertThat(staff.as("manager", () -> clinics.setup(clinic.id()))).isEmpty();
        var seen = staff.as(clinic.manager(), () -> clinics.setup(clinic.id())).orElseThrow();
        assertThatThrownBy(() -> staff.doAs(
                        "manager",
                        () -> clinics.change(
                                clinic.id(),
                                seen.details().version(),
                                seen.details().draft(),
                                seen.offer())))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void aClinicCodeIsUnique() {
        var clinic = group.own("d");
        var draft = staff.as(clinic.manager(), () -> clinics.setup(clinic.id()))
                .orElseThrow()
                .details()
                .draft();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.as(clinic.manager(), () -> clinics.create(draft)))
                .withMessage(ClinicService.CODE_TAKEN);
    }

    @Test
    void theTimeZoneIsFixedOnceAnAppointmentIsBooked() {
        var clinic = group.own("z");
        var who = group.worker(clinic, Discipline.MASSAGE_THERAPY);
        zone(clinic, "Europe/Berlin");
        var patient = group.patient("Zone", "Of" + NEXT.incrementAndGet(), clinic.id(), clinic.manager());
        book(clinic.manager(), clinic.id(), who, patient, AppointmentType.CONSULTATION, today().plusDays(3));
        assertThat(staff.as(clinic.manager(), () -> clinics.setup(clinic.id())).orElseThrow())
                .matches(setup -> setup.zoneIsFixed());
        assertThatThrownBy(() -> zone(clinic, "America/New_York"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("so the time zone cannot be changed");
    }

    private void change(TestGroup.Own clinic, List<ClinicRoom> rooms) {
        var seen = staff.as(clinic.manager(), () -> clinics.setup(clinic.id())).orElseThrow();
        var offer = new ClinicOffer(seen.offer().dayParts(), rooms, seen.offer().services());
        staff.doAs(
                clinic.manager(),
                () -> clinics.change(
                        clinic.id(), seen.details().version(), seen.details().draft(), offer));
    }

    private void zone(TestGroup.Own clinic, String zone) {
        var seen = staff.as(clinic.manager(), () -> clinics.setup(clinic.id())).orElseThrow();
        var draft = seen.details().draft();
        var moved = ClinicDrafts.of(
                draft.code(),
                draft.name(),
                ZoneId.of(zone),
                draft.country(),
                draft.phone(),
                draft.emergencyNumber(),
                draft.responseTargetMinutes(),
                draft.hours(),
                draft.closedDays());
        staff.doAs(
                clinic.manager(),
                () -> clinics.change(clinic.id(), seen.details().version(), moved, seen.offer()));
    }

    private AppointmentId book(
            String manager, ClinicId clinic, StaffId who, PatientId patient, AppointmentType type, LocalDate on) {
        return staff.as(
                manager, () -> schedule.book(new Booking(clinic, who, patient, type, on, LocalTime.of(9, 0), 30)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }

    private String auditOf(String kind, UUID subject) {
        return jdbc.sql("select detail from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(subject))
                .query(String.class)
                .single();
    }
}
