package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreChange;
import io.plumbline.measures.ScoreRow;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.StepFacts;
import io.plumbline.safety.FlagDetails;
import io.plumbline.shared.ids.NoteId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
    private final OpenMatterFinder open;
    private final PatientRecords records;
    private final ClinicService clinics;

    PlanFacts(
            TreatmentPlans plans,
            PhaseDefaults defaults,
            OutcomeMeasures definitions,
            PainOfVisits pain,
            OpenMatterFinder open,
            PatientRecords records,
            ClinicService clinics) {
        this.plans = plans;
        this.defaults = defaults;
        this.definitions = definitions;
        this.pain = pain;
        this.open = open;
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
        var visits = PlanPain.visits(plan, scores, felt);
        return new StepFacts(
                rules,
                since,
                today,
                deliveredIn(plan, rules, since),
                !states.later().isEmpty(),
                open.find(plan, flags),
                plan.openFlag() != null,
                PlanPain.before(plan, scores, visits),
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
