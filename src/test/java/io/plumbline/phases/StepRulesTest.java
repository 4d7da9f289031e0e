package io.plumbline.phases;

import static io.plumbline.phases.Courses.RULES;
import static io.plumbline.phases.Courses.goal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.Finding.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is proposed for the courses that the rules name; no course that worsens is answered with more of the same. */
class StepRulesTest {
    private static final ExitCriteria IMPROVED = new ExitCriteria(null, 2, null, true, false, true, false);

    private static Stream<Arguments> courses() {
        var function = goal("PSFS", "Lift the child", "3 2 1 0", "7");
        return Stream.of(
                course(
                        "worse at each visit, function lost",
                        Courses.of("5 7 9").goals(function).reevaluated(Course.UNCHANGED),
                        4),
                course(
                        "pain comes back although the goal improved",
                        Courses.of("7 5 2 3 4").goals(goal("PSFS", "Sit", "2 4 5 6 8", "9")),
                        5),
                course("2 above the start on two visits", Courses.of("4 6 8"), 4),
                course("far above the start on two visits", Courses.of("4 9 9"), 4),
                course("far above the best, once", Courses.of("3 3 9"), 5),
                course("better and then as bad as before", Courses.of("7 2 6"), 5),
                course(
                        "scatter before the first re-evaluation",
                        Courses.of("6 5 6 4 6").goals(goal("NPRS_NOW", "", "6 5 6 4 6", "1")),
                        14),
                course("the same at each visit", Courses.of("5 5 5 5").goals(goal("NPRS_NOW", "", "5 5 5 5", "2")), 14),
                course(
                        "the same, and re-evaluated so",
                        Courses.of("5 5 5 5")
                                .goals(goal("NPRS_NOW", "", "5 5 5 5", "2"))
                                .reevaluated(Course.UNCHANGED),
                        6),
                course(
                        "re-evaluated so, and revised",
                        Courses.of("5 5 5 5")
                                .goals(goal("NPRS_NOW", "", "5 5 5 5", "2"))
                                .reevaluated(Course.UNCHANGED)
                                .since(null, 4),
                        14),
                course("a flag to decide, exit met", Courses.of("6 4 3 3").open(OpenMatter.Kind.UNDECIDED), 3),
                course("the second visit is watched", Courses.of("3 5").goals(goal("NPRS_NOW", "", "3 5", "1")), 14),
                course(
                        "three visits without pain recorded, goal reached",
                        Courses.of("6 ? ? ?").goals(goal("NPRS_NOW", "", "6 1", "1")),
                        8),
                course(
                        "maintenance without change",
                        Courses.of("2 2 2")
                                .in(PlanPhase.MAINTAIN)
                                .last()
                                .with(new ExitCriteria(null, 2, null, false, true, false, false))
                                .goals(goal("NPRS_NOW", "", "2 2 2", "0"))
                                .reevaluated(Course.UNCHANGED),
                        14),
                course(
                        "trial of care at its last visit",
                        Courses.of("8 7 7 7 6 6").last().due(0),
                        7),
                course(
                        "trial of care, re-evaluated and improved",
                        Courses.of("8 7 7 7 6 6")
                                .last()
                                .with(IMPROVED)
                                .goals(goal("NPRS_NOW", "", "8 7 7 7 6 6", "2"))
                                .reevaluated(Course.IMPROVING),
                        13),
                course(
                        "pain and function worse",
                        Courses.of("3 5 5")
                                .goals(goal("NPRS_NOW", "", "3 5 5", "1"), goal("PSFS", "Walk", "7 5 4", "9")),
                        4),
                course(
                        "over the longest time and improving",
                        Courses.of("8 7 6 5").lasting(0, 4).goals(goal("NPRS_NOW", "", "8 7 6 5", "2")),
                        10),
                course("very high from the start", Courses.of("9 9 10 9 9"), 4),
                course(
                        "function gained and lost again",
                        Courses.of("5 5 5").goals(goal("PSFS", "Sit", "3 8 4", "9")),
                        5),
                course("well before the least visits", Courses.of("6 3 3").lasting(6, null), 9),
                course(
                        "examined, revised, next visit equal",
                        Courses.of("4 6 8 8").since(3, 3).goals(goal("NPRS_NOW", "", "4 6 8 8", "1")),
                        14),
                course(
                        "worse again after the examination",
                        Courses.of("4 6 6 8 8").since(3, 3),
                        4),
                course(
                        "three visits after the examination without improvement",
                        Courses.of("4 6 6 6 6 6").since(3, 3),
                        5),
                course(
                        "better after the examination",
                        Courses.of("4 6 6 6 4 4").since(3, 3).goals(goal("NPRS_NOW", "", "4 6 6 6 4 4", "1")),
                        14),
                course(
                        "an examination found the patient worse, and the plan is as it was",
                        Courses.of("4 6 8").reevaluated(Course.WORSENING).since(3, null),
                        6),
                course(
                        "the first visit does not tell its pain, the intake does",
                        Courses.of("? 6 6").before(4),
                        4),
                course(
                        "a goal that was set at the re-evaluation is not missing",
                        Courses.of("5 5 5")
                                .goals(goal("NPRS_NOW", "", "5 5 5", "2"), setToday(goal("PSFS", "Sit", "3", "8")))
                                .reevaluated(Course.UNCHANGED)
                                .since(null, 3),
                        14),
                course(
                        "a revision does not move the start",
                        Courses.of("4 5 6 6").since(null, 2),
                        4),
                course(
                        "sessions leave the patient with more pain",
                        Courses.of("5 5 5").leaving("5 7 8"),
                        5),
                course(
                        "the patient comes to the second of them with more",
                        Courses.of("5 5 6").leaving("5 7 7"),
                        5),
                course(
                        "one session alone left the patient with more pain",
                        Courses.of("5 5 5").leaving("5 5 7").goals(goal("NPRS_NOW", "", "5 5 5", "1")),
                        14),
                course("high pain that stays", Courses.of("8 8 8 8").goals(goal("NPRS_NOW", "", "8 8 8 8", "2")), 5),
                course(
                        "more pain than the goal began with, on two visits",
                        Courses.of("6 6").goals(goal("NPRS_NOW", "", "4 6", "1")),
                        14),
                course("the same on three visits", Courses.of("6 6 6").goals(goal("NPRS_NOW", "", "4 6 6", "1")), 4),
                course(
                        "much pain told between the visits",
                        Courses.of("5 5 5").goals(between(goal("NPRS_NOW", "", "5 5 5", "1"), 7)),
                        4),
                course(
                        "less pain told between the visits",
                        Courses.of("5 5 5").goals(between(goal("NPRS_NOW", "", "5 5 5", "1"), 4)),
                        14),
                course(
                        "high pain that falls",
                        Courses.of("10 9 8 8 8").goals(goal("NPRS_NOW", "", "10 9 8 8 8", "2")),
                        14),
                course(
                        "the last re-evaluation found the patient worse",
                        Courses.of("6 5 5").reevaluated(Course.WORSENING),
                        4),
                course(
                        "carried over: the intake is the start",
                        Courses.of("6 6").before(4),
                        4),
                course("all exit criteria met", Courses.of("6 4 3 3"), 12),
                course(
                        "met in the last phase, goals reached",
                        Courses.of("6 4 3 1").last().goals(goal("NPRS_NOW", "", "6 4 3 1", "1")),
                        13),
                course(
                        "a goal not measured in the phase",
                        Courses.of("6 4 3 3").goals(goal("NPRS_NOW", "", "6 3", "1"), goal("PSFS", "Sit", "3", "8")),
                        11),
                course("too few visits to judge the exit", Courses.of("6"), 11));
    }

