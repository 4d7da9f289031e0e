package io.plumbline.phases;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.Finding.Answer;
import io.plumbline.phases.Finding.Source;
import io.plumbline.shared.Dates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the facts say about the exit criteria of a phase. */
final class ExitFindings {
    private ExitFindings() {}

    /** Returns a finding for each criterion; one that none are set, if that is so. */
    static List<Finding> of(StepFacts facts) {
        var exit = facts.rules().exit();
        var found = new ArrayList<Finding>();
        if (exit.isEmpty()) {
            return List.of(Finding.missing("No exit criteria are set for this phase", Source.VISITS));
        }
        if (exit.painAtMost() != null) {
            found.add(painAtMost(facts, exit.painAtMost(), exit.painVisits()));
        }
        if (exit.functionGain() != null) {
            found.add(functionGain(facts, exit.functionGain()));
        }
        if (exit.improved()) {
            found.add(anyGoal(facts, "improved", goal -> goal.course() == Course.IMPROVING));
        }
        if (exit.goalReached()) {
            found.add(anyGoal(facts, "reached its target", GoalFact::isReached));
        }
        if (exit.noOpenFlag()) {
            found.add(Finding.of(
                    !facts.hasOpenFlag(),
                    facts.hasOpenFlag() ? "A red flag is open" : "No red flag is open",
                    Source.FLAGS));
        }
        if (exit.reevaluated()) {
            var last = facts.reevaluation().lastOn();
            found.add(Finding.of(
                    last != null,
                    last == null ? "Not re-evaluated in this phase yet" : "Re-evaluated " + Dates.day(last),
                    Source.REEVALUATION));
        }
        return found;
    }

    /** Returns the criteria that cannot be judged, and once all others are met, the goals not measured in the phase. */
    static List<Finding> missing(StepFacts facts) {
        var found = of(facts);
        var missing =
                found.stream().filter(one -> one.answer() == Answer.MISSING).toList();
        if (!missing.isEmpty() || !areMet(found)) {
            return missing;
        }
        return facts.goals().stream()
                .filter(goal -> !goal.isMeasuredSince(facts.startedOn()))
                .map(goal -> Finding.missing(goal.name() + " was not measured in this phase", Source.GOALS))
                .toList();
    }

    static boolean areMet(List<Finding> findings) {
        return findings.stream().allMatch(finding -> finding.answer() == Answer.YES);
    }

    private static Finding painAtMost(StepFacts facts, int most, int visits) {
        var pain = facts.visits().stream()
                .skip(Math.max(0, facts.visits().size() - visits))
                .map(VisitPain::arrived)
                .toList();
        var recorded = pain.stream().filter(one -> one != null).toList();
        if (recorded.size() < visits) {
            return Finding.missing(
                    "Pain on arrival is recorded for " + recorded.size() + " of the last " + visits + " visits",
                    Source.MEASURES);
        }
        return Finding.of(
                recorded.stream().allMatch(score -> score <= most),
                "Pain on arrival " + WorseningRules.words(recorded) + "; the phase ends at " + most + " or less on "
                        + visits + (visits == 1 ? " visit" : " visits"),
                Source.MEASURES);
    }

    private static Finding functionGain(StepFacts facts, int least) {
        var gain = facts.functionGain();
        return gain == null
                ? Finding.missing("The patient's activities were not rated again", Source.MEASURES)
                : Finding.of(
                        gain.compareTo(BigDecimal.valueOf(least)) >= 0,
                        "Function changed by " + gain.stripTrailingZeros().toPlainString()
                                + " points; the phase ends from " + least,
                        Source.MEASURES);
    }

    private static Finding anyGoal(StepFacts facts, String verb, Predicate<GoalFact> holds) {
        var met = facts.goals().stream().filter(holds).map(GoalFact::words).toList();
        if (!met.isEmpty()) {
            return Finding.of(true, String.join("; ", met), Source.GOALS);
        }
        var again = facts.goals().stream().filter(GoalFact::isMeasuredAgain).toList();
        return again.isEmpty()
                ? Finding.missing("No goal was measured again since its baseline", Source.GOALS)
                : Finding.of(
                        false,
                        "No goal has " + verb + ": "
                                + again.stream().map(GoalFact::words).collect(Collectors.joining("; ")),
                        Source.GOALS);
    }
}
