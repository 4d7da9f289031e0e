package io.plumbline.phases;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.Finding.Source;
import io.plumbline.shared.Dates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What says that a patient is worse: each fact alone is enough, and what is not known says nothing. Source: the courses of
 * the step rules; their numbers are {@link StepThresholds}.
 */
final class WorseningRules {
    private final StepFacts facts;
    private final StepThresholds limits;
    private final List<Integer> pain;
    private final List<Finding> found = new ArrayList<>();

    private WorseningRules(StepFacts facts, StepThresholds limits) {
        this.facts = facts;
        this.limits = limits;
        pain = facts.painSince();
    }

    /** Returns what says that the patient is worse than at the start, since the last examination or revision. */
    static List<Finding> sinceStart(StepFacts facts, StepThresholds limits) {
        var worse = new WorseningRules(facts, limits);
        worse.goalsBelowStart();
        worse.painAboveStart(facts.painAtStart());
        worse.reevaluatedWorse();
        return worse.found;
    }

    /** Returns what says that the patient is worse than they were, since the last examination or revision. */
    static List<Finding> sinceBest(StepFacts facts, StepThresholds limits) {
        var worse = new WorseningRules(facts, limits);
        worse.painAboveBest();
        worse.painRising();
        worse.goalsBelowBest();
        worse.leftWithMorePain();
        worse.painStaysHigh(facts.painAtStart());
        worse.noBetterSinceExamination();
        return worse.found;
    }

    private void goalsBelowStart() {
        var examined = facts.since().examinedOn();
        for (var goal : goalsOnTheirOwn()) {
            var from = goal.scoreAt(examined);
            if (goal.courseFrom(from, facts.since().day()) == Course.WORSENING) {
                found(goal.words(from) + ", worse than at the " + start(), Source.GOALS);
            }
        }
    }

    /** Pain on arrival at a visit is judged over two visits; told on another day, it is a score like any other. */
    private Stream<GoalFact> painGoals() {
        return facts.goals().stream().filter(GoalFact::isPainOnArrival);
    }

    private List<GoalFact> otherGoals() {
        return facts.goals().stream().filter(goal -> !goal.isPainOnArrival()).toList();
    }

    private List<GoalFact> goalsOnTheirOwn() {
        return Stream.concat(otherGoals().stream(), painGoals().filter(goal -> facts.visits().stream()
                        .noneMatch(visit -> visit.on().equals(goal.measuredOn()))))
                .toList();
    }

    private String start() {
        return facts.since().examinedOn() == null ? "start" : "last examination";
    }

    private void painAboveStart(@Nullable Integer start) {
        if (start != null && isAtLeast(start + limits.aboveStart(), limits.aboveStartVisits())) {
            found(
                    "Pain on arrival " + words(last(limits.aboveStartVisits())) + "; at the " + start() + " " + start,
                    Source.MEASURES);
        } else if (facts.since().examinedOn() == null) {
            painGoals().forEach(this::painAboveBaseline);
        }
        if (start != null && start >= limits.veryHigh() && isAtLeast(limits.veryHigh(), limits.veryHighVisits())) {
            found("Pain on arrival stays at " + words(last(limits.veryHighVisits())), Source.MEASURES);
        }
    }

    /** A goal may have begun lower than the first visit: it is worse if both of the last two visits since then say so. */
    private void painAboveBaseline(GoalFact goal) {
        var since = facts.visitsSince().stream()
                .filter(visit -> goal.isSetBefore(visit.on()))
                .map(VisitPain::arrived)
                .filter(Objects::nonNull)
                .toList();
        var last = since.subList(Math.max(0, since.size() - limits.aboveStartVisits()), since.size());
        if (last.size() == limits.aboveStartVisits() && last.stream().allMatch(goal::isWorseThanBaseline)) {
            found(
                    "Pain on arrival " + words(last) + "; the goal began at "
                            + goal.baseline().stripTrailingZeros().toPlainString(),
                    Source.MEASURES);
        }
    }

    private void reevaluatedWorse() {
        var last = facts.reevaluation();
        if (last.lastOn() != null
                && last.lastCourse() == Course.WORSENING
                && !facts.since().isOnOrAfter(last.lastOn())) {
            found("The re-evaluation of " + Dates.day(last.lastOn()) + " found: worsening", Source.REEVALUATION);
        }
    }

