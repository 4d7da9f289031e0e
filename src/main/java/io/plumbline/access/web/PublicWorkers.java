package io.plumbline.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.access.ClientNetwork;
import io.plumbline.access.PublicSettings;
import io.plumbline.access.web.WorkerTurns.Turn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the public pages to a few worker threads, so that their load leaves the rest of the machine to the staff. A
 * few more pages wait briefly, and many more forms for up to 20 seconds, since somebody typed them; any beyond that are
 * answered by the {@link BusyPage}. One network gets at most half of the workers and a part of the waiting places, so
 * that a single address cannot block everybody else. People who share one address of a hospital or a provider wait for
 * each other and are not refused right away. The body is read before a request takes a worker; otherwise a slow body
 * would block it, and a request that works for long lets others pass.
 */
@Component
@Order(PublicWorkers.ORDER)
class PublicWorkers extends OncePerRequestFilter {
    /** Runs after the limits by address, which cost less. */
    static final int ORDER = Ordered.LOWEST_PRECEDENCE - 10;

    private static final RequestMatcher OPEN_TO_ANYBODY =
            SecurityHeaders.paths("/book", "/book/**", "/api/public/**", "/invitation/**", "/online-intake/**");
    /** Beside the two workers, and with them well below the ten connections to the store. */
    static final int MOST_SLOW = 4;

    private static final int READERS_IN_LINE = 16;
    private static final int SENDERS_IN_LINE = 256;
    private static final int SENDERS_OF_ONE_IN_LINE = 32;
    private static final int LONGEST_BODY = 64 * 1024;

    private final Line inAll;
    private final int workersOfOne;
    private final Waits waits;
    private final BusyPage busy;

    /** Entries disappear when the network has no more requests in progress. */
    private final Cache<String, Line> networks =
            Caffeine.newBuilder().weakValues().build();

    @Autowired
    PublicWorkers(PublicSettings settings, BusyPage busy) {
        this(settings, busy, Waits.USUAL);
    }

    PublicWorkers(PublicSettings settings, BusyPage busy, Waits waits) {
        this.waits = waits;
        this.busy = busy;
        inAll = new Line(
                new WorkerTurns(settings.workers(), MOST_SLOW, waits.untilSlow()),
                settings.workers() + READERS_IN_LINE,
                settings.workers() + SENDERS_IN_LINE);
        workersOfOne = Math.max(1, settings.workers() / 2);
    }

    /**
     * How long requests wait. What somebody typed waits longer than a page that they can load again.
     *
     * @param ofReaders the longest wait of a page
     * @param ofSenders the longest wait of a form
     * @param untilSlow after how long a request no longer keeps its worker from others
     */
    record Waits(Duration ofReaders, Duration ofSenders, Duration untilSlow) {
        static final Waits USUAL = new Waits(Duration.ofSeconds(1), Duration.ofSeconds(20), WorkerTurns.SLOW);
    }

    /** The requests of everybody or of one network: those at work, and those admitted including the waiting ones. */
    private static final class Line {
        private final WorkerTurns turns;
        private final Semaphore readers;
        private final Semaphore senders;

        Line(WorkerTurns turns, int readers, int senders) {
            this.turns = turns;
            this.readers = new Semaphore(readers);
            this.senders = new Semaphore(senders);
        }

        Optional<Turn> take(boolean isSender, long until) {
            return isSender ? turns.takeForForm(until) : turns.take(until);
        }

        Semaphore admitted(boolean isSender) {
            return isSender ? senders : readers;
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
        var isSender = HttpMethod.POST.matches(request.getMethod());
        var ofNetwork = networks.get(
                ClientNetwork.of(request.getRemoteAddr()),
                network -> new Line(
                        new WorkerTurns(workersOfOne, MOST_SLOW / 2, waits.untilSlow()),
                        workersOfOne + READERS_IN_LINE / 2,
                        workersOfOne + SENDERS_OF_ONE_IN_LINE));
        var admittedHere = ofNetwork.admitted(isSender);
        if (!admittedHere.tryAcquire()) {
            busy.answer(request, response);
            return;
        }
        try {
            var admitted = inAll.admitted(isSender);
            if (!admitted.tryAcquire()) {
                busy.answer(request, response);
                return;
            }
            try {
                workOn(here, response, chain, ofNetwork, isSender);
            } finally {
                admitted.release();
            }
        } finally {
            admittedHere.release();
        }
    }

    /** Takes the turn of its own network first: a request that waits for its own network blocks no shared worker. */
    private void workOn(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Line ofNetwork,
            boolean isSender)
            throws ServletException, IOException {
        var until = System.nanoTime() + (isSender ? waits.ofSenders() : waits.ofReaders()).toNanos();
        var here = ofNetwork.take(isSender, until);
        if (here.isEmpty()) {
            busy.answer(request, response);
            return;
        }
        try (var _ = here.get()) {
            var turn = inAll.take(isSender, until);
            if (turn.isEmpty()) {
                busy.answer(request, response);
                return;
            }
            try (var _ = turn.get()) {
                here.get().begin();
                turn.get().begin();
                chain.doFilter(request, response);
            }
        }
    }

    /** Reads the whole request; for the endpoint, just enough to detect that the body is too large. */
    private static HttpServletRequest arrived(HttpServletRequest request) throws IOException {
        if (BusyPage.ENDPOINT.matches(request)) {
            return new ArrivedRequest(request, request.getInputStream().readNBytes(LONGEST_BODY + 1));
        }
        request.getParameterMap();
        return request;
    }
}
