package io.plumbline.support;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.practitioners.credentials.CredentialDraft;
import io.plumbline.practitioners.credentials.CredentialId;
import io.plumbline.practitioners.credentials.CredentialKind;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Scope;
import org.springframework.util.StringUtils;

/** A small group of clinics that belongs to one test class: west and east, and one person of each kind. */
@Scope(TestClassScope.NAME)
@TestComponent
public class TestGroup {
    public static final String PASSWORD = "long enough to sign in";

    private static final int MOST_OF_CODE = 16;
    private static final String SOUNDS = "bfjklmnrst";
    private static final int SYLLABLES = 4;
    private static final AtomicInteger FAMILIES = new AtomicInteger();

    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, StaffId> people = new HashMap<>();
    private final TestClassScope testClass;
    private final Staff staff;
    private final AccountService accounts;
    private final RoleConfirmationService roles;
    private final ClinicService clinics;
    private final PractitionerService practitioners;
    private final CredentialService credentials;
    private final PatientService patients;
    private final ScheduleService schedule;

    public final ClinicId west;
    public final ClinicId east;
    public final StaffId chiropractor;
    public final StaffId therapist;

    TestGroup(
            TestClassScope testClass,
            Staff staff,
            AccountService accounts,
            RoleConfirmationService roles,
            ClinicService clinics,
            PractitionerService practitioners,
            CredentialService credentials,
            PatientService patients,
            ScheduleService schedule) {
        this.testClass = testClass;
        this.staff = staff;
        this.accounts = accounts;
        this.roles = roles;
        this.clinics = clinics;
        this.practitioners = practitioners;
        this.credentials = credentials;
        this.patients = patients;
        this.schedule = schedule;
        west = clinic("west", "America/Phoenix");
        east = clinic("east", "America/New_York");
        account("manager", Role.MANAGER, west, east);
        account("westdesk", Role.FRONT_DESK, west);
        account("eastdesk", Role.FRONT_DESK, east);
        account("auditor", Role.AUDITOR);
        account("admin", Role.ADMIN);
        account("guesser", Role.THERAPIST, west);
        chiropractor = practitioner("chiropractor", Role.CHIROPRACTOR, Discipline.CHIROPRACTIC, west, east);
        therapist = practitioner("therapist", Role.THERAPIST, Discipline.MASSAGE_THERAPY, west);
    }

    public ClinicId clinic(String code, String zone) {
        var always = Arrays.stream(DayOfWeek.values())
                .map(day -> new BusinessHours(day, LocalTime.of(0, 0), LocalTime.of(23, 55)))
                .toList();
        return staff.as(
                "system",
                () -> clinics.create(
                        ClinicDrafts.of(code(code), code, ZoneId.of(zone), "US", "911", 15, always, List.of())));
    }

    /** A code for a clinic of the test class, which no other class gives. */
    public String code(String word) {
        return testClass.own(word, MOST_OF_CODE);
    }

    /** The code of one of the clinics, which no other has. */
    public String codeOf(ClinicId clinic) {
        return staff.as("system", () -> clinics.label(clinic)).code();
    }

    /** The account of that name, made at the first call; its user name is the test class's own: {@link Staff#username}. */
    public StaffId account(String name, Role role, ClinicId... places) {
        var known = people.get(name);
        return known != null ? known : newAccount(name, role, places);
    }

    private StaffId newAccount(String name, Role role, ClinicId... places) {
        var draft = new AccountDraft(testClass.nameForOwn(name), name, Set.of(role), Set.of(places));
        return staff.as("system", () -> {
            var account = accounts.create(draft, PASSWORD);
            if (role.isClinical()) {
                roles.confirm(account, 0, role);
            }
            people.put(name, account);
            return account;
        });
    }

    public StaffId practitioner(String username, Role role, Discipline discipline, ClinicId... places) {
        var id = account(username, role, places);
        var always = Arrays.stream(places)
                .flatMap(place -> Arrays.stream(DayOfWeek.values())
                        .map(day -> new WorkingHours(place, day, LocalTime.of(0, 0), LocalTime.of(23, 55))))
                .toList();
        staff.doAs(
                "manager",
                () -> practitioners.add(
                        id,
                        new PractitionerDraft("", username, "Test", Set.of(discipline), Set.of("English"), always)));
        entitle(id, discipline);
        return id;
    }

    /** Records and verifies a license that is valid on every day of every test. */
    public CredentialId entitle(StaffId practitioner, Discipline discipline) {
        return entitle(practitioner, discipline, "manager");
    }

    public CredentialId entitle(StaffId practitioner, Discipline discipline, String manager) {
        return staff.as(manager, () -> {
            var licence = credentials.record(
                    practitioner,
                    new CredentialDraft(
                            CredentialKind.LICENCE,
                            discipline,
                            "L-1",
                            "Board",
                            LocalDate.of(2000, 1, 1),
                            LocalDate.of(2100, 1, 1)),
                    OperationId.next());
            credentials.verify(licence, 0);
            return licence;
        });
    }

    /** A clinic with a manager of its own, so that tests do not see each other. */
    public record Own(ClinicId id, String manager) {}

    public Own own(String letter) {
        var code = letter + "own" + next.incrementAndGet();
        var clinic = clinic(code, "America/Phoenix");
        account("m" + code, Role.MANAGER, clinic);
        return new Own(clinic, "m" + code);
    }

    /** Somebody who treats at that clinic and signs in nowhere. */
    public StaffId worker(Own clinic, Discipline discipline) {
        var id = StaffId.next();
        staff.doAs(clinic.manager, () -> practitioners.add(id, plain(clinic.id, discipline)));
        return id;
    }

    /**
     * Returns a family name that sounds like none before it: patients whose names sound alike are looked at as one
     * person, each beside each, and a shared store has thousands.
     */
    public static String familyName() {
        var name = new StringBuilder();
        var left = FAMILIES.incrementAndGet();
        for (int syllable = 0; syllable < SYLLABLES; syllable++) {
            name.insert(0, SOUNDS.charAt(left % SOUNDS.length()) + "a");
            left /= SOUNDS.length();
        }
        return StringUtils.capitalize(name.toString());
    }

    public static PractitionerDraft plain(ClinicId clinic, Discipline discipline) {
        return new PractitionerDraft("", "Given", familyName(), Set.of(discipline), Set.of("English"), hours(clinic));
    }

    /** From eight to four, every day. */
    public static List<WorkingHours> hours(ClinicId clinic) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingHours(clinic, day, LocalTime.of(8, 0), LocalTime.of(16, 0)))
                .toList();
    }

    public PatientId patient(String givenName, String familyName, ClinicId clinic) {
        return patient(givenName, familyName, clinic, "manager");
    }

    public PatientId patient(String givenName, String familyName, ClinicId clinic, String manager) {
        return staff.as(manager, () -> patients.add(new PatientDraft(givenName, familyName, null, null, null), clinic));
    }

    public AppointmentId book(StaffId practitioner, PatientId patient, ClinicId clinic, LocalDate on, LocalTime at) {
        return staff.as(
                "manager",
                () -> schedule.book(
                        new Booking(clinic, practitioner, patient, AppointmentType.CONSULTATION, on, at, 30)));
    }
}
