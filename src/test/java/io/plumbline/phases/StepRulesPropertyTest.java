package io.plumbline.phases;

import static io.plumbline.phases.Courses.goal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.plumbline.measures.ScoreChange.Course;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** What holds for each course, over many that are generated; seeded, so that a failure can be repeated. */
@Execution(CONCURRENT)
class StepRulesPropertyTest {
    private static final int ROUNDS = 4_000;

    /** Less care, or one fact away from it. */
    private static final Set<Integer> ROWS_OF_IMPROVEMENT = Set.of(11, 12, 13);

    @Test
    void aWorseNewestPainNeverMovesTheAnswerToALaterRow() {
        generated(19, course -> {
            var pain = new ArrayList<>(course.arrived());
            if (pain.isEmpty() || pain.getLast() == null || pain.getLast() == 10) {
                return;
            }
            var before = course.propose();
            pain.set(pain.size() - 1, pain.getLast() + 1);
            isNotLater(course, before, course.arriving(pain));
        });
    }

    @Test
    void aWorseNewestPainAfterASessionNeverMovesTheAnswerToALaterRow() {
        generated(24, course -> {
            var pain = new ArrayList<>(course.left());
            if (pain.isEmpty() || pain.getLast() == null || pain.getLast() == 10) {
                return;
            }
            pain.set(pain.size() - 1, pain.getLast() + 1);
            isNotLater(course, course.propose(), course.leaving(pain));
        });
    }

    @Test
    void aWorseNewestScoreOfAGoalNeverMovesTheAnswerToALaterRow() {
        generated(20, course -> {
            worsened(course, course.goals().size() - 1, -1)
                    .ifPresent(worse -> isNotLater(course, course.propose(), worse));
        });
    }

    @Test
    void aWorseNewestScoreOfPainNeverMovesTheAnswerToALaterRow() {
        generated(25, course -> worsened(course, 0, 1).ifPresent(worse -> isNotLater(course, course.propose(), worse)));
    }

    @Test
    void aWorseLastReEvaluationNeverMovesTheAnswerToALaterRow() {
        generated(26, course -> {
            var found = course.reevaluated();
            if (found != null && found != Course.WORSENING) {
                isNotLater(course, course.propose(), course.reevaluated(Course.values()[found.ordinal() + 1]));
            }
        });
    }

    @Test
    void aWorseNewestPainAfterSessionsThatHurtNeverMovesTheAnswerToALaterRow() {
        var random = new Random(27);
        for (int round = 0; round < ROUNDS; round++) {
            var before = random.nextInt(8);
            var pain = new ArrayList<>(List.of(before, before, random.nextInt(10)));
            var course = Courses.of("")
                    .arriving(pain)
                    .leaving(List.of(before, before + 2, 2 + random.nextInt(9)))
                    .goals(goal("PSFS", "Sit", "5 5 5", "8"));
            var worse = new ArrayList<>(pain);
            worse.set(2, pain.get(2) + 1);
            isNotLater(course, course.propose(), course.arriving(worse));
        }
    }

    /** Returns a course with one point added to the newest score of a goal; empty if it was not measured or has no room. */
    private static Optional<Courses> worsened(Courses course, int of, int by) {
        var goal = course.goals().get(of);
        var scores = new ArrayList<>(goal.scores());
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        var last = scores.removeLast();
        var score = last.score().intValue() + by;
        if (score < 0 || score > 10) {
            return Optional.empty();
        }
        scores.add(new GoalFact.Measured(last.on(), BigDecimal.valueOf(score)));
        var goals = new ArrayList<>(course.goals());
        goals.set(
                of,
                new GoalFact(
                        goal.name(),
                        goal.measure(),
                        goal.isActivity(),
                        goal.baseline(),
                        goal.baselineOn(),
                        goal.target(),
                        scores));
        return Optional.of(course.goals(goals.toArray(GoalFact[]::new)));
    }

    private static void isNotLater(Courses course, StepProposal before, Courses worse) {
        var after = worse.propose();
        if (after.row() > before.row()) {
            assertThat(ROWS_OF_IMPROVEMENT)
                    .as("%s: row %d, worse %s: row %d", course, before.row(), worse, after.row())
                    .contains(before.row());
            assertThat(after.step()).isIn(Step.HOLD, Step.KEEP, Step.CHANGE, null);
        }
        assertThat(after.step()).isNotEqualTo(Step.STEP_UP);
    }

