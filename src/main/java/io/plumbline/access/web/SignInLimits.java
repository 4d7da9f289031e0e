package io.plumbline.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops guessing before a password is hashed: so many attempts a minute from one address, and after five failures for
 * one account from one address a wait for that pair alone. Nobody else's failures slow a person down.
 */
class SignInLimits extends OncePerRequestFilter {
    private static final int FAILURES = 5;
    private static final int LONGEST_NAME = 60;
    private static final Duration FAILURES_FORGOTTEN = Duration.ofMinutes(15);

    private final AttemptsByAddress addresses = new AttemptsByAddress();
    private final Cache<Pair, Bucket> pairs = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(FAILURES_FORGOTTEN)
            .build();

    private record Pair(String account, String address) {
        static Pair of(HttpServletRequest request) {
            // a store may take names for the same that differ in accents or in what nobody sees
            var account = Normalizer.normalize(String.valueOf(request.getParameter("username")), Form.NFKD)
                    .replaceAll("[^\\p{L}\\p{N}._@-]", "");
            return new Pair(
                    account.substring(0, Math.min(account.length(), LONGEST_NAME))
                            .toLowerCase(Locale.ROOT),
                    request.getRemoteAddr());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getServletPath().equals(SignInPage.ADDRESS));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (String.valueOf(request.getQueryString()).contains("password")) {
            // addresses end up in logs
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        // taken before the password is looked at, so that guesses sent all at once do not slip through
        var nanos = addresses.take(request);
        if (nanos == 0) {
            nanos = pairs.get(Pair.of(request), p -> failures())
                    .tryConsumeAndReturnRemaining(1)
                    .getNanosToWaitForRefill();
        }
        if (nanos == 0) {
            chain.doFilter(request, response);
            return;
        }
        var seconds = Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        request.setAttribute(SignInPage.WAIT_SECONDS, seconds);
        request.getRequestDispatcher(SignInPage.ADDRESS).forward(request, response);
    }

    /** Forgets the failures of an account from an address: its person has signed in. */
    void succeeded(HttpServletRequest request) {
        pairs.invalidate(Pair.of(request));
    }

    private static Bucket failures() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(FAILURES).refillGreedy(FAILURES, FAILURES_FORGOTTEN))
                .build();
    }
}
