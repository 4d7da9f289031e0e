package io.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a limit refused is on record without filling the disk. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedRequestsTest {
    private final RefusedRequests refused = new RefusedRequests("guesses of a test");

    @Test
    void eachNetworkIsLoggedOnceAMinuteWithTheCountOfAll(CapturedOutput log) {
        for (int i = 0; i < 1_000; i++) {
            refused.refused("203.0.113.7");
            refused.refused("2001:db8:1:2::" + Integer.toHexString(i));
        }
        refused.refused("203.0.113.8");
        assertThat(log.getAll().lines().filter(line -> line.contains("guesses of a test")))
                .hasSize(3)
                .allMatch(line -> line.contains("WARN"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("from 203.0.113.7, 1 from all"),
                        line -> assertThat(line).contains("from 20010db800010002, 2 from all"),
                        line -> assertThat(line).contains("from 203.0.113.8, 2001 from all"));
    }
}
