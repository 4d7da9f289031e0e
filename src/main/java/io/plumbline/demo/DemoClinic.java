package io.plumbline.demo;

import io.plumbline.access.AccountDraft;
import io.plumbline.access.AccountService;
import io.plumbline.access.OpeningReason;
import io.plumbline.access.OpeningService;
import io.plumbline.access.RoleConfirmationService;
import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.clinics.OpeningHours;
import io.plumbline.exercises.ExerciseLibrary;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.intake.IntakeService;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty store with a small clinic group, through the services and as its own people. */
@Component
class DemoClinic {
    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final SystemActor system;
    private final DemoSignIn signIn;
    private final ClinicService clinics;
    private final AccountService accounts;
    private final RoleConfirmationService roles;
    private final PractitionerService practitioners;
    private final ExerciseService exercises;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final SafetyService safety;
    private final IntakeService intake;
    private final LeadService leads;
    private final OpeningService openings;
    private final DemoCare care;
    private final DemoCredentials credentials;
    private final DemoFiles files;
    private final DemoAnswers answers;
    private final JsonMapper json;
    private final Resource exerciseLibrary;
    private final Clock clock;

    DemoClinic(
            SystemActor system,
            DemoSignIn signIn,
            ClinicService clinics,
            AccountService accounts,
            RoleConfirmationService roles,
            PractitionerService practitioners,
            ExerciseService exercises,
            PatientService patients,
            ScheduleService schedule,
            SafetyService safety,
            IntakeService intake,
            LeadService leads,
            OpeningService openings,
            DemoCare care,
            DemoCredentials credentials,
            DemoFiles files,
            DemoAnswers answers,
            JsonMapper json,
            @Value("classpath:clinical/exercises.json") Resource exerciseLibrary,
            Clock clock) {
        this.system = system;
        this.signIn = signIn;
        this.clinics = clinics;
        this.accounts = accounts;
        this.roles = roles;
        this.practitioners = practitioners;
        this.exercises = exercises;
        this.patients = patients;
        this.schedule = schedule;
        this.safety = safety;
        this.intake = intake;
        this.leads = leads;
        this.openings = openings;
        this.care = care;
        this.credentials = credentials;
        this.files = files;
        this.answers = answers;
        this.json = json;
        this.exerciseLibrary = exerciseLibrary;
        this.clock = clock;
    }

    void fill() {
        var harbour = system.call(() -> clinics.create(harbourStreet()));
        var mill = system.call(() -> clinics.create(oldMill()));
        var staff = new HashMap<String, StaffId>();
        for (var account : DemoAccounts.ALL) {
            var places = new ArrayList<ClinicId>();
            if (account.atHarbour()) {
                places.add(harbour);
            }
            if (account.atMill()) {
                places.add(mill);
            }
            var draft = new AccountDraft(
                    account.username(), account.displayName(), Set.of(account.role()), Set.copyOf(places));
            staff.put(account.username(), system.call(() -> accounts.create(draft, account.password())));
        }
        signIn.as("manager", () -> roles.waiting()
                .forEach(asked -> roles.confirm(asked.account(), asked.version(), asked.role())));
        var lena = StaffId.next();
        var jonas = StaffId.next();
        var nora = StaffId.next();
        var known = new ArrayList<PatientId>();
        signIn.as("manager", () -> {
            addPractitioners(staff, lena, jonas, harbour, mill);
            practitioners.add(nora, nora(mill));
            credentials.record(
                    new DemoCredentials.Team(
                            Objects.requireNonNull(staff.get("chiropractor")),
                            Objects.requireNonNull(staff.get("therapist")),
                            lena,
                            jonas,
                            nora),
                    LocalDate.ofInstant(clock.instant(), PHOENIX));
            for (int i = 0; i < DemoPatients.ALL.size(); i++) {
                known.add(patients.add(draft(DemoPatients.ALL.get(i)), i < 8 ? harbour : mill));
            }
            book(
                    known,
                    Objects.requireNonNull(staff.get("chiropractor")),
                    Objects.requireNonNull(staff.get("therapist")),
                    lena,
                    jonas,
                    harbour,
                    mill);
            enquire(Map.of("harbour", harbour, "mill", mill));
        });
        signIn.as("chiropractor", () -> {
            exercises.importLibrary(library());
            intake.begin(known.get(0), harbour, "Lower back pain on the left since lifting a box three weeks ago.");
            intake.begin(known.get(1), harbour, "Stiff lower back in the morning, worse after long sitting.");
        });
        answers.fill();
        care.run(
                DemoCourses.of(known, LocalDate.ofInstant(clock.instant(), PHOENIX)),
                new DemoCare.Team(
                        harbour,
                        Objects.requireNonNull(staff.get("chiropractor")),
                        Objects.requireNonNull(staff.get("therapist"))));
        files.note(
                known,
                Objects.requireNonNull(staff.get("chiropractor")),
                Objects.requireNonNull(staff.get("therapist")),
                LocalDate.ofInstant(clock.instant(), PHOENIX));
        signIn.as("chiropractor", () -> {
            care.hold(known.get(3), "Travels until the middle of December.");
            safety.raise(known.get(2), harbour, Map.of("RF-FX-3", ScreeningAnswer.YES));
            safety.raise(known.get(8), mill, Map.of("RF-INF-1", ScreeningAnswer.YES));
        });
        signIn.as("therapist", () -> openOnce(known.get(5)));
        signIn.as(
                "admin",
                () -> accounts.invite(new AccountDraft("nadia", "Nadia Fell", Set.of(Role.THERAPIST), Set.of(mill))));
    }

