package io.plumbline.access.web;

import io.plumbline.access.factors.FactorSecret;
import io.plumbline.access.signin.HalfSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A half sign-in in a session that nobody is signed in to. It lasts five minutes and ends after five wrong codes. */
final class CodeStep implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = CodeStep.class.getName();
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    private final HalfSignIn half;
    private final Instant until;
    private final AtomicInteger tries = new AtomicInteger();
    private final FactorSecret secret = FactorSecret.next();
    private volatile List<String> recoveryCodes = List.of();

    private CodeStep(HalfSignIn half, Instant until) {
        this.half = half;
        this.until = until;
    }

    /** Begins the second step in a new session; whoever was signed in to the old one no longer is. */
    static void begin(HttpServletRequest request, HalfSignIn half, Clock clock) {
        invalidate(request);
        request.getSession(true)
                .setAttribute(ATTRIBUTE, new CodeStep(half, clock.instant().plus(LASTS)));
    }

    /** Returns the second step of a browser; empty if there is none or it is over. */
    static Optional<CodeStep> find(HttpServletRequest request, Clock clock) {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return session.getAttribute(ATTRIBUTE) instanceof CodeStep step && step.until.isAfter(clock.instant())
                    ? Optional.of(step)
                    : Optional.empty();
        } catch (IllegalStateException endedInTheMeantime) {
            return Optional.empty();
        }
    }

    /** Ends the session of a half sign-in, also of one that is over; never one that somebody is signed in to. */
    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        try {
            if (session != null && session.getAttribute(ATTRIBUTE) != null) {
                session.invalidate();
            }
        } catch (IllegalStateException endedInTheMeantime) {
            // by another request of the same browser
        }
    }

    private static void invalidate(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException endedInTheMeantime) {
                // by another request of the same browser
            }
        }
    }

    HalfSignIn half() {
        return half;
    }

    /** Takes one of five attempts; parallel requests share them. Returns whether there was one left. */
    boolean takeTry() {
        return tries.incrementAndGet() <= TRIES;
    }

    /** Returns whether no attempt is left. */
    boolean isUsedUp() {
        return tries.get() >= TRIES;
    }

    /** Returns the secret that is offered where two-step sign-in must be set up. */
    FactorSecret secret() {
        return secret;
    }

    /** Keeps the new recovery codes until the person continues. */
    void setUp(List<String> codes) {
        recoveryCodes = List.copyOf(codes);
    }

    /** Returns the new recovery codes; empty before two-step sign-in is set up. */
    List<String> recoveryCodes() {
        return recoveryCodes;
    }

    boolean isSetUp() {
        return !recoveryCodes.isEmpty();
    }
}
