package io.plumbline.support;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.Response;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.plans.Frequency;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanPhase;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlannedService;
import io.plumbline.safety.Evidence;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Pain;
import io.plumbline.shared.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** Takes patients of the test group through intake, plan and notes. */
@Lazy
@TestComponent
public class TestCare {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final BodyRegion LUMBAR = new BodyRegion("back-lumbar-left");

    private final TestGroup group;
    private final Staff staff;
    private final IdentityService identity;
    private final IntakeService intake;
    private final PlanService plans;
    private final NoteService notes;
    private final SafetyService safety;
    private final ScreeningService screening;
    private final ScheduleService schedule;
    private final Clock clock;

    TestCare(
            TestGroup group,
            Staff staff,
            IdentityService identity,
            IntakeService intake,
            PlanService plans,
            NoteService notes,
            SafetyService safety,
            ScreeningService screening,
            ScheduleService schedule,
            Clock clock) {
        this.group = group;
        this.staff = staff;
        this.identity = identity;
        this.intake = intake;
        this.plans = plans;
        this.notes = notes;
        this.safety = safety;
        this.screening = screening;
        this.schedule = schedule;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }

    /** A patient whom the chiropractor may see; nobody else treats them yet. */
    public PatientId patient(String name, ClinicId clinic) {
        var n = NUMBERS.incrementAndGet();
        var patient = group.patient(name, "Number" + n, clinic);
        var at = LocalTime.MIDNIGHT.plusMinutes(30L * (n % 40));
        // the clinics lie in two zones: on days of their own nobody is booked twice
        var day = (clinic.equals(group.west) ? 60 : 70) + n / 40;
        group.book(group.chiropractor, patient, clinic, today().plusDays(day), at);
        return patient;
    }

    /** A weekly plan of four massages in the west, from today on. */
    public UUID activePlan(PatientId patient, String reason) {
        return activePlan(
                patient,
                reason,
                group.west,
                today(),
                new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, group.therapist, Frequency.WEEKLY, 4));
    }

    public UUID activePlan(
            PatientId patient, String reason, ClinicId clinic, LocalDate start, PlannedService... services) {
        var plan = draftPlan(patient, reason, clinic, start, services);
        staff.doAs("chiropractor", () -> plans.activate(plan, versionOf(plan)));
        return plan;
    }

    public UUID draftPlan(
            PatientId patient, String reason, ClinicId clinic, LocalDate start, PlannedService... services) {
        var note = staff.as("chiropractor", () -> intake.begin(patient, clinic, ""));
        var written = staff.as("chiropractor", () -> intake.saveDraft(note, 0, assessed(reason)));
        asProven("chiropractor", () -> intake.sign(note, written));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var draft = new PlanDraft("Care of " + patient.value().hashCode(), reason, start, true, List.of(services));
        staff.as("chiropractor", () -> plans.saveDraft(plan, 0, draft));
        return plan;
    }

    public void move(UUID plan, PlanStatus to, String reason) {
        staff.doAs("chiropractor", () -> plans.move(plan, versionOf(plan), to, reason));
    }

    public PlanDetails details(UUID plan) {
        return staff.as("chiropractor", () -> plans.open(plan)).orElseThrow();
    }

    public long versionOf(UUID plan) {
        return details(plan).version();
    }

    public List<LocalDate> plannedDays(UUID plan) {
        return details(plan).visits().stream().map(PlanDetails.Visit::plannedOn).toList();
    }

    /** A massage in the west, before ten in the morning, at a time that nobody has taken. */
    public UUID bookMassage(PatientId patient, LocalDate on, @Nullable UUID plannedVisit) {
        for (int tries = 0; tries < 120; tries++) {
            var at = LocalTime.MIDNIGHT.plusMinutes(5L * (NUMBERS.incrementAndGet() % 120));
            try {
                return staff.as(
                        "manager",
                        () -> schedule.book(new Booking(
                                group.west,
                                group.therapist,
                                patient,
                                AppointmentType.MASSAGE,
                                on,
                                at,
                                5,
                                plannedVisit)));
            } catch (SlotTaken byAnotherTest) {
                // the stores of the tests are shared, and so are their days
            }
        }
        throw new IllegalStateException("Every time before ten is taken on " + on);
    }

    /** Signs the note of an appointment of the therapist's. */
    public void treat(UUID appointment) {
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        asProven("therapist", () -> Answering.sign(notes, note, version));
    }

    public void decideAll(PatientId patient) {
        staff.doAs("chiropractor", () -> safety.findByPatient(patient).stream()
                .filter(flag -> flag.isInForce())
                .forEach(flag ->
                        safety.decide(flag.id(), flag.version(), FlagDecision.cleared("Looked at", evidence()))));
    }

    /** What clears a flag: the chiropractor examined the patient today. */
    public Evidence evidence() {
        return new Evidence("Dr. Ada Novak", "Nothing found", today());
    }

    public void raise(PatientId patient, ClinicId clinic, String rule) {
        staff.doAs("chiropractor", () -> screening.raise(patient, clinic, Map.of(rule, ScreeningAnswer.YES)));
    }

    /** The same with a new finding, told to somebody. */
    public static NoteDraft found(String rule) {
        var done = done();
        return new NoteDraft(
                SafetyRecheck.YES,
                rule,
                done.consent(),
                done.painBefore(),
                done.areas(),
                done.modalities(),
                done.pressure(),
                done.stopAt(),
                done.minutes(),
                done.painAfter(),
                done.response(),
                "",
                "Told the chiropractor",
                done.nextStep());
    }

    /** A patient who came and was not treated. */
    public static NoteDraft refused() {
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.NOT_GIVEN,
                null,
                List.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                "",
                "Did not want to be touched today",
                "Ask again next week");
    }

    public void asProven(String who, Runnable signing) {
        staff.doAs(who, () -> {
            identity.prove(TestGroup.PASSWORD);
            signing.run();
        });
    }

    private IntakeDraft assessed(String complaint) {
        var noToAll = staff.as("chiropractor", screening::rules).asked().stream()
                .collect(Collectors.toMap(ScreeningRules.Rule::id, rule -> ScreeningAnswer.NO));
        return new IntakeDraft(
                complaint,
                "",
                new Pain(5),
                null,
                null,
                List.of(new MarkedArea(LUMBAR, "", new Pain(5), null)),
                Set.of("SITTING"),
                List.of(new Limitation("Bending", 4)),
                noToAll,
                true,
                IntakeOutcome.SUITABLE);
    }

    /** All that a signed note wants, and nothing new. */
    public static NoteDraft done() {
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.GIVEN,
                new Pain(6),
                List.of(LUMBAR),
                Set.of("SWEDISH"),
                3,
                4,
                45,
                new Pain(4),
                Response.BETTER,
                "",
                "",
                "Again in a week");
    }
}
