package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The clock tells no more than the store keeps. */
class ClockConfigTest {
    @Test
    void anInstantIsTheSameBeforeAndAfterItIsStored() {
        var clocks = List.of(
                ClockConfig.clock(null, false),
                ClockConfig.clock(null, true),
                ClockConfig.clock("2026-11-24T17:00:00Z", true));
        for (var clock : clocks) {
            assertThat(IntStream.range(0, 1_000).map(n -> clock.instant().getNano() % 1_000))
                    .containsOnly(0);
        }
    }
}