    private void openOnce(PatientId patient) {
        openings.open(
                Ids.next(), patient, new OpeningReason("Lena is off sick; her patient asked at the desk for me."));
        openings.close(patient);
    }

    private void addPractitioners(
            Map<String, StaffId> staff, StaffId lena, StaffId jonas, ClinicId harbour, ClinicId mill) {
        practitioners.add(
                Objects.requireNonNull(staff.get("chiropractor")),
                new PractitionerDraft(
                        "Dr.",
                        "Ada",
                        "Novak",
                        Set.of(Discipline.CHIROPRACTIC),
                        Set.of("English", "Czech"),
                        Stream.concat(
                                        week(harbour, LocalTime.of(8, 0), LocalTime.of(16, 0)).stream(),
                                        week(mill, LocalTime.of(9, 0), LocalTime.of(10, 0)).stream())
                                .toList()));
        practitioners.add(
                Objects.requireNonNull(staff.get("therapist")),
                new PractitionerDraft(
                        "",
                        "Tom",
                        "Eriksen",
                        Set.of(Discipline.MASSAGE_THERAPY, Discipline.EXERCISE_THERAPY),
                        Set.of("English", "Norwegian"),
                        week(harbour, LocalTime.of(9, 0), LocalTime.of(17, 0))));
        practitioners.add(
                lena,
                new PractitionerDraft(
                        "",
                        "Lena",
                        "Berg",
                        Set.of(Discipline.MASSAGE_THERAPY),
                        Set.of("English", "German"),
                        week(harbour, LocalTime.of(11, 0), LocalTime.of(19, 0))));
        practitioners.add(
                jonas,
                new PractitionerDraft(
                        "Dr.",
                        "Jonas",
                        "Ruiz",
                        Set.of(Discipline.CHIROPRACTIC),
                        Set.of("English", "Spanish"),
                        week(mill, LocalTime.of(8, 0), LocalTime.of(18, 0))));
    }

    private static PractitionerDraft nora(ClinicId mill) {
        return new PractitionerDraft(
                "",
                "Nora",
                "Lindqvist",
                Set.of(Discipline.MASSAGE_THERAPY),
                Set.of("English", "Swedish"),
                week(mill, LocalTime.of(10, 0), LocalTime.of(18, 0)),
                Set.of("SWEDISH", "MYOFASCIAL"),
                "Trained in Uppsala, with us since 2021.");
    }

