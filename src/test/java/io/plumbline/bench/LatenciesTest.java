package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void quantilesAreThoseOfTheSortedRounds() {
        var hundred = LongStream.rangeClosed(1, 100)
                .map(ms -> (101 - ms) * 1_000_000)
                .boxed()
                .toList();
        assertThat(Latencies.quantile(hundred, 0.5)).isEqualTo(50);
        assertThat(Latencies.quantile(hundred, 0.95)).isEqualTo(95);
        assertThat(Latencies.quantile(List.of(7_000_000L), 0.95)).isEqualTo(7);
    }

    @Test
    void aMeasurementHasMovedIfItsBaselineChangedByMoreThanThirtyPercent() {
        assertThat(timing(10, 13).hasMoved()).isFalse();
        assertThat(timing(10, 14).hasMoved()).isTrue();
        assertThat(timing(14, 10).hasMoved()).isFalse();
        assertThat(timing(15, 10).hasMoved()).isTrue();
    }

    private static Latencies timing(long first, long second) {
        var timing = new Latencies();
        for (int round = 0; round < 40; round++) {
            timing.jdbc(round < 20 ? first : second);
            timing.service(round < 20 ? 1 : 1000);
        }
        return timing;
    }
}
