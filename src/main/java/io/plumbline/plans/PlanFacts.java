package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreChange;
import io.plumbline.measures.ScoreRow;
import io.plumbline.phases.Finding;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.OpenMatter;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.StepFacts;
import io.plumbline.phases.VisitPain;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.NoteId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Collects the facts of a step decision: those of the plan's own visits and complaint. A plan begins from a signed intake,
 * which has a complete red-flag screen.
 */
@Component
class PlanFacts {
    private static final String ACTIVITIES = "PSFS";

    private final TreatmentPlans plans;
    private final PhaseDefaults defaults;
    private final OutcomeMeasures definitions;
    private final PainOfVisits pain;
    private final OpenReactions reactions;
    private final PatientRecords records;
    private final ClinicService clinics;

    PlanFacts(
            TreatmentPlans plans,
            PhaseDefaults defaults,
            OutcomeMeasures definitions,
            PainOfVisits pain,
            OpenReactions reactions,
            PatientRecords records,
            ClinicService clinics) {
        this.plans = plans;
        this.defaults = defaults;
        this.definitions = definitions;
        this.pain = pain;
        this.reactions = reactions;
        this.records = records;
        this.clinics = clinics;
    }

    /** Returns the rules of the phase in which a plan is; those of its last phase if all have ended. */
    PhaseRules rulesOf(TreatmentPlan plan) {
        return defaults.rulesOf(plan.care().currentPhase(), plan.care().phaseRules());
    }

    /** Returns the rules of the phase in which a plan is, as another draft of it says. */
    PhaseRules rulesOf(TreatmentPlan plan, PlanDraft draft) {
        return defaults.rulesOf(plan.care().currentPhase(), draft.phases());
    }

    /** Returns the goals of a plan with their scores. */
    List<GoalFact> goals(TreatmentPlan plan, List<MeasureHistory> scores) {
        return goals(plan, scores, notesOfOthers(plan, pain.findByPatient(records.of(plan.patient()))));
    }

    private List<GoalFact> goals(TreatmentPlan plan, List<MeasureHistory> scores, Set<NoteId> foreign) {
        return plan.care().goals().stream()
                .map(goal -> fact(goal, own(scores, goal.measure(), foreign)))
                .toList();
    }

    private static Set<NoteId> notesOfOthers(TreatmentPlan plan, List<PainOfVisits.Felt> felt) {
        return felt.stream()
                .filter(one -> !one.plan().equals(plan.id()))
                .map(PainOfVisits.Felt::note)
                .collect(Collectors.toSet());
    }

    private static List<ScoreRow> own(List<MeasureHistory> scores, String measure, Set<NoteId> foreign) {
        return of(scores, measure)
                .filter(row -> row.note() == null || !foreign.contains(row.note()))
                .toList();
    }

    /**
     * Returns the facts of an active plan.
     *
     * @param scores those of its patient that count
     * @param flags those of its patient
     */
    StepFacts of(TreatmentPlan plan, List<MeasureHistory> scores, List<FlagDetails> flags) {
        var today = clinics.todayAt(plan.clinic());
        var care = plan.care();
        var states = care.phaseStates();
        var rules = rulesOf(plan);
        var since = care.phaseSince();
        var felt = pain.findByPatient(records.of(plan.patient()));
        var foreign = notesOfOthers(plan, felt);
        var visits = visits(plan, scores, felt);
        return new StepFacts(
                rules,
                since,
                today,
                deliveredIn(plan, rules, since),
                !states.later().isEmpty(),
                open(plan, flags),
                plan.openFlag() != null,
                painBefore(plan, scores, visits),
                visits,
                functionGain(plan, definitions.require(ACTIVITIES), own(scores, ACTIVITIES, foreign)),
                goals(plan, scores, foreign),
                care.reevaluation(rules, today),
                care.since());
    }

    private static int deliveredIn(TreatmentPlan plan, PhaseRules phase, LocalDate since) {
        return (int) plan.care().planned().all().stream()
                .filter(visit -> visit.tookPlaceIn() == phase.phase())
                .map(PlannedVisit::deliveredOn)
                .filter(day -> day != null && !day.isBefore(since))
                .count();
    }

    private List<OpenMatter> open(TreatmentPlan plan, List<FlagDetails> flags) {
        var open = new ArrayList<OpenMatter>();
        flags.stream().filter(FlagDetails::isInForce).forEach(flag -> kind(flag)
                .ifPresent(kind -> open.add(new OpenMatter(kind, words(flag), Finding.Source.FLAGS))));
        reactions
                .findSevereOrOngoing(records.of(plan.patient()))
                .forEach(words -> open.add(new OpenMatter(OpenMatter.Kind.UNDECIDED, words, Finding.Source.REACTIONS)));
        return open;
    }

    private String words(FlagDetails flag) {
        return flag.level().said(flag.flag()) + ": " + flag.status().label().toLowerCase(Locale.ROOT)
                + (flag.outcomeDueAt() == null
                        ? ""
                        : ", outcome due " + Dates.dayAndTime(flag.outcomeDueAt(), clinics.zoneOf(flag.clinic())));
    }

