package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreRow;
import io.plumbline.measures.ScoreStatus;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.ScoreId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Which goals a plan may have, and which it is offered. */
class GoalRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 11, 24);
    private static final LocalDate END = LocalDate.of(2027, 4, 16);
    private static final OutcomeMeasures MEASURES = shipped();

    private final GoalRules rules = new GoalRules(MEASURES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NPRS_NOW | 7   | 4   | 2027-01-10 |
            PSFS     | 3.5 | 6   | 2027-01-10 |
            NPRS_NOW | 4   | 4   | 2027-01-10 | The target of Pain now must be below its baseline of 4
            NPRS_NOW | 4   | 6   | 2027-01-10 | The target of Pain now must be below its baseline of 4
            PSFS     | 6   | 3.5 | 2027-01-10 | The target of Activities (patient-specific) must be above its baseline of 6
            NPRS_NOW | 7   | 4   | 2026-11-24 | The target of Pain now must be due after the plan starts
            NPRS_NOW |     | 4   | 2027-01-10 | Enter the baseline of Pain now and its day
            NPRS_NOW | 7   |     | 2027-01-10 | Enter the target of Pain now and the day by which it is due
            NPRS_NOW | 7   | 4   |            | Enter the target of Pain now and the day by which it is due
            """)
    void aGoalIsAnImprovementThatIsDueAfterTheStart(
            String measure,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable LocalDate due,
            @Nullable String sentence) {
        var goals = List.of(new PlanGoal(measure, "", baseline, START, target, due));
        if (sentence == null) {
            assertThatCode(() -> rules.requireComplete(goals, START)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> rules.requireComplete(goals, START))
                    .isInstanceOf(Refused.class)
                    .hasMessage(sentence);
        }
    }

    @Test
    void aNumberOutsideTheMeasureIsRefusedAlreadyInADraft() {
        assertThatThrownBy(() -> rules.refuseImpossible(
                        List.of(new PlanGoal("NPRS_NOW", "", BigDecimal.valueOf(12), START, null, null))))
                .isInstanceOf(Refused.class)
                .hasMessage("The baseline of Pain now is from 0 to 10");
        assertThatThrownBy(() -> rules.refuseImpossible(
                        List.of(new PlanGoal("PSFS", "Lifting", null, null, BigDecimal.valueOf(-1), null))))
                .isInstanceOf(Refused.class)
                .hasMessage("The target of \"Lifting\" is from 0 to 10");
    }

    @Test
    void twoGoalsAboutTheSameScoreAreRefused() {
        var lifting = new PlanGoal("PSFS", "Lifting", null, null, null, null);
        var again = new PlanGoal("PSFS", "lifting", null, null, null, null);
        var whole = new PlanGoal("PSFS", "", null, null, null, null);
        rules.refuseImpossible(List.of(lifting, whole));
        assertThatThrownBy(() -> rules.refuseImpossible(List.of(lifting, whole, again)))
                .isInstanceOf(Refused.class)
                .hasMessage("Two goals are about \"lifting\": keep one of them");
    }

    @Test
    void theFirstScoresSuggestLessPainAndTheHardestActivityByTheImportantChange() {
        var abilities = new LinkedHashMap<String, Integer>();
        abilities.put("Sitting", 6);
        abilities.put("Lifting", 2);
        assertThat(rules.suggest(
                        List.of(
                                course("NPRS_NOW", MeasureAnswers.score(7)),
                                course("PSFS", MeasureAnswers.activities(abilities))),
                        END))
                .containsExactly(
                        new PlanGoal("NPRS_NOW", "", BigDecimal.valueOf(7), START, BigDecimal.valueOf(5), END),
                        new PlanGoal("PSFS", "Lifting", BigDecimal.valueOf(2), START, BigDecimal.valueOf(5), END));
    }

    @Test
    void averagePainIsPreferredToPainNowAndASuggestionStaysOnTheScale() {
        assertThat(rules.suggest(
                        List.of(
                                course("NPRS_NOW", MeasureAnswers.score(7)),
                                course("NPRS_AVERAGE", MeasureAnswers.score(1)),
                                course("PSFS", MeasureAnswers.activities(Map.of("Sitting", 9)))),
                        END))
                .containsExactly(
                        new PlanGoal("NPRS_AVERAGE", "", BigDecimal.ONE, START, BigDecimal.ZERO, END),
                        new PlanGoal("PSFS", "Sitting", BigDecimal.valueOf(9), START, BigDecimal.TEN, END));
    }

    @Test
    void nothingIsSuggestedWithoutScoresOrWithNothingToImprove() {
        assertThat(rules.suggest(List.of(), END)).isEmpty();
        assertThat(rules.suggest(List.of(course("NPRS_NOW", MeasureAnswers.score(0))), END))
                .isEmpty();
    }

    private static MeasureHistory course(String code, MeasureAnswers answers) {
        var measure = MEASURES.require(code);
        return new MeasureHistory(
                measure,
                List.of(new ScoreRow(
                        new ScoreId(Ids.next()),
                        0,
                        code,
                        START,
                        measure.score(answers),
                        null,
                        "",
                        ScoreStatus.FINAL,
                        "",
                        Instant.EPOCH,
                        "Ada")));
    }

    private static OutcomeMeasures shipped() {
        try (var in = new ClassPathResource("clinical/measures.json").getInputStream()) {
            return JsonMapper.builder().build().readValue(in, OutcomeMeasures.class);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
