package io.plumbline.shared;

import java.time.Duration;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * How long the request of this thread has waited for the store. Somebody waits behind a request, so all that it asks of the
 * store has one bound together; jobs and what takes its time by nature have none.
 */
public final class StoreWait {
    private static final String SPENT = "io.plumbline.storeWait";
    private static final Duration OVER = Duration.ofDays(1);
    private static final Duration TAKES_ITS_TIME = Duration.ofDays(-1);

    private StoreWait() {}

    /** Whether somebody waits for what this thread does. */
    public static boolean isBounded() {
        return request().isPresent() && !spent().equals(TAKES_ITS_TIME);
    }

    /** What the request has spent so far; zero where nobody waits. */
    public static Duration spent() {
        return request()
                .map(request -> (Duration) request.getAttribute(SPENT, RequestAttributes.SCOPE_REQUEST))
                .orElse(Duration.ZERO);
    }

    /** Adds to what the request has spent. */
    public static void add(Duration more) {
        if (isBounded()) {
            set(spent().plus(more));
        }
    }

    /** The store did not answer this request once: it is not waited for a second time. */
    public static void end() {
        set(OVER);
    }

    /** Whether the store has not answered this request before. */
    public static boolean hasEnded() {
        return spent().equals(OVER);
    }

    /** From here on the request may take its time: it writes a file for somebody who watches it grow. */
    public static void takesItsTime() {
        set(TAKES_ITS_TIME);
    }

    private static void set(Duration spent) {
        request().ifPresent(request -> request.setAttribute(SPENT, spent, RequestAttributes.SCOPE_REQUEST));
    }

    private static Optional<RequestAttributes> request() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes());
    }
}
