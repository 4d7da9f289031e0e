package io.plumbline.recalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When to try again, at a clinic that is closed on Sundays. */
class RecallBackoffTest {
    /** A Tuesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({"1, 2026-11-26", "2, 2026-12-02", "3, 2026-12-10", "4, 2026-12-10", "40, 2026-12-10"})
    void eachAttemptWaitsLongerAndLandsOnAnOpenDay(int attempts, LocalDate next) {
        assertThat(RecallBackoff.next(TODAY, attempts, RecallBackoffTest::isOpen))
                .isEqualTo(next);
    }

    @Test
    void notNowIsSixWeeksAndAnOpenDay() {
        assertThat(RecallBackoff.afterNotNow(TODAY, RecallBackoffTest::isOpen)).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(RecallBackoff.afterNotNow(TODAY.minusDays(2), RecallBackoffTest::isOpen))
                .isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @Test
    void aClinicThatIsClosedForGoodIsNotAskedForever() {
        assertThat(RecallBackoff.next(TODAY, 1, never -> false)).isEqualTo(TODAY.plusDays(60));
    }

    private static boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
