package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.DemoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nobody writes a line into the log that looks like one of the portal's own. */
@DemoTest
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {
    private static final String FORGED = "2026-11-24T17:00:00.000Z  INFO forged : an administrator signed in";

    @Test
    void aLineFeedInAMessageOrAnExceptionBeginsNoEntry(CapturedOutput log) {
        for (var end : new String[] {"\n", "\r", "\r\n", "\u2028", "\u0085"}) {
            LoggerFactory.getLogger(LogLinesTest.class)
                    .warn("typed: {}", "a" + end + FORGED, new IllegalStateException("b" + end + FORGED));
        }
        assertThat(log.getAll().split("[\r\n\u2028\u0085]"))
                .filteredOn(line -> line.contains("forged"))
                .hasSizeGreaterThanOrEqualTo(10)
                .noneMatch(line -> line.startsWith("2026-11-24T17"));
    }

    @Test
    void aMessageCannotControlTheTerminalThatShowsTheLog(CapturedOutput log) {
        LoggerFactory.getLogger(LogLinesTest.class).warn("typed: {}", "\u001b[2Jwiped\u0007\u0000");
        assertThat(log.getAll()).contains("[2Jwiped").doesNotContain("\u001b[2J", "\u0007", "\u0000");
    }

    @Test
    void anExceptionIsLoggedWithItsTraceOnce(CapturedOutput log) {
        LoggerFactory.getLogger(LogLinesTest.class).warn("it failed", new IllegalStateException("only once"));
        assertThat(log.getAll()).containsOnlyOnce("only once").contains("\tat io.plumbline.startup.LogLinesTest");
    }
}
