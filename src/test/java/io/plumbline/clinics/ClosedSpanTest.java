package io.plumbline.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClosedSpanTest {
    private static final LocalDate LEAP_DAY = LocalDate.of(2028, 2, 29);

    @Test
    void adjacentDaysWithTheSameReasonAreOneSpan() {
        var days = new ClosedSpan(LEAP_DAY.minusDays(1), LEAP_DAY.plusDays(1), "Painting").days();
        assertThat(days)
                .extracting(ClosedDay::on)
                .containsExactly(LEAP_DAY.minusDays(1), LEAP_DAY, LEAP_DAY.plusDays(1));
        assertThat(ClosedSpan.of(days.reversed()))
                .containsExactly(new ClosedSpan(LEAP_DAY.minusDays(1), LEAP_DAY.plusDays(1), "Painting"));
    }

    @Test
    void aDifferentReasonOrAGapStartsANewSpan() {
        var days = List.of(
                new ClosedDay(LEAP_DAY, "Painting"),
                new ClosedDay(LEAP_DAY.plusDays(1), "Holiday"),
                new ClosedDay(LEAP_DAY.plusDays(3), "Holiday"));
        assertThat(ClosedSpan.of(days)).hasSize(3);
    }

    @Test
    void closedDaysAreTheSameAfterConversionToSpans() {
        var random = new Random(20261124);
        for (int run = 0; run < 300; run++) {
            var days = new TreeMap<LocalDate, ClosedDay>();
            for (int i = 0; i < random.nextInt(500); i++) {
                var on = LocalDate.of(2027, 12, 1).plusDays(random.nextInt(900));
                days.put(on, new ClosedDay(on, random.nextBoolean() ? "Holiday" : "Painting"));
            }
            var spans = ClosedSpan.of(List.copyOf(days.values()));
            assertThat(spans.stream().flatMap(span -> span.days().stream())).containsExactlyElementsOf(days.values());
        }
    }

    @Test
    void moreThanAYearInARowIsSplitIntoSeveralSpans() {
        var days = LEAP_DAY.datesUntil(LEAP_DAY.plusDays(800))
                .map(on -> new ClosedDay(on, "Rebuilding"))
                .toList();
        assertThat(ClosedSpan.of(days)).hasSize(3);
    }

    @Test
    void aReversedOrTooLongSpanIsRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new ClosedSpan(LEAP_DAY, LEAP_DAY.minusDays(1), "Painting"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new ClosedSpan(LEAP_DAY, LEAP_DAY.plusYears(2), "Painting"));
    }
}
