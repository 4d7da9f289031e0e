package io.plumbline.taper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {
    private static final LocalDate PLANNED = LocalDate.of(2026, 12, 22);

    @ParameterizedTest(name = "{0}, planned 22 Dec, booked {1}: {2}")
    @CsvSource({
        "WEEKLY, 2026-12-22, true",
        "WEEKLY, 2026-12-19, true",
        "WEEKLY, 2026-12-18, false",
        "WEEKLY, 2027-01-20, true",
        "FORTNIGHTLY, 2026-12-15, true",
        "FORTNIGHTLY, 2026-11-24, false",
        "MONTHLY, 2026-12-07, true",
        "MONTHLY, 2026-12-06, false",
        "QUARTERLY, 2026-11-07, true",
        "QUARTERLY, 2026-11-06, false"
    })
    void anAppointmentFulfillsAVisitFromHalfAnIntervalBeforeIt(Frequency often, LocalDate day, boolean reaches) {
        assertThat(often.reaches(PLANNED, day)).isEqualTo(reaches);
    }

    @ParameterizedTest(name = "{0}: {1} days between two visits")
    @CsvSource({
        "THREE_A_WEEK, 3",
        "TWICE_A_WEEK, 4",
        "WEEKLY, 7",
        "FORTNIGHTLY, 14",
        "THREE_WEEKLY, 21",
        "FOUR_WEEKLY, 28",
        "MONTHLY, 31",
        "QUARTERLY, 90"
    })
    void daysBetweenTwoVisitsAreRoundedUp(Frequency often, int days) {
        assertThat(often.days()).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "THREE_A_WEEK, 2 4 7 9",
        "TWICE_A_WEEK, 3 7 10 14",
        "WEEKLY, 7 14 21 28",
        "THREE_WEEKLY, 21 42 63 84",
        "FOUR_WEEKLY, 28 56 84 112",
        "MONTHLY, 31 62 90 121"
    })
    void visitsAreCountedFromTheFirstDay(Frequency often, String days) {
        assertThat(IntStream.rangeClosed(1, 4)
                        .mapToObj(
                                visit -> String.valueOf(ChronoUnit.DAYS.between(PLANNED, often.after(PLANNED, visit))))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(days);
    }
}
