package io.plumbline.bench;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.SortKey;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.Staff;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;

/** The clinics of a group and who works there; six of them, one for each role, can sign in. */
final class GeneratedStaff {
    /** Where the six work: what they see stays alike in a group of any size. */
    private static final int CLINICS_OF_THE_MANAGER = 2;

    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("America/Phoenix"), ZoneId.of("America/New_York"), ZoneId.of("America/Chicago"));
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(20, 0);

    private final ApplicationContext portal;
    private final JdbcOperations jdbc;
    private final Staff staff;
    private final Instant now;
    private final Bulk practitioners;
    private final Bulk hours;
    private final Bulk credentials;
    private final Map<String, StaffId> accounts = new HashMap<>();

    GeneratedStaff(ApplicationContext portal, AtomicLong written, Instant now) {
        this.portal = portal;
        this.jdbc = portal.getBean(JdbcOperations.class);
        this.staff = portal.getBean(Staff.class);
        this.now = now;
        practitioners = new Bulk(
                jdbc,
                written,
                "practitioner",
                "id, family_name, given_name, title, sort_key, disciplines, languages, active, version");
        hours = new Bulk(
                jdbc, written, "practitioner_hours", "practitioner_id, clinic_id, weekday, starts_at, ends_at");
        credentials = new Bulk(
                jdbc,
                written,
                "credential",
                "id, practitioner_id, kind, discipline, credential_number, issuer, valid_from, recorded_at, recorded_by,"
                        + " verified_at, verified_by, revoke_reason, operation, version");
    }

    /** A practitioner, and what visits with them are. */
    record Practitioner(StaffId id, AppointmentType service) {}

    /** A clinic and who treats there. */
    record Clinic(ClinicId id, ZoneId zone, List<Practitioner> practitioners, StaffId chiropractor) {
        boolean isOpen(LocalDate day) {
            return day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }

        Instant at(LocalDate day, LocalTime time) {
            return day.atTime(time).atZone(zone).toInstant();
        }
    }

    List<Clinic> hire(int clinics, int treating, People people, String password) {
        var places = new ArrayList<ClinicId>();
        for (int number = 1; number <= clinics; number++) {
            places.add(found(number));
        }
        give("admin", Role.ADMIN, List.of(), password);
        give("auditor", Role.AUDITOR, List.of(), password);
        give("manager", Role.MANAGER, places.subList(0, Math.min(CLINICS_OF_THE_MANAGER, clinics)), password);
        give("frontdesk", Role.FRONT_DESK, places.subList(0, 1), password);
        give("chiropractor", Role.CHIROPRACTOR, places.subList(0, 1), password);
        give("therapist", Role.THERAPIST, places.subList(0, 1), password);
        portal.getBean(EntityManager.class).flush();
        // as the manager of their clinic would confirm them
        jdbc.update("""
                update staff_account set roles = pending_roles, pending_roles = '', pending_since = null,
                    pending_by = null where pending_roles <> ''""");
        var hired = new ArrayList<Clinic>();
        for (int number = 0; number < clinics; number++) {
            hired.add(hire(
                    number, places.get(number), treating / clinics + (number < treating % clinics ? 1 : 0), people));
        }
        practitioners.flush();
        hours.flush();
        credentials.flush();
        return hired;
    }

    StaffId account(String username) {
        return accounts.get(username);
    }

    private ClinicId found(int number) {
        var weekdays = Arrays.stream(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.SUNDAY)
                .map(day -> new BusinessHours(day, OPENS, CLOSES))
                .toList();
        var draft = ClinicDrafts.of(
                "c" + number + "x",
                "Clinic " + number,
                zone(number - 1),
                "US",
                new PhoneNumber("+160255501%02d".formatted(number % 100)),
                "911",
                15,
                weekdays,
                List.of());
        return staff.as("system", () -> portal.getBean(ClinicService.class).create(draft, ClinicOffer.usual()));
    }

    private static ZoneId zone(int number) {
        return ZONES.get(number % ZONES.size());
    }

    private void give(String username, Role role, List<ClinicId> clinics, String password) {
        var draft = new AccountDraft(username, username, Set.of(role), Set.copyOf(clinics));
        accounts.put(username, staff.as("system", () -> portal.getBean(AccountService.class)
                .create(draft, password)));
    }

    private Clinic hire(int number, ClinicId clinic, int treating, People people) {
        var some = new ArrayList<Practitioner>();
        for (int i = 0; i < Math.max(2, treating); i++) {
            // one in three adjusts
            var adjusts = i % 3 == 0;
            var id = number > 0 || i > 1 ? StaffId.next() : account(adjusts ? "chiropractor" : "therapist");
            some.add(new Practitioner(id, adjusts ? AppointmentType.ADJUSTMENT : AppointmentType.MASSAGE));
            var discipline = adjusts ? Discipline.CHIROPRACTIC : Discipline.MASSAGE_THERAPY;
            enter(id, clinic, discipline, people, number * 1000L + i);
        }
        return new Clinic(
                clinic, zone(number), List.copyOf(some), some.getFirst().id());
    }

    private void enter(StaffId id, ClinicId clinic, Discipline discipline, People people, long seed) {
        var person = people.patient(seed, LocalDate.ofInstant(now, ZONES.getFirst()));
        var bytes = Ids.bytes(id.value());
        practitioners.add(
                bytes,
                person.familyName(),
                person.givenName(),
                "",
                SortKey.of(person.familyName(), person.givenName()),
                discipline.name(),
                "",
                true,
                0);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.SUNDAY)
                .forEach(day -> hours.add(bytes, Ids.bytes(clinic.value()), day.name(), OPENS, CLOSES));
        var recorded = Utc.of(now.minus(Duration.ofDays(400)));
        var manager = Ids.bytes(account("manager").value());
        credentials.add(
                Ids.bytes(Ids.next()),
                bytes,
                "LICENCE",
                discipline.name(),
                "L-" + seed,
                "AZ",
                LocalDate.ofInstant(now, ZONES.getFirst()).minusDays(900),
                recorded,
                manager,
                recorded,
                manager,
                "",
                Ids.bytes(Ids.next()),
                0);
    }
}