    @Test
    void withoutTheLastPainNothingThatWaitsTurnsIntoAHold() {
        generated(21, course -> {
            if (course.arrived().isEmpty()) {
                return;
            }
            var before = course.propose();
            var pain = new ArrayList<>(course.arrived());
            pain.set(pain.size() - 1, null);
            var after = course.arriving(pain).propose();
            if (before.row() <= 7) {
                assertThat(after.row()).as("%s", course).isLessThanOrEqualTo(8);
            }
            assertThat(after.step()).as("%s", course).isNotIn(Step.HOLD, Step.STEP_DOWN, Step.DISCHARGE, Step.KEEP);
            if (after.row() == 8) {
                assertThat(after.missing())
                        .extracting(Finding::words)
                        .anyMatch(words -> words.startsWith("Pain on arrival was not recorded"));
            }
        });
    }

    @Test
    void withoutTheScreenNothingIsHeldAndTheScreenIsNamed() {
        generated(22, course -> {
            var after = course.open(OpenMatter.Kind.UNDECIDED).propose();
            assertThat(after.row()).isEqualTo(3);
            assertThat(after.step()).isEqualTo(Step.DECIDE_FIRST);
            assertThat(after.words()).contains("Something is open");
        });
    }

    @Test
    void withoutAMeasureCareIsNeverReducedOrEnded() {
        generated(23, course -> {
            var withoutPain = course.arriving(course.arrived().stream()
                    .map(score -> (Integer) null)
                    .collect(Collectors.toCollection(ArrayList::new)));
            assertThat(withoutPain.propose().step()).isNotIn(Step.STEP_DOWN, Step.DISCHARGE);
            for (int i = 0; i < course.goals().size(); i++) {
                var goals = new ArrayList<>(course.goals());
                var goal = goals.get(i);
                goals.set(
                        i,
                        new GoalFact(
                                goal.name(),
                                goal.measure(),
                                goal.isActivity(),
                                goal.baseline(),
                                goal.baselineOn(),
                                goal.target(),
                                List.of()));
                assertThat(course.goals(goals.toArray(GoalFact[]::new))
                                .propose()
                                .step())
                        .as("%s without %s", course, goal.name())
                        .isNotIn(Step.STEP_DOWN, Step.DISCHARGE);
            }
        });
    }

    /** Each combination of what the rows ask, of which the first in their order answers. */
    @Test
    void exactlyTheFirstRowOfEachCombinationAnswers() {
        var kinds = new ArrayList<OpenMatter.Kind>(EnumSet.allOf(OpenMatter.Kind.class));
        kinds.add(null);
        var combinations = 0;
        for (var kind : kinds) {
            for (int bits = 0; bits < 1 << 12; bits++) {
                var is = bits;
                var combination = new Combination(kind, i -> (is >> i & 1) == 1);
                assertThat(combination.course().propose().row())
                        .as("%s", combination.course())
                        .isEqualTo(combination.expected());
                combinations++;
            }
        }
        assertThat(combinations).isEqualTo(6 * 4096);
    }

    /** What may be so; the facts are made so that each is so independently of the others. */
    private record Combination(OpenMatter.Kind open, IntPredicate is) {
        boolean worseThanAtStart() {
            return is.test(0);
        }

        boolean worseThanBefore() {
            return is.test(1);
        }

        boolean unchanged() {
            return is.test(2);
        }

        boolean revised() {
            return is.test(3);
        }

        boolean due() {
            return is.test(4);
        }

        boolean painMissing() {
            return is.test(5);
        }

        boolean early() {
            return is.test(6);
        }

        boolean late() {
            return is.test(7);
        }

        boolean goalMissing() {
            return is.test(8);
        }

        boolean exitMet() {
            return is.test(9);
        }

        boolean last() {
            return is.test(10);
        }

        boolean exitNotKnown() {
            return is.test(11);
        }

        Courses course() {
            // pain rests at 6; function tells whether the patient is worse, another goal whether the phase can end
            var function = goal(
                    "PSFS", "Lift", worseThanAtStart() ? "5 5 5 1" : worseThanBefore() ? "5 9 9 5" : "5 5 5 5", "9");
            var sleep = goalMissing()
                    ? goal("PSFS", "Sleep", "5", "7")
                    : goal("PSFS", "Sleep", exitMet() ? "5 5 5 9" : "5 5 5 5", "9");
            var course = Courses.of(painMissing() ? "6 6 6 ?" : "6 6 6 6")
                    .with(new PhaseRules(
                            PlanPhase.RELIEF,
                            early() ? 9 : 0,
                            null,
                            0,
                            late() ? 4 : null,
                            new ExitCriteria(null, 2, exitNotKnown() ? 2 : null, false, true, false, false),
                            60,
                            90))
                    .goals(function, sleep)
                    .due(due() ? 0 : 9);
            if (unchanged()) {
                course = course.reevaluated(Course.UNCHANGED);
            }
            if (revised()) {
                course = course.since(null, 3);
            }
            if (unchanged() && revised()) {
                course = course.since(null, 4);
            }
            if (last()) {
                course = course.last();
            }
            return open == null ? course : course.open(open);
        }

