package io.plumbline.shared.store;

import java.time.Duration;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The time that the request of this thread has spent waiting for the database. Since a person waits for a request, all
 * its transactions share one limit; jobs and long-running requests have none.
 */
public final class StoreWait {
    private static final String SPENT = "io.plumbline.storeWait";
    private static final Duration OVER = Duration.ofDays(1);
    private static final Duration TAKES_ITS_TIME = Duration.ofDays(-1);

    private StoreWait() {}

    /** Returns whether a person waits for this thread. */
    public static boolean isBounded() {
        return request().isPresent() && !spent().equals(TAKES_ITS_TIME);
    }

    /** Returns the time that the request has spent; zero outside a request. */
    public static Duration spent() {
        return request()
                .map(request -> (Duration) request.getAttribute(SPENT, RequestAttributes.SCOPE_REQUEST))
                .orElse(Duration.ZERO);
    }

    /** Adds to the time that the request has spent. */
    public static void add(Duration more) {
        if (isBounded()) {
            set(spent().plus(more));
        }
    }

    /** Marks the database as not responding for this request, so that it does not wait a second time. */
    public static void end() {
        set(OVER);
    }

    /** Returns whether the database already failed to respond to this request. */
    public static boolean hasEnded() {
        return spent().equals(OVER);
    }

    /** Removes the limit for the rest of the request, because it writes a file whose progress the user sees. */
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
