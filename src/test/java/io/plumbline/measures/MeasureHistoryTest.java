package io.plumbline.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.ScoreId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which scores are no important change from the first one. */
class MeasureHistoryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void theBandLiesAroundTheFirstScoreByThePublishedChange() {
        var range = history("NPRS_NOW", 6, 3).unchanged().orElseThrow();
        assertThat(range.low()).isEqualByComparingTo("4");
        assertThat(range.high()).isEqualByComparingTo("8");
    }

    @Test
    void theBandStaysOnTheScale() {
        assertThat(history("NPRS_NOW", 9).unchanged().orElseThrow().high()).isEqualByComparingTo("10");
        assertThat(history("NPRS_NOW", 1).unchanged().orElseThrow().low()).isEqualByComparingTo("0");
    }

    @Test
    void aMeasureThatTellsAChangeByItselfHasNoBand() {
        var followUp = Measures.SHIPPED.measures().stream()
                .filter(OutcomeMeasure::isFollowUpOnly)
                .findFirst()
                .orElseThrow();
        assertThat(history(followUp.code(), 1).unchanged()).isEmpty();
    }

    @Test
    void activitiesThatWereRatedOnOneDayAreOneScore() {
        var course = of(rated(0, Map.of("Lifting", 2)), rated(0, Map.of("Sitting", 5)), rated(7, Map.of("Lifting", 4)));
        assertThat(course.scores()).hasSize(2);
        assertThat(course.baseline().result().answers().activityNames()).containsExactly("Lifting", "Sitting");
        assertThat(course.baseline().result().score()).isEqualByComparingTo("3.5");
    }

    @Test
    void oneActivityIsAMeasureOfItsOwnWithTheImportantChangeOfOne() {
        var before = new LinkedHashMap<>(Map.of("Lifting", 2, "Sitting", 5));
        var now = new LinkedHashMap<>(Map.of("Lifting", 8, "Sitting", 2));
        var course = of(rated(0, before), rated(7, now));
        assertThat(course.change().orElseThrow().course()).as("of the mean").isEqualTo(Course.UNCHANGED);
        assertThat(course.activities())
                .filteredOn(one -> one.activity().equals("Lifting"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.first()).isEqualByComparingTo("2");
                    assertThat(Objects.requireNonNull(one.change()).course()).isEqualTo(Course.IMPROVING);
                    assertThat(Objects.requireNonNull(one.change()).important()).isEqualByComparingTo("3");
                });
        assertThat(course.activities())
                .filteredOn(one -> one.activity().equals("Sitting"))
                .singleElement()
                .satisfies(
                        one -> assertThat(Objects.requireNonNull(one.change()).course())
                                .isEqualTo(Course.WORSENING));
        var little = of(rated(0, Map.of("Lifting", 2)), rated(7, Map.of("lifting", 4)))
                .activities()
                .getFirst();
        assertThat(Objects.requireNonNull(little.change()).course())
                .as("2 points are less than the change of one activity")
                .isEqualTo(Course.UNCHANGED);
    }

    @Test
    void aMeanThatWasEnteredAloneStaysReadableBesideTheAnswersOfToday() {
        var peg = Measures.of("PEG");
        var before = new ScoreRow(
                new ScoreId(Ids.next()),
                0,
                "PEG",
                DAY,
                new ScoreResult(MeasureAnswers.score(6), BigDecimal.valueOf(6), null),
                null,
                "",
                ScoreStatus.FINAL,
                "",
                Instant.EPOCH,
                "Tom");
        var now = new ScoreRow(
                new ScoreId(Ids.next()),
                0,
                "PEG",
                DAY.plusDays(7),
                peg.score(MeasureAnswers.entries(List.of(4, 4, 4))),
                null,
                "",
                ScoreStatus.FINAL,
                "",
                Instant.EPOCH,
                "Tom");
        var course = MeasureHistory.of(Measures.SHIPPED, List.of(before, now)).getFirst();
        assertThat(course.baseline().result().score()).isEqualByComparingTo("6");
        assertThat(course.change().orElseThrow().improvement()).isEqualByComparingTo("2");
    }

    private static MeasureHistory of(ScoreRow... rows) {
        return MeasureHistory.of(Measures.SHIPPED, List.of(rows)).getFirst();
    }

    private static ScoreRow rated(int day, Map<String, Integer> activities) {
        return new ScoreRow(
                new ScoreId(Ids.next()),
                0,
                "PSFS",
                DAY.plusDays(day),
                Measures.of("PSFS").score(MeasureAnswers.activities(activities)),
                null,
                "",
                ScoreStatus.FINAL,
                "",
                Instant.EPOCH,
                "Tom");
    }

    private static MeasureHistory history(String code, int... scores) {
        return new MeasureHistory(
                Measures.of(code),
                Arrays.stream(scores).mapToObj(score -> row(code, score)).toList());
    }

    private static ScoreRow row(String code, int score) {
        var result = Scoring.score(Measures.of(code), MeasureAnswers.score(score));
        return new ScoreRow(
                new ScoreId(Ids.next()), 0, code, DAY, result, null, "", ScoreStatus.FINAL, "", Instant.EPOCH, "Tom");
    }
}
