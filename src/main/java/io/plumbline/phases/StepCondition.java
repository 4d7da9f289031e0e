package io.plumbline.phases;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.Finding.Answer;
import io.plumbline.phases.Finding.Source;
import io.plumbline.shared.Dates;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A question that a step rule asks of the facts. */
public enum StepCondition {
    CLINICAL_HOLD(StepCondition::hold),
    PAIN_RISING(StepCondition::risingPain),
    WORSENING(StepCondition::worsening),
    UNCHANGED(StepCondition::unchanged),
    REEVALUATION_DUE(StepCondition::reevaluation),
    TOO_EARLY(StepCondition::early),
    EXIT_CRITERIA_MET(StepCondition::exit),
    TOO_LONG(StepCondition::tooLong);

    /** Over how many visits pain must rise to be a reason. */
    static final int RISING_VISITS = 3;

    private final Function<StepFacts, List<Finding>> ask;

    StepCondition(Function<StepFacts, List<Finding>> ask) {
        this.ask = ask;
    }

    /** Returns what the facts say; the condition holds if all findings do. */
    List<Finding> ask(StepFacts facts) {
        return ask.apply(facts);
    }

    /** Returns whether all findings hold: no if one does not, missing if one is not known. */
    static Answer all(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.answer() == Answer.NO)) {
            return Answer.NO;
        }
        return findings.stream().anyMatch(finding -> finding.answer() == Answer.MISSING) ? Answer.MISSING : Answer.YES;
    }

    private static List<Finding> hold(StepFacts facts) {
        var flag = facts.flag();
        var words = flag == null ? "No red flag is open" : "A red flag of level " + flag.fullLabel() + " is open";
        return List.of(Finding.of(flag != null && flag.isHold(), words, Source.FLAGS));
    }

    private static List<Finding> risingPain(StepFacts facts) {
        if (facts.visitsSinceStart() < RISING_VISITS) {
            return List.of(Finding.of(
                    false, "Fewer than three visits are delivered, too few to see pain rise", Source.VISITS));
        }
        var pain = facts.pain();
        if (pain.size() < RISING_VISITS) {
            return List.of(Finding.missing(
                    "Pain on arrival is recorded for " + pain.size() + " of the last three visits", Source.MEASURES));
        }
        var last = pain.subList(pain.size() - RISING_VISITS, pain.size());
        return List.of(Finding.of(
                last.get(0) < last.get(1) && last.get(1) < last.get(2),
                "Pain on arrival at the last three visits: " + words(last),
                Source.MEASURES));
    }

    private static String words(List<Integer> pain) {
        return pain.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static List<Finding> worsening(StepFacts facts) {
        var worse = facts.goals().stream()
                .filter(goal -> goal.course() == Course.WORSENING)
                .map(GoalFact::words)
                .toList();
        return List.of(
                worse.isEmpty()
                        ? Finding.of(false, "No goal measure has worsened", Source.GOALS)
                        : Finding.of(true, String.join("; ", worse), Source.GOALS));
    }

    private static List<Finding> unchanged(StepFacts facts) {
        var last = facts.reevaluation();
        if (last.lastOn() == null || last.lastCourse() == null) {
            return List.of(Finding.of(false, "Not re-evaluated in this phase yet", Source.REEVALUATION));
        }
        return List.of(Finding.of(
                last.lastCourse() == Course.UNCHANGED,
                "The re-evaluation of " + Dates.day(last.lastOn()) + " found: "
                        + last.lastCourse().label().toLowerCase(Locale.ROOT),
                Source.REEVALUATION));
    }

    private static List<Finding> reevaluation(StepFacts facts) {
        var due = facts.isReevaluationDue();
        return List.of(Finding.of(
                due,
                (due ? "A re-evaluation has been due since " : "The next re-evaluation is due by ")
                        + Dates.dayAndYear(facts.reevaluation().dueOn()),
                Source.REEVALUATION));
    }

    /** Asks each limit on its own: the phase is too early if one of them is not reached. */
    private static List<Finding> early(StepFacts facts) {
        var rules = facts.rules();
        var days = ChronoUnit.DAYS.between(facts.startedOn(), facts.today());
        var isEarly = facts.delivered() < rules.leastVisits() || days < rules.leastDays();
        var words = new ArrayList<String>();
        words.add(facts.delivered() + (facts.delivered() == 1 ? " visit" : " visits") + " of the phase delivered"
                + (rules.leastVisits() == 0 ? "" : ", at least " + rules.leastVisits() + " are required"));
        if (rules.leastDays() > 0) {
            words.add("day " + days + " of at least " + rules.leastDays());
        }
        return List.of(Finding.of(isEarly, String.join("; ", words), Source.VISITS));
    }

    /** The phase is too long if one of its limits is reached. */
    private static List<Finding> tooLong(StepFacts facts) {
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
        return List.of(Finding.of(
                mostVisits != null && facts.delivered() >= mostVisits || mostDays != null && days >= mostDays,
                words.isEmpty()
                        ? "The phase has no maximum length"
                        : "Length of the phase: " + String.join("; ", words),
                Source.VISITS));
    }

    private static List<Finding> exit(StepFacts facts) {
        var exit = facts.rules().exit();
        var found = new ArrayList<Finding>();
        if (exit.isEmpty()) {
            return List.of(Finding.missing("No exit criteria are set for this phase", Source.VISITS));
        }
        if (exit.painAtMost() != null) {
            found.add(painAtMost(facts, exit.painAtMost(), exit.painVisits()));
        }
        if (exit.functionGain() != null) {
            var gain = facts.functionGain();
            found.add(
                    gain == null
                            ? Finding.missing("The patient's activities were not rated again", Source.MEASURES)
                            : Finding.of(
                                    gain.compareTo(BigDecimal.valueOf(exit.functionGain())) >= 0,
                                    "Function changed by "
                                            + gain.stripTrailingZeros().toPlainString()
                                            + " points; the phase ends from " + exit.functionGain(),
                                    Source.MEASURES));
        }
        if (exit.improved()) {
            found.add(anyGoal(facts, "improved", goal -> goal.course() == Course.IMPROVING));
        }
        if (exit.goalReached()) {
            found.add(anyGoal(facts, "reached its target", GoalFact::isReached));
        }
        if (exit.noOpenFlag()) {
            found.add(Finding.of(
                    facts.flag() == null,
                    facts.flag() == null ? "No red flag is open" : "A red flag is open",
                    Source.FLAGS));
        }
        if (exit.reevaluated()) {
            found.add(Finding.of(
                    facts.reevaluation().lastOn() != null,
                    facts.reevaluation().lastOn() == null
                            ? "Not re-evaluated in this phase yet"
                            : "Re-evaluated " + Dates.day(facts.reevaluation().lastOn()),
                    Source.REEVALUATION));
        }
        return found;
    }

    private static Finding painAtMost(StepFacts facts, int most, int visits) {
        var pain = facts.pain();
        if (pain.size() < visits) {
            return Finding.missing(
                    "Pain on arrival is recorded for " + pain.size() + " of " + visits + " visits", Source.MEASURES);
        }
        var last = pain.subList(pain.size() - visits, pain.size());
        return Finding.of(
                last.stream().allMatch(score -> score <= most),
                "Pain on arrival " + words(last) + "; the phase ends at " + most + " or less on " + visits
                        + (visits == 1 ? " visit" : " visits"),
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
