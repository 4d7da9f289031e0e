package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PT-5M, 0 min",
        "PT0S, 0 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT23H59M, 23 h",
        "PT24H, 1 day",
        "PT47H, 1 day",
        "PT48H, 2 days",
        "P400D, 400 days"
    })
    void durationsUseTheLargestUnitAndAreNeverRoundedUp(Duration time, String words) {
        assertThat(Dates.howLong(time)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"PT0S, Due now", "PT59S, Due now", "PT1M, 1 min over", "PT3H, 3 h over", "P2D, 2 days over"})
    void whatIsOverdueForLessThanAMinuteIsDueNow(Duration since, String words) {
        assertThat(Dates.overdue(since)).isEqualTo(words);
    }
}
