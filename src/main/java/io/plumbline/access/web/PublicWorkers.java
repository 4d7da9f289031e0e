package io.plumbline.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.access.ClientNetwork;
import io.plumbline.access.PublicSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the public pages to a few worker threads, so that their load leaves the rest of the machine to the staff. A
 * few more requests wait briefly; any beyond that are answered with 429 and a time to retry. One network gets at most
 * half of the workers and half of the waiting places, so that a single address cannot block everybody else. People who
 * share one address of a hospital or a provider wait for each other and are not refused right away. The body is read
 * before a request takes a worker; otherwise a slow body would block it.
 */
@Component
@Order(PublicWorkers.ORDER)
class PublicWorkers extends OncePerRequestFilter {
    /** Runs after the limits by address, which cost less. */
    static final int ORDER = Ordered.LOWEST_PRECEDENCE - 10;

    private static final RequestMatcher OPEN_TO_ANYBODY =
            SecurityHeaders.paths("/book", "/book/**", "/api/public/**", "/invitation/**", "/online-intake/**");
    private static final RequestMatcher ENDPOINT = SecurityHeaders.paths("/api/public/**");
    private static final int IN_LINE = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final String COME_AGAIN_AFTER = "5";
    private static final int LONGEST_BODY = 64 * 1024;

    private static final String PROBLEM =
            "{\"title\":\"Too Many Requests\",\"status\":429,\"detail\":\"Too many requests came at once: wait "
                    + COME_AGAIN_AFTER + " seconds, then send it again\"}";
    private static final String PAGE = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta"
            + " name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Please wait</title><link"
            + " rel=\"stylesheet\" href=\"/assets/tokens.css\"><link rel=\"stylesheet\""
            + " href=\"/assets/sign-in.css\"></head><body><main class=\"sign-form\"><div><h1>We are very busy right"
            + " now</h1><p>Wait "
            + COME_AGAIN_AFTER + " seconds, then load this page again. If you were sending a form, your browser asks"
            + " whether to send it again: say yes, and nothing is lost.</p><p>Call the clinic if you would"
            + " rather not wait. In an emergency, call the emergency services.</p></div></main></body></html>";

    private final Routes inAll;
    private final int workersOfOne;
    private final Duration longestWait;

    /** Entries disappear when the network has no more requests in progress. */
    private final Cache<String, Routes> networks =
            Caffeine.newBuilder().weakValues().build();

    @Autowired
    PublicWorkers(PublicSettings settings) {
        this(settings, LONGEST_WAIT);
    }

    PublicWorkers(PublicSettings settings, Duration longestWait) {
        this.longestWait = longestWait;
        inAll = new Routes(settings.workers(), IN_LINE);
        workersOfOne = Math.max(1, settings.workers() / 2);
    }

    /** The permits of one group of requests: those being processed, and those admitted including the waiting ones. */
    private static final class Routes {
        private final Semaphore workers;
        private final Semaphore admitted;

        Routes(int workers, int inLine) {
            this.workers = new Semaphore(workers, true);
            admitted = new Semaphore(workers + inLine);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !OPEN_TO_ANYBODY.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var here = arrived(request);
        var ofNetwork = networks.get(
                ClientNetwork.of(request.getRemoteAddr()), network -> new Routes(workersOfOne, IN_LINE / 2));
        if (!ofNetwork.admitted.tryAcquire()) {
            retryLater(request, response);
            return;
        }
        try {
            if (!inAll.admitted.tryAcquire()) {
                retryLater(request, response);
                return;
            }
            try {
                workOn(here, response, chain, ofNetwork);
            } finally {
                inAll.admitted.release();
            }
        } finally {
            ofNetwork.admitted.release();
        }
    }

    /** Takes the permit of its own network first: a request that waits for its own network blocks no shared worker. */
    private void workOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Routes ofNetwork)
            throws ServletException, IOException {
        var until = System.nanoTime() + longestWait.toNanos();
        if (!isMyTurn(ofNetwork.workers, until)) {
            retryLater(request, response);
            return;
        }
        try {
            if (!isMyTurn(inAll.workers, until)) {
                retryLater(request, response);
                return;
            }
            try {
                chain.doFilter(request, response);
            } finally {
                inAll.workers.release();
            }
        } finally {
            ofNetwork.workers.release();
        }
    }

    private static boolean isMyTurn(Semaphore workers, long until) {
        try {
            return workers.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Reads the whole request; for the endpoint, just enough to detect that the body is too large. */
    private static HttpServletRequest arrived(HttpServletRequest request) throws IOException {
        if (ENDPOINT.matches(request)) {
            return new ArrivedRequest(request, request.getInputStream().readNBytes(LONGEST_BODY + 1));
        }
        request.getParameterMap();
        return request;
    }

    private static void retryLater(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var isEndpoint = ENDPOINT.matches(request);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, COME_AGAIN_AFTER);
        response.setContentType(
                isEndpoint ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.getOutputStream().write((isEndpoint ? PROBLEM : PAGE).getBytes(StandardCharsets.UTF_8));
    }
}
