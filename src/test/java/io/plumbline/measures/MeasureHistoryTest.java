package io.plumbline.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.ScoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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
