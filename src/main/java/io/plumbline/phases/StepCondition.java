package io.plumbline.phases;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.Finding.Source;
import io.plumbline.shared.Dates;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** A question that a step rule asks of the facts. */
public enum StepCondition {
    EMERGENCY((facts, worsening) -> open(facts, OpenMatter.Kind.EMERGENCY)),
    EMERGENCY_REFERRED((facts, worsening) -> open(facts, OpenMatter.Kind.EMERGENCY_REFERRED)),
    URGENT((facts, worsening) -> open(facts, OpenMatter.Kind.URGENT)),
    URGENT_REFERRED((facts, worsening) -> open(facts, OpenMatter.Kind.URGENT_REFERRED)),
    UNDECIDED((facts, worsening) -> open(facts, OpenMatter.Kind.UNDECIDED)),
    WORSE_THAN_AT_START((facts, worsening) -> worse(worsening.sinceStart(), "Not worse than at the start", facts)),
    WORSE_THAN_BEFORE((facts, worsening) -> worse(worsening.sinceBest(), "Not worse than at an earlier visit", facts)),
    UNCHANGED((facts, worsening) -> unchanged(facts)),
    REEVALUATION_DUE((facts, worsening) -> reevaluation(facts)),
    NOT_JUDGED((facts, worsening) -> notJudged(facts)),
    TOO_EARLY((facts, worsening) -> early(facts)),
    TOO_LONG((facts, worsening) -> tooLong(facts)),
    EXIT_NOT_KNOWN((facts, worsening) -> exitNotKnown(facts)),
    EXIT_MET((facts, worsening) -> exitMet(facts)),
    NEXT_PHASE((facts, worsening) -> nextPhase(facts)),
    MAINTENANCE((facts, worsening) -> new Judged(isMaintenance(facts), List.of())),
    GOALS_REACHED((facts, worsening) -> goalsReached(facts));

    /** Of how many last visits two without pain on arrival are too few to judge. */
    private static final int LAST_VISITS = 3;

    private static final int MOST_WITHOUT_PAIN = 1;

    private final BiFunction<StepFacts, Worsening, Judged> ask;

    StepCondition(BiFunction<StepFacts, Worsening, Judged> ask) {
        this.ask = ask;
    }

    /**
     * What the facts say to a question.
     *
     * @param holds whether it is so; what is not known does not hold
     * @param findings what was seen
     */
    record Judged(boolean holds, List<Finding> findings) {}

    Judged ask(StepFacts facts, Worsening worsening) {
        return ask.apply(facts, worsening);
    }

    private static Judged open(StepFacts facts, OpenMatter.Kind kind) {
        var found = facts.open().stream()
                .filter(matter -> matter.kind() == kind)
                .map(matter -> Finding.of(true, matter.words(), matter.source()))
                .toList();
        return new Judged(!found.isEmpty(), found);
    }

    private static Judged worse(List<Finding> found, String otherwise, StepFacts facts) {
        if (!found.isEmpty()) {
            return new Judged(true, found);
        }
        var pain = facts.painSince();
        return new Judged(
                false,
                List.of(Finding.of(
                        false,
                        otherwise + (pain.isEmpty() ? "" : ": pain on arrival " + WorseningRules.words(pain)),
                        Source.MEASURES)));
    }

    private static Judged unchanged(StepFacts facts) {
        var last = facts.reevaluation();
        if (last.lastOn() == null || last.lastCourse() == null) {
            return new Judged(
                    false, List.of(Finding.of(false, "Not re-evaluated in this phase yet", Source.REEVALUATION)));
        }
        // an examination that found the patient worse is followed by another plan as well
        var examined = facts.since().examinedOn();
        var asksForChange = last.lastCourse() == Course.UNCHANGED
                || last.lastCourse() == Course.WORSENING && examined != null && !examined.isBefore(last.lastOn());
        return new Judged(
                asksForChange && !facts.since().isRevisedSince(last.lastOn()) && !isMaintenance(facts),
                List.of(Finding.of(
                        last.lastCourse() == Course.UNCHANGED,
                        "The re-evaluation of " + Dates.day(last.lastOn()) + " found: "
                                + last.lastCourse().label().toLowerCase(Locale.ROOT),
                        Source.REEVALUATION)));
    }

    private static boolean isMaintenance(StepFacts facts) {
        return facts.rules().phase() == PlanPhase.MAINTAIN;
    }

    private static Judged reevaluation(StepFacts facts) {
        var due = facts.isReevaluationDue();
        return new Judged(
                due,
                List.of(Finding.of(
                        due,
                        (due ? "A re-evaluation has been due since " : "The next re-evaluation is due by ")
                                + Dates.dayAndYear(facts.reevaluation().dueOn()),
                        Source.REEVALUATION)));
    }

