package io.plumbline.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.ScoreChange.Course;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What asks a clinician to look at a plan, by the facts of the step decision. */
class ReviewReasonTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "pain {0}, goal {1}, re-evaluation soon {2}, last one {3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
        3 4 5,   -,         false, -,         PAIN_RISING
        6 3 4 5, WORSENING, true,  UNCHANGED, PAIN_RISING
        3 4 4,   -,         false, -,         -
        4 5,     -,         false, -,         -
        5 4 3,   WORSENING, false, -,         WORSENING
        5 5 5,   UNCHANGED, false, -,         -
        5 5 5,   UNCHANGED, true,  -,         PLATEAU
        5 5 5,   -,         true,  -,         -
        5 4 3,   IMPROVING, true,  -,         -
        5 5 5,   -,         false, UNCHANGED, PLATEAU
        5 5 5,   -,         false, IMPROVING, -
        """)
    void painThatRisesComesBeforeAWorseGoalAndThatBeforeNoChange(
            String pain, Course goal, boolean isSoon, Course last, ReviewReason reason) {
        var felt = Arrays.stream(pain.split(" ")).map(Integer::valueOf).toList();
        assertThat(ReviewReason.of(facts(felt, goal, false, isSoon, last))).isEqualTo(reason);
    }

    @ParameterizedTest(name = "reached {0}: {1}")
    @CsvSource(nullValues = "-", textBlock = """
        false, PLATEAU
        true,  -
        """)
    void aGoalThatIsReachedIsNoPlateau(boolean isReached, ReviewReason reason) {
        assertThat(ReviewReason.of(facts(List.of(2, 2, 2), Course.UNCHANGED, isReached, true, null)))
                .isEqualTo(reason);
    }

    /** @param goal of a goal that was measured again; null if it was not */
    private static StepFacts facts(List<Integer> pain, Course goal, boolean isReached, boolean isSoon, Course last) {
        var measured = goal == null ? null : START.plusDays(20);
        var now = goal == null ? null : BigDecimal.valueOf(5);
        return new StepFacts(
                new PhaseRules(
                        PlanPhase.RELIEF,
                        0,
                        null,
                        0,
                        null,
                        new ExitCriteria(3, 2, null, false, false, false, false),
                        12,
                        30),
                START,
                START.plusDays(21),
                pain.size(),
                true,
                null,
                pain,
                pain.size(),
                null,
                List.of(new GoalFact("Pain now", BigDecimal.valueOf(5), now, measured, goal, isReached)),
                new StepFacts.Reevaluation(START.plusDays(30), isSoon, last == null ? null : START.plusDays(14), last));
    }
}