    /** The same goal with a score of the day after the third visit. */
    private static GoalFact between(GoalFact goal, int score) {
        var scores = new ArrayList<>(goal.scores());
        scores.add(new GoalFact.Measured(Courses.day(3).plusDays(1), BigDecimal.valueOf(score)));
        return new GoalFact(
                goal.name(),
                goal.measure(),
                goal.isActivity(),
                goal.baseline(),
                goal.baselineOn(),
                goal.target(),
                scores);
    }

    private static GoalFact setToday(GoalFact goal) {
        return new GoalFact(
                goal.name(),
                goal.measure(),
                goal.isActivity(),
                goal.baseline(),
                Courses.day(3),
                goal.target(),
                goal.scores());
    }

    private static Arguments course(String what, Courses course, int row) {
        return Arguments.of(what, course, row);
    }

    @ParameterizedTest(name = "{0}: row {2}")
    @MethodSource("courses")
    void theFirstRowThatAppliesAnswers(String what, Courses course, int row) {
        var proposal = course.propose();
        assertThat(proposal.row())
                .as("%s, by %s", proposal.why(), proposal.words())
                .isEqualTo(row);
        assertThat(proposal.why()).isNotEmpty();
        assertThat(proposal.rulesVersion()).isEqualTo("3");
        if (proposal.step() == null) {
            assertThat(proposal.missing()).as("names what is missing").isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            EMERGENCY,          1, EMERGENCY
            EMERGENCY_REFERRED, 1, WAIT
            URGENT,             2, REFER
            URGENT_REFERRED,    2, WAIT
            UNDECIDED,          3, DECIDE_FIRST
            """)
    void whatIsNotSettledComesBeforeEachCourse(OpenMatter.Kind kind, int row, Step step) {
        var proposal = Courses.of("4 6 8").open(kind).propose();
        assertThat(proposal.row()).isEqualTo(row);
        assertThat(proposal.step()).isEqualTo(step);
        assertThat(proposal.words()).contains("Something is open");
    }

    @Test
    void thatAPatientIsWorseIsKnownAlsoWhereSomethingElseComesFirst() {
        assertThat(Courses.of("4 6 8").open(OpenMatter.Kind.UNDECIDED).propose().isWorse())
                .isTrue();
        assertThat(Courses.of("4 4 4").open(OpenMatter.Kind.UNDECIDED).propose().isWorse())
                .isFalse();
    }

    @Test
    void bothPainAndFunctionAreSaid() {
        var proposal = Courses.of("3 5 5")
                .goals(goal("NPRS_NOW", "", "3 5 5", "1"), goal("PSFS", "Walk", "7 5 3", "9"))
                .propose();
        assertThat(proposal.words())
                .contains("Pain on arrival 5, 5; at the start 3")
                .contains("Walk 7 to 3, worse than at the start");
    }

    @Test
    void theLastPhaseSaysThatItIsTheLastAndWhetherTheGoalsAreReached() {
        var goals = new GoalFact[] {goal("NPRS_NOW", "", "6 4 3 1", "1"), goal("PSFS", "Lift", "3 4 5 6", "8")};
        var open = Courses.of("6 4 3 1").last().goals(goals).propose();
        assertThat(open.step()).isEqualTo(Step.DECIDE_WHAT_FOLLOWS);
        assertThat(open.words())
                .contains("This is the last phase of the plan")
                .contains("6 to 1, target reached")
                .contains("Lift 3 to 6, target not reached");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # phase,    goal reached, step
            STABILISE,  true,         DISCHARGE
            STABILISE,  false,        DECIDE_WHAT_FOLLOWS
            MAINTAIN,   true,         KEEP
            MAINTAIN,   false,        KEEP
            """)
    void theLastPhaseEndsInADecision(PlanPhase phase, boolean isReached, Step step) {
        var proposal = Courses.of("6 4 3 3")
                .in(phase)
                .last()
                .goals(goal("NPRS_NOW", "", "6 4 3 3", isReached ? "3" : "1"))
                .propose();
        assertThat(proposal.row()).isEqualTo(13);
        assertThat(proposal.step()).isEqualTo(step);
    }

    @Test
    void aPhaseThatIsDoneEarlyMayBeLeftWithoutAReason() {
        var done = Courses.of("6 3 3").lasting(6, null).propose();
        assertThat(done.step()).isEqualTo(Step.HOLD);
        assertThat(done.isDifferent(Step.STEP_DOWN)).isFalse();
        assertThat(done.words()).contains("3 visits of the phase delivered, at least 6 are required");
        var notDone = Courses.of("6 5 5").lasting(6, null).propose();
        assertThat(notDone.isDifferent(Step.STEP_DOWN)).isTrue();
    }

    @Test
    void moreCareIsNeverProposedAndOnlyOfferedWhereCareGoesOn() {
        assertThat(RULES.rules()).extracting(StepRule::propose).doesNotContain(Step.STEP_UP);
        courses().map(one -> ((Courses) one.get()[1]).propose()).forEach(proposal -> {
            assertThat(proposal.mayStepUp())
                    .as("row %d", proposal.row())
                    .isEqualTo(proposal.row() == 9 || proposal.row() == 14);
            assertThat(proposal.mayExtend()).as("row %d", proposal.row()).isEqualTo(proposal.row() > 7);
        });
    }

    @Test
    void aPhaseWithoutExitCriteriaSaysSo() {
        var proposal = Courses.of("6 4 3")
                .with(new ExitCriteria(null, 2, null, false, false, false, false))
                .propose();
        assertThat(proposal.row()).isEqualTo(11);
        assertThat(proposal.step()).isNull();
        assertThat(proposal.missing())
                .extracting(Finding::words)
                .containsExactly("No exit criteria are set for this phase");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # gain, asked, met
            ,      2,      MISSING
            1.9,   2,      NO
            2.0,   2,      YES
            """)
    void functionCountsByItsGain(BigDecimal gain, int asked, Answer met) {
        var facts = Courses.of("6 4 3")
                .with(new ExitCriteria(null, 2, asked, false, false, false, false))
                .facts();
        var withGain = new StepFacts(
                facts.rules(),
                facts.startedOn(),
                facts.today(),
                facts.delivered(),
                facts.hasNext(),
                facts.open(),
                facts.hasOpenFlag(),
                facts.painBefore(),
                facts.visits(),
                gain,
                facts.goals(),
                facts.reevaluation(),
                facts.since());
        assertThat(ExitFindings.of(withGain)).extracting(Finding::answer).containsExactly(met);
    }

    @ParameterizedTest
    @EnumSource(ReviewReason.class)
    void eachReasonToLookIsToldByARow(ReviewReason reason) {
        assertThat(RULES.rules()).extracting(StepRule::review).contains(reason);
    }

    @Test
    void theRulesAreAnExampleUntilAClinicApprovesThem() {
        assertThat(RULES.approvedBy()).isNull();
        assertThat(RULES.rules()).extracting(StepRule::row).contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        var early = List.of(new StepRule(1, List.of(StepCondition.TOO_EARLY), Step.HOLD, List.of(), "Why.", null));
        assertThatThrownBy(() -> new StepRules("1", "source", null, RULES.thresholds(), early))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
