package io.plumbline.support;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeExamination;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanGoal;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService;
import io.plumbline.safety.ClearanceFinding;
import io.plumbline.safety.EvidenceDraft;
import io.plumbline.safety.Examiner;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.OutsideDocument;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.ContraindicationRules;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SegmentEntry;
import io.plumbline.sessions.TypedSegment;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Takes patients of the test class through intake, plan and notes. */
@Scope(TestClassScope.NAME)
@TestComponent
public class TestCare {
    /** How the patients of tests agree to care. */
    public static final PatientAgreement AGREED = new PatientAgreement(
            PatientAgreement.Way.VERBAL, "Nora Quist", LocalDate.of(2026, Month.NOVEMBER, 24), null);

    /** Letters, signs and quotes that a store, a page or a hash might spoil. */
    public static final String STRANGE = "👩🏽‍⚕️ <b>\"O'Brien\"</b> مرحبا '); drop table patient;--";

    /** An alignment without findings, and a movement. */
    public static final IntakeExamination ALIGNED = new IntakeExamination(
            IntakeExamination.PelvicTilt.NEUTRAL,
            IntakeExamination.ShorterLeg.EQUAL,
            null,
            "",
            List.of(new IntakeExamination.Motion("Flexion", IntakeExamination.Side.MIDLINE, 40)),
            List.of());

    private static final ContraindicationRules CONTRAINDICATIONS = JsonMapper.builder()
            .build()
            .readValue(
                    TestCare.class.getResourceAsStream("/clinical/contraindications.json"),
                    ContraindicationRules.class);

    private static final int EMPTY_DAYS = 48;
    private static final BodyRegion LUMBAR = new BodyRegion("back-lumbar-left");

    private final AtomicInteger inWest = new AtomicInteger();
    private final AtomicInteger inEast = new AtomicInteger();
    private final AtomicInteger treated = new AtomicInteger();
    private final AtomicInteger days = new AtomicInteger();
    private final AtomicInteger times = new AtomicInteger();
    private final TestGroup group;
    private final Staff staff;
    private final IdentityService identity;
    private final IntakeService intake;
    private final PlanService plans;
    private final PlanStepService steps;
    private final NoteService notes;
    private final NoteStartService starts;
    private final SafetyService safety;
    private final ScreeningService screening;
    private final ScheduleService schedule;
    private final PatientService patients;
    private final JdbcClient jdbc;
    private final Clock clock;

    TestCare(
            TestGroup group,
            Staff staff,
            IdentityService identity,
            IntakeService intake,
            PlanService plans,
            PlanStepService steps,
            NoteService notes,
            NoteStartService starts,
            SafetyService safety,
            ScreeningService screening,
            ScheduleService schedule,
            PatientService patients,
            JdbcClient jdbc,
            Clock clock) {
        this.group = group;
        this.staff = staff;
        this.identity = identity;
        this.intake = intake;
        this.plans = plans;
        this.steps = steps;
        this.notes = notes;
        this.starts = starts;
        this.safety = safety;
        this.screening = screening;
        this.schedule = schedule;
        this.patients = patients;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }

    /**
     * A day within the next seven weeks on which nobody is booked, for those who book at the hour that they say. Patients
     * come with appointments on later days.
     */
    public LocalDate emptyDay() {
        return Stream.generate(() -> LocalDate.now(clock).plusDays(1 + days.getAndIncrement() % EMPTY_DAYS))
                .limit(EMPTY_DAYS)
                .filter(this::nobodyIsBooked)
                .findFirst()
                .orElseThrow();
    }