        int expected() {
            // after a revision only what was measured since then counts, and nothing was after the last visit
            var isCounted = !(unchanged() && revised());
            if (open != null) {
                return switch (open) {
                    case EMERGENCY, EMERGENCY_REFERRED -> 1;
                    case URGENT, URGENT_REFERRED -> 2;
                    case UNDECIDED -> 3;
                };
            }
            if (worseThanAtStart() && isCounted) {
                return 4;
            }
            if (worseThanBefore() && isCounted) {
                return 5;
            }
            if (unchanged() && !revised()) {
                return 6;
            }
            if (due()) {
                return 7;
            }
            if (painMissing() || unchanged() && goalMissing()) {
                return 8;
            }
            var isMet = exitMet() && !goalMissing() && !exitNotKnown();
            if (early()) {
                return 9;
            }
            if (late() && !isMet) {
                return 10;
            }
            if (exitNotKnown()) {
                return 11;
            }
            if (isMet) {
                return last() ? 13 : 12;
            }
            return 14;
        }
    }

    private static void generated(long seed, Consumer<Courses> check) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            check.accept(generated(random));
        }
    }

    private static Courses generated(Random random) {
        var visits = random.nextInt(9);
        var pain = IntStream.range(0, visits)
                .mapToObj(i -> random.nextInt(8) == 0 ? null : (Integer) random.nextInt(11))
                .collect(Collectors.toCollection(ArrayList::new));
        var left = pain.stream()
                .map(came -> random.nextInt(6) == 0
                        ? null
                        : (Integer) Math.clamp((came == null ? 5 : came) + random.nextInt(7) - 2L, 0, 10))
                .collect(Collectors.toCollection(ArrayList::new));
        var painOfGoal = random.nextInt(3, 8) + scores(random, Math.max(1, visits));
        var function = "5" + scores(random, Math.max(1, visits));
        var exit = random.nextBoolean()
                ? new ExitCriteria(3, 2, null, random.nextBoolean(), false, true, false)
                : new ExitCriteria(null, 2, null, true, random.nextBoolean(), false, random.nextBoolean());
        var course = Courses.of("")
                .arriving(pain)
                .leaving(left)
                .with(exit)
                .in(PlanPhase.values()[random.nextInt(4)])
                .lasting(random.nextInt(6), random.nextBoolean() ? 6 + random.nextInt(4) : null)
                .goals(goal("NPRS_NOW", "", painOfGoal, "2"), goal("PSFS", "Sit", function, "8"))
                .due(random.nextInt(5) == 0 ? 0 : 9)
                .before(random.nextInt(6) == 0 ? random.nextInt(11) : null);
        if (random.nextBoolean()) {
            course = course.reevaluated(Course.values()[random.nextInt(3)]);
        }
        if (random.nextInt(4) == 0) {
            course = course.goals(
                    toldBetweenVisits(course.goals().getFirst(), visits, random),
                    course.goals().getLast());
        }
        if (visits > 2 && random.nextInt(3) == 0) {
            course = course.since(1 + random.nextInt(visits - 1), random.nextBoolean() ? visits - 1 : null);
        }
        return random.nextBoolean() ? course.last() : course;
    }

    /** The same goal with a score of the day after the last visit. */
    private static GoalFact toldBetweenVisits(GoalFact goal, int visits, Random random) {
        var scores = new ArrayList<>(goal.scores());
        scores.add(new GoalFact.Measured(
                Courses.day(Math.max(1, visits)).plusDays(1), BigDecimal.valueOf(random.nextInt(11))));
        return new GoalFact(
                goal.name(),
                goal.measure(),
                goal.isActivity(),
                goal.baseline(),
                goal.baselineOn(),
                goal.target(),
                scores);
    }

    private static String scores(Random random, int most) {
        return IntStream.range(0, random.nextInt(most))
                .mapToObj(i -> " " + random.nextInt(11))
                .collect(Collectors.joining());
    }
}
