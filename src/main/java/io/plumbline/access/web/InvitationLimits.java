package io.plumbline.access.web;

import io.plumbline.access.LinkLimits;
import io.plumbline.access.RefusedRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits the attempts to guess links, per minute and address, before the database is queried. */
class InvitationLimits extends OncePerRequestFilter {
    private static final int LINKS_PER_MINUTE = 60;

    private final RefusedRequests refused = new RefusedRequests("openings of one-time links");
    private final AttemptsByAddress addresses = new AttemptsByAddress(LINKS_PER_MINUTE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (String.valueOf(request.getQueryString()).contains("password")) {
            // URLs end up in logs
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        var nanos = addresses.take(request);
        if (nanos > 0) {
            refused.refused(request.getRemoteAddr());
            var seconds = Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            request.setAttribute(LinkLimits.WAIT_SECONDS, seconds);
        }
        chain.doFilter(request, response);
    }
}
