package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

/** How long a body may take to arrive. */
class BodyDeadlineTest {
    private final Line line = new Line();
    private final InputBuffer body = new BodyDeadline.Timed(line, Duration.ofSeconds(10), () -> line.now);

    @Test
    void aBodyThatArrivesByteByByteTimesOut() throws IOException {
        line.bytesAtOnce = 1;
        line.takes = Duration.ofSeconds(1);
        for (int second = 0; second <= 10; second++) {
            assertThat(body.doRead(null)).isEqualTo(1);
        }
        assertThatThrownBy(() -> body.doRead(null)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aTenMegabyteFileArrivesOverASlowLine() throws IOException {
        line.bytesAtOnce = 8 * 1024;
        line.takes = Duration.ofSeconds(1);
        for (int sent = 0; sent < 10 * 1024 * 1024; sent += line.bytesAtOnce) {
            assertThat(body.doRead(null)).isPositive();
        }
    }

    /** So many bytes each time, of which each read takes as long. */
    private static final class Line implements InputBuffer {
        private long now;
        private int bytesAtOnce;
        private Duration takes = Duration.ZERO;

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            now += takes.toNanos();
            return bytesAtOnce;
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