    /** Whether a patient is worse cannot be told without pain on arrival, or without a goal that was to be measured. */
    private static Judged notJudged(StepFacts facts) {
        var missing = new ArrayList<Finding>();
        var visits = facts.visits();
        if (!visits.isEmpty()) {
            var last = visits.subList(Math.max(0, visits.size() - LAST_VISITS), visits.size());
            var without = last.stream().filter(visit -> visit.arrived() == null).count();
            if (visits.getLast().arrived() == null) {
                missing.add(Finding.missing(
                        "Pain on arrival was not recorded at the last visit, "
                                + Dates.day(visits.getLast().on()),
                        Source.MEASURES));
            } else if (without > MOST_WITHOUT_PAIN) {
                missing.add(Finding.missing(
                        "Pain on arrival was not recorded at %s of the last %s visits".formatted(without, last.size()),
                        Source.MEASURES));
            }
        }
        var reevaluated = facts.reevaluation().lastOn();
        if (reevaluated != null) {
            facts.goals().stream()
                    .filter(goal -> !goal.isMeasuredAgain() && goal.isSetBefore(reevaluated))
                    .forEach(goal -> missing.add(Finding.missing(
                            goal.name() + " was not measured by the re-evaluation of " + Dates.day(reevaluated),
                            Source.GOALS)));
        }
        return new Judged(!missing.isEmpty(), missing);
    }

    /** Asks each limit on its own: the phase is too early if one of them is not reached. */
    private static Judged early(StepFacts facts) {
        var rules = facts.rules();
        var days = ChronoUnit.DAYS.between(facts.startedOn(), facts.today());
        var isEarly = facts.delivered() < rules.leastVisits() || days < rules.leastDays();
        var words = new ArrayList<String>();
        words.add(facts.delivered() + (facts.delivered() == 1 ? " visit" : " visits") + " of the phase delivered"
                + (rules.leastVisits() == 0 ? "" : ", at least " + rules.leastVisits() + " are required"));
        if (rules.leastDays() > 0) {
            words.add("day " + days + " of at least " + rules.leastDays() + ", until "
                    + Dates.day(facts.startedOn().plusDays(rules.leastDays())));
        }
        return new Judged(isEarly, List.of(Finding.of(isEarly, String.join("; ", words), Source.VISITS)));
    }

    /** The phase is too long if one of its limits is reached and its exit is not. */
    private static Judged tooLong(StepFacts facts) {
        var mostVisits = facts.rules().mostVisits();
        var mostDays = facts.rules().mostDays();
        var days = ChronoUnit.DAYS.between(facts.startedOn(), facts.today());
        var words = new ArrayList<String>();
        if (mostVisits != null) {
            words.add("visit " + facts.delivered() + " of at most " + mostVisits);
        }
        if (mostDays != null) {
            words.add("day " + days + " of at most " + mostDays);
        }
        var isLong = mostVisits != null && facts.delivered() >= mostVisits || mostDays != null && days >= mostDays;
        var length = Finding.of(
                isLong,
                words.isEmpty()
                        ? "The phase has no maximum length"
                        : "Length of the phase: " + String.join("; ", words),
                Source.VISITS);
        if (!isLong || exitMet(facts).holds()) {
            return new Judged(false, List.of(length));
        }
        var findings = new ArrayList<>(List.of(length));
        findings.addAll(ExitFindings.of(facts));
        findings.addAll(ExitFindings.missing(facts));
        return new Judged(true, findings);
    }

    private static Judged nextPhase(StepFacts facts) {
        return new Judged(
                facts.hasNext(),
                facts.hasNext()
                        ? List.of()
                        : List.of(Finding.of(true, "This is the last phase of the plan", Source.VISITS)));
    }

    private static Judged goalsReached(StepFacts facts) {
        var goals = facts.goals();
        return new Judged(
                !goals.isEmpty() && goals.stream().allMatch(GoalFact::isReached),
                goals.stream()
                        .filter(goal -> goal.isMeasuredAgain() && goal.target() != null)
                        .map(goal -> Finding.of(
                                goal.isReached(),
                                goal.words() + (goal.isReached() ? ", target reached" : ", target not reached"),
                                Source.GOALS))
                        .toList());
    }

    private static Judged exitNotKnown(StepFacts facts) {
        var missing = ExitFindings.missing(facts);
        return new Judged(!missing.isEmpty(), missing);
    }

    private static Judged exitMet(StepFacts facts) {
        var found = ExitFindings.of(facts);
        return new Judged(
                ExitFindings.areMet(found) && ExitFindings.missing(facts).isEmpty(), found);
    }
}
