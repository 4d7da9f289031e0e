package io.plumbline.access.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Sets a deadline for the request body: ten seconds, plus one second for each 4 KB received. A slow upload continues,
 * but a trickle of bytes does not; Tomcat's own limit is a time between two bytes. An unread rest of the body is
 * drained for one more second so that the client receives the response; then the connection is closed.
 */
class BodyDeadline extends ValveBase {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(1);
    /**
     * Larger than any message of the portal and any file that is read whole, so that a client that sent too much still
     * reads why it was rejected. The screen for files on the record refuses a larger file before it is sent.
     */
    private static final int LONGEST_REST = 16 * 1024 * 1024;

    private static final int BYTES_A_SECOND = 4 * 1024;

    BodyDeadline() {
        // push is asynchronous
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        if (coyote.getContentLengthLong() <= 0 && coyote.getHeader("Transfer-Encoding") == null) {
            getNext().invoke(request, response);
            return;
        }
        var untimed = coyote.getInputBuffer();
        coyote.setInputBuffer(new Timed(untimed, FIRST, System::nanoTime));
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync()) {
                coyote.setInputBuffer(new Timed(untimed, REST, System::nanoTime));
                readRest(coyote);
            }
            coyote.setInputBuffer(untimed);
        }
    }

    private static void readRest(org.apache.coyote.Request request) {
        try {
            var dropped = new Dropped();
            var read = request.doRead(dropped);
            for (long rest = read; read > 0; rest += read) {
                if (rest > LONGEST_REST) {
                    request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                    return;
                }
                read = request.doRead(dropped);
            }
        } catch (IOException tooSlow) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** A body with a deadline. */
    static final class Timed implements InputBuffer {
        private final InputBuffer body;
        private final long allowedNanos;
        private final LongSupplier nanos;
        private final long began;
        private long received;

        Timed(InputBuffer body, Duration allowed, LongSupplier nanos) {
            this.body = body;
            this.allowedNanos = allowed.toNanos();
            this.nanos = nanos;
            this.began = nanos.getAsLong();
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            var earned = received * Duration.ofSeconds(1).toNanos() / BYTES_A_SECOND;
            if (nanos.getAsLong() - began > allowedNanos + earned) {
                throw new SocketTimeoutException("The request did not arrive in time");
            }
            var read = body.doRead(handler);
            received += Math.max(0, read);
            return read;
        }

        @Override
        public int available() {
            return body.available();
        }
    }

    /** Discards the remaining bytes. */
    private static final class Dropped implements ApplicationBufferHandler {
        private @Nullable ByteBuffer last;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // the bytes are only counted
        }
    }
}