    private void book(
            List<PatientId> known,
            StaffId chiropractor,
            StaffId therapist,
            StaffId lena,
            StaffId jonas,
            ClinicId harbour,
            ClinicId mill) {
        var west = LocalDate.ofInstant(clock.instant(), PHOENIX);
        var east = LocalDate.ofInstant(clock.instant(), NEW_YORK);
        book(harbour, chiropractor, known.get(0), AppointmentType.ASSESSMENT, west, LocalTime.of(9, 0));
        book(harbour, chiropractor, known.get(1), AppointmentType.ADJUSTMENT, west, LocalTime.of(10, 0));
        book(harbour, chiropractor, known.get(2), AppointmentType.ADJUSTMENT, west, LocalTime.of(14, 30));
        book(harbour, therapist, known.get(0), AppointmentType.MASSAGE, west, LocalTime.of(10, 0));
        book(harbour, therapist, known.get(1), AppointmentType.MASSAGE, west, LocalTime.of(11, 0));
        book(harbour, therapist, known.get(3), AppointmentType.EXERCISE, west, LocalTime.of(13, 0));
        book(harbour, lena, known.get(4), AppointmentType.MASSAGE, west, LocalTime.of(12, 0));
        book(harbour, lena, known.get(5), AppointmentType.MASSAGE, west, LocalTime.of(15, 0));
        book(mill, jonas, known.get(9), AppointmentType.ADJUSTMENT, east, LocalTime.of(9, 30));
        book(mill, jonas, known.get(10), AppointmentType.CONSULTATION, east, LocalTime.of(11, 0));
        book(mill, chiropractor, known.get(8), AppointmentType.CONSULTATION, east.plusDays(2), LocalTime.of(9, 0));
    }

    private void book(
            ClinicId clinic, StaffId who, PatientId patient, AppointmentType type, LocalDate on, LocalTime at) {
        schedule.book(new Booking(clinic, who, patient, type, on, at, type.minutes()));
    }

    private void enquire(Map<String, ClinicId> byCode) {
        var number = 5550120;
        for (var enquiry : DemoLeads.ALL) {
            var lead = leads.receive(
                    new LeadDraft(
                            enquiry.name(),
                            new PhoneNumber("+1602" + number++),
                            null,
                            enquiry.concern(),
                            enquiry.window(),
                            enquiry.source(),
                            byCode.get(enquiry.clinic()),
                            clock.instant()),
                    null);
            switch (enquiry.stage()) {
                case NEW -> {}
                case ATTEMPTING -> leads.logCall(lead, 0, CallOutcome.NO_ANSWER);
                case CONTACTED -> leads.logCall(lead, 0, CallOutcome.REACHED);
                case NURTURE -> leads.nurture(lead, 0, clock.instant().plus(Duration.ofDays(14)));
                case LOST -> leads.logCall(lead, 0, CallOutcome.NOT_INTERESTED);
            }
        }
    }

    private ExerciseLibrary library() {
        try (var in = exerciseLibrary.getInputStream()) {
            return json.readValue(in, ExerciseLibrary.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ClinicDraft harbourStreet() {
        var hours = new ArrayList<>(weekdays(LocalTime.of(8, 0), LocalTime.of(19, 0)));
        hours.add(new OpeningHours(DayOfWeek.SATURDAY, LocalTime.of(9, 0), LocalTime.of(13, 0)));
        return new ClinicDraft("harbour", "Harbour Street", PHOENIX, "US", "911", 15, hours, List.of(newYear(PHOENIX)));
    }

    private ClinicDraft oldMill() {
        var hours = weekdays(LocalTime.of(8, 0), LocalTime.of(18, 0));
        return new ClinicDraft("mill", "Old Mill", NEW_YORK, "US", "911", 15, hours, List.of(newYear(NEW_YORK)));
    }

    private ClosedDay newYear(ZoneId zone) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return new ClosedDay(LocalDate.of(today.getYear() + 1, Month.JANUARY, 1), "New Year's Day");
    }

    private static List<OpeningHours> weekdays(LocalTime opens, LocalTime closes) {
        return List.of(DayOfWeek.values()).subList(0, 5).stream()
                .map(day -> new OpeningHours(day, opens, closes))
                .toList();
    }

    private static List<WorkingHours> week(ClinicId clinic, LocalTime starts, LocalTime ends) {
        return List.of(DayOfWeek.values()).subList(0, 5).stream()
                .map(day -> new WorkingHours(clinic, day, starts, ends))
                .toList();
    }

    private static PatientDraft draft(DemoPatients.Person person) {
        return new PatientDraft(
                person.givenName(), person.familyName(), person.birthDate(), new PhoneNumber(person.phone()), null);
    }
}
