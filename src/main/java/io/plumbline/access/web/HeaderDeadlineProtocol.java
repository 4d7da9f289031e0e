package io.plumbline.access.web;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Constants;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP whose request headers have a deadline, and of which one address may send only some at a time. Tomcat's own limit
 * is a time between two bytes, so that a header of which one byte arrives every few seconds would hold its connection
 * for ever. A request that is being answered, and a connection that waits for its next request, are left alone.
 *
 * <p>Public because Tomcat makes it by its name.
 */
public class HeaderDeadlineProtocol extends Http11NioProtocol {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** A proxy sends a header at once, so that none of its requests is among those that take longer than a look. */
    private static final int MOST_OF_AN_ADDRESS = 100;

    private final Duration longest;
    private final Duration lookEvery;
    private final int most;
    private @Nullable ScheduledFuture<?> looks;

    /** Creates the protocol with the portal's limits. */
    public HeaderDeadlineProtocol() {
        this(LONGEST, LOOK_EVERY, MOST_OF_AN_ADDRESS);
    }

    HeaderDeadlineProtocol(Duration longest, Duration lookEvery, int most) {
        this.longest = longest;
        this.lookEvery = lookEvery;
        this.most = most;
    }

    @Override
    public void start() throws Exception {
        super.start();
        looks = getUtilityExecutor()
                .scheduleWithFixedDelay(
                        this::closeLate, lookEvery.toNanos(), lookEvery.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looks != null) {
            looks.cancel(false);
        }
        super.stop();
    }

    private void closeLate() {
        var now = System.nanoTime();
        var byAddress = new HashMap<String, List<Unfinished>>();
        for (var connection : getEndpoint().getConnections()) {
            var age = ageOfHeader(connection, now);
            if (age > longest.toNanos()) {
                close(connection);
            } else if (age > lookEvery.toNanos()) {
                byAddress
                        .computeIfAbsent(String.valueOf(connection.getRemoteAddr()), address -> new ArrayList<>())
                        .add(new Unfinished(connection, age));
            }
        }
        byAddress.values().forEach(own -> own.stream()
                .sorted(Comparator.comparingLong(Unfinished::age))
                .skip(most)
                .forEach(oldest -> close(oldest.connection())));
    }

    private record Unfinished(SocketWrapperBase<NioChannel> connection, long age) {}

    /** Returns for how many nanoseconds a header has been arriving; -1 if the connection does not wait for one. */
    private static long ageOfHeader(SocketWrapperBase<NioChannel> connection, long now) {
        if (connection.getCurrentProcessor() instanceof AbstractProcessor http
                && !http.isUpgrade()
                && !http.isAsync()
                && http.getRequest().getStartTimeNanos() != -1
                && switch (http.getRequest().getRequestProcessor().getStage()) {
                    // between two parts of a header, Tomcat has the processor at its end
                    case Constants.STAGE_NEW, Constants.STAGE_PARSE, Constants.STAGE_ENDED -> true;
                    default -> false;
                }) {
            return now - http.getRequest().getStartTimeNanos();
        }
        return -1;
    }

    /** As Tomcat's own poller closes what was silent for too long. */
    private static void close(SocketWrapperBase<NioChannel> connection) {
        connection.setError(new SocketTimeoutException("The header did not arrive in time"));
        connection.processSocket(SocketEvent.ERROR, true);
    }
}
