package io.plumbline.leads.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.plumbline.access.ClientNetwork;
import io.plumbline.access.PublicSettings;
import io.plumbline.access.RefusedRequests;
import io.plumbline.shared.Routes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rate limits of the booking form and its endpoint: requests per address, requests in total, and a body of at most
 * {@link #LONGEST_BODY}. Checks all of them before it waits for a body. The address is that of the connection or,
 * behind a trusted proxy, the one that the proxy names.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class PublicLimits extends OncePerRequestFilter {
    static final int LONGEST_BODY = 64 * 1024;

    /** The request attribute with the time to wait, for the form, which shows the input again. */
    static final String WAIT_SECONDS = "io.plumbline.publicWait";

    private static final Set<String> LIMITED = Set.of("/" + Routes.BOOK, PublicConsultations.ADDRESS);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();
    private final RefusedRequests tooLong = new RefusedRequests("public requests that are too long");
    private final RefusedRequests tooMany = new RefusedRequests("public requests");
    private final PublicSettings settings;
    private final Problems problems;
    private final Bucket inAll;

    PublicLimits(PublicSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
        inAll = Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.perSecond()).refillGreedy(settings.perSecond(), A_SECOND))
                .build();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || !LIMITED.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isEndpoint = request.getServletPath().equals(PublicConsultations.ADDRESS);
        var wait = take(request.getRemoteAddr());
        if (request.getContentLengthLong() > LONGEST_BODY) {
            tooLong.refused(request.getRemoteAddr());
            if (isEndpoint) {
                problems.write(response, HttpStatus.CONTENT_TOO_LARGE, Problems.TOO_LARGE);
            } else {
                response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            }
            return;
        }
        if (wait > 0) {
            tooMany.refused(request.getRemoteAddr());
            var seconds = Math.ceilDiv(wait, A_SECOND.toNanos());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            if (isEndpoint) {
                problems.write(response, HttpStatus.TOO_MANY_REQUESTS, "Wait " + seconds + " seconds");
                return;
            }
            request.setAttribute(WAIT_SECONDS, seconds);
        }
        chain.doFilter(request, response);
    }

    private long take(String address) {
        var wait = addresses
                .get(ClientNetwork.of(address), network -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(settings.burst())
                                .refillGreedy(settings.perMinute(), Duration.ofMinutes(1)))
                        .build())
                .tryConsumeAndReturnRemaining(1)
                .getNanosToWaitForRefill();
        return wait > 0 ? wait : inAll.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
    }
}
