package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

    @ParameterizedTest(name = "{0} until {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-01T04:00:00Z | 2026-11-25T05:00:00Z | 1 Nov to 24 Nov 2026
            2026-11-24T05:00:00Z | 2026-11-25T05:00:00Z | 24 Nov 2026
            2025-12-31T05:00:00Z | 2026-01-02T05:00:00Z | 31 Dec 2025 to 1 Jan 2026
            2026-11-24T05:00:00Z | 2026-11-25T05:01:00Z | Tue 24 Nov, 00:00 until Wed 25 Nov, 00:01
            2026-11-24T06:00:00Z | 2026-11-25T05:00:00Z | Tue 24 Nov, 01:00 until Wed 25 Nov, 00:00
            """)
    void aPeriodOfWholeDaysIsSaidByItsDays(Instant from, Instant until, String words) {
        assertThat(Dates.period(from, until, ZoneId.of("America/New_York"))).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"PT0S, Due now", "PT59S, Due now", "PT1M, 1 min overdue", "PT3H, 3 h overdue", "P2D, 2 days overdue"})
    void whatIsOverdueForLessThanAMinuteIsDueNow(Duration since, String words) {
        assertThat(Dates.overdue(since)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} in {1} for a reader in {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-24T16:30:00Z | America/New_York | America/Phoenix  | Tue 24 Nov, 11:30 EST
            2026-11-24T16:30:00Z | America/New_York | America/New_York | Tue 24 Nov, 11:30
            2026-11-24T16:30:00Z | America/Phoenix  | America/Denver   | Tue 24 Nov, 09:30
            2026-07-24T16:30:00Z | America/Phoenix  | America/Denver   | Fri 24 Jul, 09:30 MST
            """)
    void aTimeElsewhereHasItsZone(Instant at, ZoneId zone, ZoneId reader, String words) {
        assertThat(Dates.dayAndTime(at, zone, reader)).isEqualTo(words);
    }
}