    private boolean nobodyIsBooked(LocalDate day) {
        return jdbc.sql("select count(*) from appointment where starts_on = ? and practitioner_id in (?, ?)")
                        .params(day, Ids.bytes(group.chiropractor.value()), Ids.bytes(group.therapist.value()))
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** A patient whom the chiropractor may see; nobody else treats them yet. */
    public PatientId patient(String name, ClinicId clinic) {
        var patient = group.patient(name, TestGroup.familyName(), clinic);
        // the clinics lie in two zones: on days of their own nobody is booked twice, 760 and 600 patients
        var isWest = clinic.equals(group.west);
        while (true) {
            var place = (isWest ? inWest : inEast).getAndIncrement();
            var at = LocalTime.MIDNIGHT.plusMinutes(30L * (place % 40));
            var day = (isWest ? 56 : 75) + place / 40;
            try {
                group.book(group.chiropractor, patient, clinic, today().plusDays(day), at);
                return patient;
            } catch (SlotTaken earlierByAMovedClock) {
                // the next place
            }
        }
    }

    /** A patient of the west whom the chiropractor and the therapist may see. */
    public PatientId treated(String name) {
        var patient = patient(name, group.west);
        // a day has 120 times before ten in the morning
        var day = EMPTY_DAYS + 2 + treated.getAndIncrement() / 100;
        book(AppointmentType.CONSULTATION, group.therapist, patient, today().plusDays(day));
        return patient;
    }

    /** A weekly plan of four massages in the west, from today on. */
    public PlanId activePlan(PatientId patient, String reason) {
        return activePlan(patient, reason, group.west, today(), weeklyMassage());
    }

    public PlanId activePlan(
            PatientId patient, String reason, ClinicId clinic, LocalDate start, PlannedService... services) {
        var plan = draftPlan(patient, reason, clinic, start, services);
        staff.doAs("chiropractor", () -> AnsweredChecks.activate(plans, plan, versionOf(plan), AGREED));
        return plan;
    }

    public PlanId draftPlan(
            PatientId patient, String reason, ClinicId clinic, LocalDate start, PlannedService... services) {
        signIntake(patient, clinic, assessed(reason));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var draft = new PlanDraft("Care of " + patient.value().hashCode(), reason, start, List.of(services))
                .withGoals(goals(start));
        staff.as("chiropractor", () -> plans.saveDraft(plan, 0, draft));
        return plan;
    }

    /** Four massages, one a week from today on. */
    public PlanDraft weekly(String reason) {
        return new PlanDraft("Care of the back", reason, today(), List.of(weeklyMassage())).withGoals(goals(today()));
    }

    /** Less pain, a year after the start. */
    public static List<PlanGoal> goals(LocalDate start) {
        return List.of(
                new PlanGoal("NPRS_NOW", "", BigDecimal.valueOf(5), start, BigDecimal.valueOf(2), start.plusYears(1)));
    }

    private PlannedService weeklyMassage() {
        return new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, group.therapist, Frequency.WEEKLY, 4);
    }

    /** Signs an intake note of the west. */
    public IntakeId signIntake(PatientId patient, IntakeDraft draft) {
        return signIntake(patient, group.west, draft);
    }

