package io.plumbline.plans;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepFacts.Reevaluation;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The phases of a plan: their rules, where the plan is in them, what the facts propose, and its re-evaluation. */
@Embeddable
class PlanPhases {
    @Convert(converter = PlanColumns.Rules.class)
    private List<PhaseRules> phaseRules = List.of();

    @Convert(converter = PlanColumns.States.class)
    private @Nullable PhaseStates phaseStates;

    @Enumerated(EnumType.STRING)
    private @Nullable Step proposedStep;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewReason reviewReason;

    private @Nullable LocalDate reevaluateOn;
    private @Nullable LocalDate reevaluatedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Course reevaluatedCourse;

    private int reevaluatedVisits;

    List<PhaseRules> rules() {
        return phaseRules;
    }

    void describe(List<PhaseRules> rules) {
        phaseRules = rules;
    }

    void start(SortedSet<PlanPhase> planned, LocalDate on) {
        phaseStates = PhaseStates.startingOn(planned, on);
    }

    /**
     * Returns where the plan is. A plan that was activated before phases had a state is in the phase of its next visit.
     */
    PhaseStates states(Supplier<SortedSet<PlanPhase>> planned, List<PlannedVisit> visits, LocalDate startsOn) {
        if (phaseStates != null) {
            return phaseStates;
        }
        var current = visits.stream()
                .filter(visit -> !visit.isDelivered())
                .findFirst()
                .map(PlannedVisit::phase)
                .orElseGet(() -> planned.get().getLast());
        var since = visits.stream()
                .filter(visit -> visit.phase() == current)
                .map(PlannedVisit::deliveredOn)
                .filter(day -> day != null)
                .min(LocalDate::compareTo)
                .orElse(startsOn);
        return PhaseStates.at(planned.get(), current, since);
    }

    void stepTo(PhaseStates states) {
        phaseStates = states;
    }

    void propose(@Nullable Step step, @Nullable ReviewReason review) {
        proposedStep = step;
        reviewReason = review;
    }

    void reevaluate(Course course, LocalDate on, int deliveredVisits) {
        reevaluatedOn = on;
        reevaluatedCourse = course;
        reevaluatedVisits = deliveredVisits;
    }

    /** Recalculates the day from which a re-evaluation is due. */
    void recalculate(PhaseRules rules, List<LocalDate> delivered, LocalDate startsOn) {
        reevaluateOn = dueOn(rules, delivered, startsOn);
    }

    /**
     * Returns the state of the re-evaluation: due by days or by visits, whichever comes first.
     *
     * @param delivered the days of the delivered visits, in order
     * @param since the day on which the active phase started
     */
    Reevaluation reevaluation(
            PhaseRules rules, List<LocalDate> delivered, LocalDate startsOn, LocalDate since, LocalDate today) {
        var inPhase = reevaluatedOn != null && !reevaluatedOn.isBefore(since);
        var days = ChronoUnit.DAYS.between(base(startsOn), today);
        var visits = delivered.size() - reevaluatedVisits;
        var isSoon = days * 5 >= rules.reevaluateDays() * 4L || visits * 5 >= rules.reevaluateVisits() * 4;
        return new Reevaluation(
                dueOn(rules, delivered, startsOn),
                isSoon,
                inPhase ? reevaluatedOn : null,
                inPhase ? reevaluatedCourse : null);
    }

    private LocalDate dueOn(PhaseRules rules, List<LocalDate> delivered, LocalDate startsOn) {
        var byDays = base(startsOn).plusDays(rules.reevaluateDays());
        var last = reevaluatedVisits + rules.reevaluateVisits();
        if (delivered.size() < last) {
            return byDays;
        }
        var byVisits = delivered.get(last - 1);
        return byVisits.isBefore(byDays) ? byVisits : byDays;
    }

    private LocalDate base(LocalDate startsOn) {
        return reevaluatedOn == null ? startsOn : reevaluatedOn;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlanPhases() {}
}
