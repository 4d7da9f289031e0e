package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
}