    private IntakeId signIntake(PatientId patient, ClinicId clinic, IntakeDraft draft) {
        var note = staff.as("chiropractor", () -> intake.begin(patient, clinic, ""));
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, draft));
        asProven("chiropractor", () -> AnsweredChecks.sign(intake, note, version));
        return note;
    }

    /** The signed examination of a patient who is worse under a plan. */
    public IntakeId examine(PlanId plan) {
        return examine(plan, examined(assessed("Worse")));
    }

    /** The same, with what it says. */
    public IntakeId examine(PlanId plan, IntakeDraft found) {
        var note = staff.as("chiropractor", () -> steps.beginExamination(plan, versionOf(plan)));
        var version = staff.as(
                "chiropractor",
                () -> intake.saveDraft(note, intake.open(note).orElseThrow().version(), found));
        asProven("chiropractor", () -> AnsweredChecks.sign(intake, note, version));
        return note;
    }

    /** The same draft with what was found on examination. */
    public static IntakeDraft examined(IntakeDraft draft) {
        var motion = new IntakeExamination.Motion("Flexion", IntakeExamination.Side.MIDLINE, 40);
        var test = new IntakeExamination.Test(
                "Straight leg raise", IntakeExamination.TestKind.NEUROLOGICAL, IntakeExamination.Side.LEFT, "Negative");
        return draft.with(IntakeMore.EMPTY.with(new IntakeExamination(
                IntakeExamination.PelvicTilt.NEUTRAL,
                IntakeExamination.ShorterLeg.EQUAL,
                null,
                "",
                List.of(motion),
                List.of(test))));
    }

    public void move(PlanId plan, PlanStatus to, String reason) {
        staff.doAs("chiropractor", () -> plans.move(plan, versionOf(plan), to, reason));
    }

    public PlanDetails details(PlanId plan) {
        return staff.as("chiropractor", () -> plans.open(plan)).orElseThrow();
    }

    public long versionOf(PlanId plan) {
        return details(plan).version();
    }

    public List<LocalDate> plannedDays(PlanId plan) {
        return details(plan).visits().stream().map(PlanDetails.Visit::plannedOn).toList();
    }

    public AppointmentId bookMassage(PatientId patient, LocalDate on) {
        return bookMassage(patient, on, null);
    }

    public AppointmentId bookMassage(PatientId patient, LocalDate on, @Nullable PlannedVisitId plannedVisit) {
        return book(AppointmentType.MASSAGE, group.therapist, patient, on, plannedVisit);
    }

    public AppointmentId book(AppointmentType type, StaffId practitioner, PatientId patient, LocalDate on) {
        return book(type, practitioner, patient, on, null);
    }

    /** In the west, before ten in the morning, at a time that nobody has taken. */
    private AppointmentId book(
            AppointmentType type,
            StaffId practitioner,
            PatientId patient,
            LocalDate on,
            @Nullable PlannedVisitId plannedVisit) {
        for (int tries = 0; tries < 120; tries++) {
            var at = LocalTime.MIDNIGHT.plusMinutes(5L * (times.incrementAndGet() % 120));
            try {
                return staff.as(
                        "manager",
                        () -> schedule.book(
                                new Booking(group.west, practitioner, patient, type, on, at, 5, plannedVisit)));
            } catch (SlotTaken earlier) {
                // the times of a day come round again
            }
        }
        throw new IllegalStateException("Every time before ten is taken on " + on);
    }

    /** A signed note of a massage today. */
    public NoteId signedNote(PatientId patient) {
        return treat(bookMassage(patient, today()));
    }

    /** A signed note of a massage today, to which the patient came with some pain. */
    public NoteId signedNote(PatientId patient, int painOnArrival) {
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(bookMassage(patient, today()))));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, arriving(painOnArrival)));
        asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        return note;
    }

    /** The same as {@link #done}, with the pain to which the patient came. */
    public static NoteDraft arriving(int pain) {
        var done = done();
        return new NoteDraft(
                done.safetyRecheck(),
                done.safetyRule(),
                done.consent(),
                new Pain(pain),
                done.areas(),
                done.modalities(),
                done.pressure(),
                done.stopAt(),
                done.minutes(),
                new Pain(Math.max(0, pain - 1)),
                done.response(),
                done.observations(),
                done.statement(),
                done.nextStep());
    }

    /** A signed note of a massage some days ago. */
    public NoteId earlierNote(PatientId patient) {
        return treat(bookMassage(patient, today().minusDays(6)));
    }

    /** Signs the note of an appointment of the therapist's. */
    public NoteId treat(AppointmentId appointment) {
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        return note;
    }

    public void decideAll(PatientId patient) {
        staff.doAs("chiropractor", () -> safety.findByPatient(patient).stream()
                .filter(flag -> flag.isInForce())
                .forEach(flag -> safety.decide(
                        flag.id(),
                        flag.version(),
                        FlagDecision.cleared("Examined by her physician, " + patient.value(), evidence()))));
    }

    /** What clears a flag of any level for one clinician: a physician examined the patient today. */
    public EvidenceDraft evidence() {
        return EvidenceDraft.inWords(
                        new Examiner.Named("Dr. Lena Ortiz", "family physician"),
                        today(),
                        "She meant an injury of many years ago")
                .with(ClearanceFinding.SCREENED_BY_MISTAKE, null)
                .from("Ortiz Family Practice", OutsideDocument.ASKED);
    }

    public void raise(PatientId patient, ClinicId clinic, String rule) {
        staff.doAs("chiropractor", () -> screening.raise(patient, clinic, Map.of(rule, ScreeningAnswer.YES)));
    }

    public boolean isOnHold(PatientId patient) {
        return staff.as("manager", () -> patients.brief(patient)).orElseThrow().clinicalHold();
    }

    /** What the patient's header says of the plan. */
    public PatientDetails.PlanProgress header(PatientId patient) {
        var plan =
                staff.as("westdesk", () -> patients.open(patient)).orElseThrow().plan();
        return Objects.requireNonNull(plan);
    }

    /** How many audit rows of that kind a patient has. */
    public long auditOf(String kind, PatientId patient) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and patient = ?")
                .params(kind, Ids.bytes(patient.value()))
                .query(Long.class)
                .single();
    }

    /** The same with a new finding, told to somebody. */
    public static NoteDraft found(String rule) {
        return found(rule, "Told the chiropractor");
    }

    public static NoteDraft found(String rule, String statement) {
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
                done.observations(),
                statement,
                done.nextStep());
    }

    public static NoteDraft withModalities(NoteDraft draft, Set<String> modalities) {
        return draft.withTreatment(draft.areas(), modalities, draft.pressure(), draft.stopAt(), draft.minutes());
    }

    /** The same without soft-tissue work, with segments as a chiropractor types them. */
    public static NoteDraft adjusted(NoteDraft draft, String segments) {
        return draft.withTreatment(List.of(), Set.of(), null, null, null)
                .withDetails(draft.details()
                        .withSegments(
                                SegmentEntry.read(segments).stream()
                                        .map(TypedSegment::row)
                                        .toList(),
                                ""));
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

    /** The same with an answer. */
    public <T> T provenly(String who, Supplier<T> signing) {
        return staff.as(who, () -> {
            identity.prove(TestGroup.PASSWORD);
            return signing.get();
        });
    }

    /** All that a signed intake note wants, and a no to every question. */
    public IntakeDraft assessed(String complaint) {
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
                        IntakeOutcome.SUITABLE,
                        IntakeMore.EMPTY)
                .with(IntakeMore.EMPTY.with(ALIGNED));
    }

    /** A draft with another answer; a yes confirms the contraindications that it proposes, and is suitable with caution. */
    public static IntakeDraft withScreen(IntakeDraft draft, String rule, ScreeningAnswer answer) {
        var screen = new TreeMap<>(draft.screen());
        screen.put(rule, answer);
        var confirmed = new TreeMap<>(draft.more().contraindications());
        CONTRAINDICATIONS.contraindications().stream()
                .filter(one -> answer == ScreeningAnswer.YES && one.screen().contains(rule))
                .forEach(one -> confirmed.put(one.code(), answered(one.code(), Decision.CONFIRMED, "")));
        return new IntakeDraft(
                draft.complaint(),
                draft.onset(),
                draft.painNow(),
                draft.painWorst(),
                draft.painAverage(),
                draft.areas(),
                draft.factors(),
                draft.limitations(),
                screen,
                draft.consented(),
                answer == ScreeningAnswer.YES && draft.outcome() == IntakeOutcome.SUITABLE
                        ? IntakeOutcome.SUITABLE_WITH_CAUTION
                        : draft.outcome(),
                draft.more()
                        .with(draft.more().history(), confirmed, draft.more().examination()));
    }

    /** What a clinician says about a contraindication, under the rules that are in force. */
    public static ContraindicationAnswer answered(String code, Decision decision, String reason) {
        return new ContraindicationAnswer(
                CONTRAINDICATIONS.of(code).name(), decision, reason, CONTRAINDICATIONS.version());
    }

    public static IntakeDraft withOutcome(IntakeDraft draft, IntakeOutcome outcome) {
        return new IntakeDraft(
                draft.complaint(),
                draft.onset(),
                draft.painNow(),
                draft.painWorst(),
                draft.painAverage(),
                draft.areas(),
                draft.factors(),
                draft.limitations(),
                draft.screen(),
                draft.consented(),
                outcome,
                draft.more());
    }

    /** All that a signed note wants, and nothing new. */
    public static NoteDraft done() {
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.GIVEN,
                new Pain(6),
                List.of(LUMBAR, new BodyRegion("back-sacrum")),
                Set.of("SWEDISH"),
                3,
                4,
                45,
                new Pain(4),
                Response.BETTER,
                STRANGE,
                "",
                "Again in a week");
    }
}