    private static Optional<OpenMatter.Kind> kind(FlagDetails flag) {
        var isOpen = FlagStatus.AWAITING_DECISION.contains(flag.status());
        return switch (flag.level()) {
            // an emergency that was referred like any other flag still waits for emergency care
            case E ->
                Optional.of(
                        flag.status() == FlagStatus.EMERGENCY_REFERRED
                                ? OpenMatter.Kind.EMERGENCY_REFERRED
                                : OpenMatter.Kind.EMERGENCY);
            case U -> Optional.of(isOpen ? OpenMatter.Kind.URGENT : OpenMatter.Kind.URGENT_REFERRED);
            case R -> isOpen ? Optional.of(OpenMatter.Kind.UNDECIDED) : Optional.empty();
            case C -> Optional.empty();
        };
    }

    private static List<VisitPain> visits(
            TreatmentPlan plan, List<MeasureHistory> scores, List<PainOfVisits.Felt> felt) {
        var byNote = felt.stream().collect(Collectors.toMap(PainOfVisits.Felt::note, Function.identity(), (a, b) -> a));
        return plan.care().planned().all().stream()
                .filter(visit -> visit.deliveredNote().isPresent())
                .sorted(PlannedVisit.BY_DELIVERY)
                .map(visit -> {
                    var note = visit.deliveredNote().orElseThrow();
                    var on = Objects.requireNonNull(visit.deliveredOn());
                    var said = byNote.get(note);
                    return new VisitPain(
                            on,
                            arrived(note, on, said == null ? null : said.arrived(), scores),
                            said == null ? null : said.left());
                })
                .toList();
    }

    /**
     * Returns pain on arrival as it counts now: the score of the note, also as it was corrected; what the note says where
     * the score of the day was recorded before it; nothing where the note's score was withdrawn.
     */
    private static @Nullable Integer arrived(
            NoteId note, LocalDate on, @Nullable Integer said, List<MeasureHistory> scores) {
        var ofDay = of(scores, OutcomeMeasures.PAIN_NOW)
                .filter(row -> row.measuredOn().equals(on))
                .toList();
        var own = ofDay.stream().filter(row -> note.equals(row.note())).findFirst();
        if (own.isPresent() || ofDay.isEmpty()) {
            return own.map(PlanFacts::pain).orElse(null);
        }
        return said != null
                ? said
                : ofDay.stream()
                        .filter(row -> row.note() == null)
                        .findFirst()
                        .map(PlanFacts::pain)
                        .orElse(null);
    }

    private static Integer pain(ScoreRow row) {
        return row.result().score().intValue();
    }

    /** Returns the pain that the intake says, if earlier visits were carried over or the first one does not tell it. */
    private static @Nullable Integer painBefore(
            TreatmentPlan plan, List<MeasureHistory> scores, List<VisitPain> visits) {
        var isCarriedOver = plan.care().planned().all().stream().anyMatch(PlannedVisit::isCarriedOver);
        if (!isCarriedOver && (visits.isEmpty() || visits.getFirst().arrived() != null)) {
            return null;
        }
        return of(scores, OutcomeMeasures.PAIN_NOW)
                .filter(row -> row.note() == null
                        && !row.measuredOn().isAfter(plan.care().start()))
                .reduce((earlier, later) -> later)
                .map(PlanFacts::pain)
                .orElse(null);
    }

    /** Returns by how much the patient's activities improved since the start of the plan. */
    private static @Nullable BigDecimal functionGain(
            TreatmentPlan plan, OutcomeMeasure activities, List<ScoreRow> rated) {
        if (rated.isEmpty()) {
            return null;
        }
        var baseline = rated.stream()
                .filter(row -> !row.measuredOn().isAfter(plan.care().start()))
                .reduce((earlier, later) -> later)
                .orElseGet(rated::getFirst);
        return baseline == rated.getLast()
                ? null
                : ScoreChange.compare(
                                activities, baseline.result(), rated.getLast().result())
                        .map(ScoreChange::improvement)
                        .orElse(null);
    }

    /** Returns the days on which time alone may change the answer. */
    Stream<LocalDate> turningDays(TreatmentPlan plan) {
        var rules = rulesOf(plan);
        var care = plan.care();
        var since = care.phaseSince();
        return Stream.concat(
                Stream.of(
                        since.plusDays(rules.leastDays()),
                        care.reevaluation(rules, clinics.todayAt(plan.clinic())).dueOn()),
                Stream.ofNullable(rules.mostDays()).map(since::plusDays));
    }

    private GoalFact fact(PlanGoal goal, List<ScoreRow> rows) {
        var measure = definitions.require(goal.measure());
        return new GoalFact(
                goal.activity().isEmpty() ? measure.name() : goal.activity(),
                measure,
                !goal.activity().isEmpty(),
                Objects.requireNonNullElse(goal.baseline(), BigDecimal.ZERO),
                goal.baselineOn(),
                goal.target(),
                rows.stream()
                        .filter(row ->
                                goal.baselineOn() == null || row.measuredOn().isAfter(goal.baselineOn()))
                        .flatMap(row -> row.result().valueOf(goal.activity()).stream()
                                .map(value -> new GoalFact.Measured(row.measuredOn(), value)))
                        .toList());
    }

    private static Stream<ScoreRow> of(List<MeasureHistory> scores, String measure) {
        return scores.stream()
                .filter(history -> history.measure().code().equals(measure))
                .flatMap(history -> history.scores().stream());
    }
}