    private void painAboveBest() {
        var all = facts.painFromThen();
        if (aboveBest(all) >= limits.aboveBest()
                || aboveBest(all) >= limits.aboveBestRunning()
                        && aboveBest(withoutLast(all)) >= limits.aboveBestRunning()) {
            found(
                    "Pain on arrival " + words(all.subList(Math.max(0, all.size() - 1 - limits.bestOf()), all.size()))
                            + ", after it had been lower",
                    Source.MEASURES);
        }
    }

    /** How far the last of some scores is above the best of those before it. */
    private int aboveBest(List<Integer> scores) {
        var before = withoutLast(scores);
        return before.isEmpty()
                ? 0
                : scores.getLast()
                        - Collections.min(before.subList(Math.max(0, before.size() - limits.bestOf()), before.size()));
    }

    private static List<Integer> withoutLast(List<Integer> scores) {
        return scores.subList(0, Math.max(0, scores.size() - 1));
    }

    private void painRising() {
        var last = last(limits.risingVisits());
        if (last.size() == limits.risingVisits()
                && IntStream.range(1, last.size()).allMatch(i -> last.get(i - 1) < last.get(i))) {
            found("Pain on arrival rose: " + words(last), Source.MEASURES);
        }
    }

    private void goalsBelowBest() {
        for (var goal : otherGoals()) {
            var best = goal.bestSince(facts.since().day());
            if (goal.courseFrom(best, facts.since().day()) == Course.WORSENING) {
                found(goal.words(best) + ", worse than it was", Source.GOALS);
            }
        }
    }

    /**
     * Pain after the last two sessions was higher than when the patient came to the first of them. What they come to the
     * last session with plays no part in it: a patient who comes with more pain is not better.
     */
    private void leftWithMorePain() {
        var visits = facts.visitsSince();
        var first = visits.size() - limits.leftHigherVisits();
        if (first < 0) {
            return;
        }
        var last = visits.subList(first, visits.size());
        var arrived = last.getFirst().arrived();
        if (arrived == null) {
            return;
        }
        int came = arrived;
        if (last.stream().allMatch(visit -> isLeftHigher(visit, came))) {
            found(
                    "Pain after the last sessions "
                            + words(last.stream()
                                    .map(VisitPain::left)
                                    .filter(Objects::nonNull)
                                    .toList())
                            + "; the patient came to the first of them with " + came,
                    Source.MEASURES);
        }
    }

    private boolean isLeftHigher(VisitPain visit, int came) {
        var left = visit.left();
        return left != null && left - came >= limits.leftHigher();
    }

    private void painStaysHigh(@Nullable Integer start) {
        if (start != null
                && isAtLeast(limits.high(), limits.highVisits())
                && pain.getLast() > start - limits.belowStart()) {
            found("Pain on arrival stays at " + words(last(limits.highVisits())), Source.MEASURES);
        }
    }

    /** An examination found something, and the visits after it changed nothing; pain of 0 or 1 has no room to. */
    private void noBetterSinceExamination() {
        var examined = facts.since().examinedOn();
        var start = facts.painAtStart();
        if (examined == null || start == null || start < limits.aboveStart()) {
            return;
        }
        var after = facts.visits().stream()
                .filter(visit -> visit.on().isAfter(examined))
                .map(VisitPain::arrived)
                .filter(Objects::nonNull)
                .toList();
        var last = after.subList(Math.max(0, after.size() - limits.visitsAfterExamination()), after.size());
        var isBetter = last.stream().anyMatch(score -> start - score >= limits.belowStart())
                || facts.goals().stream()
                        .anyMatch(goal -> goal.courseFrom(goal.scoreAt(examined), examined) == Course.IMPROVING);
        if (after.size() >= limits.visitsAfterExamination() && !isBetter) {
            found(
                    "No better since the examination of " + Dates.day(examined) + ": pain on arrival " + words(last),
                    Source.MEASURES);
        }
    }

    /** Whether pain on arrival was at least so high on so many visits running. */
    private boolean isAtLeast(int score, int visits) {
        return pain.size() >= visits && last(visits).stream().allMatch(one -> one >= score);
    }

    private List<Integer> last(int visits) {
        return pain.subList(Math.max(0, pain.size() - visits), pain.size());
    }

    private void found(String words, Source source) {
        found.add(Finding.of(true, words, source));
    }

    static String words(List<Integer> pain) {
        return pain.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
