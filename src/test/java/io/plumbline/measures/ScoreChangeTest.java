package io.plumbline.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.ScoreChange.Course;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Improving, unchanged or worsening is judged by the published important change, in the direction of the measure. */
class ScoreChangeTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # measure, baseline, now, course, percent, percent reached
            NPRS_NOW,  7,  5, IMPROVING,  29, false
            NPRS_NOW,  7,  6, UNCHANGED,  14, false
            NPRS_NOW,  3,  2, UNCHANGED,  33, true
            NPRS_NOW,  5,  7, WORSENING, -40, false
            NPRS_NOW,  0,  1, UNCHANGED,    , false
            NDI,      20, 15, IMPROVING,    , false
            NDI,      20, 24, UNCHANGED,    , false
            PEG,       6,  4, IMPROVING,    , false
            QBPDS,    60, 41, UNCHANGED,  32, true
            QBPDS,    60, 40, IMPROVING,  33, true
            """)
    void aChangeIsJudgedByThePublishedPoints(
            String code, int baseline, int now, Course course, Integer percent, boolean isPercentReached) {
        var change = change(code, scored(code, baseline), scored(code, now));
        assertThat(change.course()).isEqualTo(course);
        assertThat(change.percent()).isEqualTo(percent);
        assertThat(change.isPercentReached()).isEqualTo(isPercentReached);
    }

    @Test
    void aThirdFewerStatementsReachThePercentageButNotThePoints() {
        var change = change("RMDQ", statements(12), statements(8));
        assertThat(change.improvement()).isEqualTo(BigDecimal.valueOf(4));
        assertThat(change.percent()).isEqualTo(33);
        assertThat(change.isPercentReached()).isTrue();
        assertThat(change.course()).isEqualTo(Course.UNCHANGED);
    }

    @Test
    void aBaselineAtTheEndOfTheScaleSaysWhatItCannotShow() {
        assertThat(change("RMDQ", statements(3), statements(0)).caution())
                .isEqualTo("A baseline below 4 cannot show improvement");
        assertThat(change("RMDQ", statements(21), statements(24)).caution())
                .isEqualTo("A baseline above 20 cannot show worsening");
        assertThat(change("RMDQ", statements(4), statements(0)).caution()).isEmpty();
        assertThat(change("RMDQ", statements(20), statements(24)).caution()).isEmpty();
    }

    @Test
    void moreAbilityIsBetter() {
        assertThat(change("PSFS", activities(2, 4, 6), activities(4, 6, 8)).course())
                .isEqualTo(Course.IMPROVING);
        assertThat(change("PSFS", activities(4, 6, 8), activities(2, 4, 6)).course())
                .isEqualTo(Course.WORSENING);
    }

    @Test
    void aSingleActivityHasToChangeMoreThanTheMeanOfSeveral() {
        assertThat(change("PSFS", activities(2), activities(4)).course()).isEqualTo(Course.UNCHANGED);
        assertThat(change("PSFS", activities(2), activities(5)).course()).isEqualTo(Course.IMPROVING);
    }

    @Test
    void onlyActivitiesThatWereRatedBothTimesAreCompared() {
        var before = MeasureAnswers.activities(new TreeMap<>(Map.of("Lifting", 2, "Sitting", 9)));
        var now = MeasureAnswers.activities(new TreeMap<>(Map.of("lifting", 6, "Walking", 0)));
        assertThat(change("PSFS", before, now).improvement()).isEqualByComparingTo("4");
        var other = MeasureAnswers.activities(Map.of("Walking", 0));
        var function = Measures.of("PSFS");
        assertThat(ScoreChange.compare(function, function.score(before), function.score(other)))
                .isEmpty();
    }

    @Test
    void theGlobalChangeIsAChangeByItself() {
        var global = Measures.of("GROC");
        assertThat(ScoreChange.judgeFollowUp(global, global.score(MeasureAnswers.score(3)))
                        .orElseThrow()
                        .course())
                .isEqualTo(Course.IMPROVING);
        assertThat(ScoreChange.judgeFollowUp(global, global.score(MeasureAnswers.score(2)))
                        .orElseThrow()
                        .course())
                .isEqualTo(Course.UNCHANGED);
        assertThat(ScoreChange.judgeFollowUp(global, global.score(MeasureAnswers.score(-3)))
                        .orElseThrow()
                        .course())
                .isEqualTo(Course.WORSENING);
        var pain = Measures.of("NPRS_NOW");
        assertThat(ScoreChange.judgeFollowUp(pain, pain.score(MeasureAnswers.score(3))))
                .isEmpty();
    }

    @Test
    void aMeasureWithoutAPublishedChangeIsNotJudged() {
        var risk = Measures.of("START_BACK");
        assertThat(ScoreChange.compare(
                        risk,
                        risk.score(MeasureAnswers.totalAndSubscore(8, 5)),
                        risk.score(MeasureAnswers.totalAndSubscore(1, 0))))
                .isEmpty();
    }

    @Test
    void aBetterScoreNeverMakesTheCourseWorse() {
        var random = new Random(22);
        for (int run = 0; run < 500; run++) {
            var baseline = random.nextInt(11);
            var worse = random.nextInt(11);
            var better = random.nextInt(worse + 1);
            var courseOfWorse = change("NPRS_NOW", MeasureAnswers.score(baseline), MeasureAnswers.score(worse))
                    .course();
            var courseOfBetter = change("NPRS_NOW", MeasureAnswers.score(baseline), MeasureAnswers.score(better))
                    .course();
            assertThat(courseOfBetter).isLessThanOrEqualTo(courseOfWorse);
        }
    }

    private static ScoreChange change(String code, MeasureAnswers baseline, MeasureAnswers now) {
        var measure = Measures.of(code);
        return ScoreChange.compare(measure, measure.score(baseline), measure.score(now))
                .orElseThrow();
    }

    /** A score as it is entered for the measure. */
    private static MeasureAnswers scored(String code, int score) {
        return switch (code) {
            case "NDI" -> MeasureAnswers.sections(score, 10);
            case "PEG" -> MeasureAnswers.entries(List.of(score, score, score));
            default -> MeasureAnswers.score(score);
        };
    }

    private static MeasureAnswers statements(int number) {
        return MeasureAnswers.statements(
                IntStream.rangeClosed(1, number).boxed().toList());
    }

    private static MeasureAnswers activities(int... ratings) {
        var rated = new TreeMap<String, Integer>();
        for (var rating : ratings) {
            rated.put("Activity " + rated.size(), rating);
        }
        return MeasureAnswers.activities(rated);
    }
}
