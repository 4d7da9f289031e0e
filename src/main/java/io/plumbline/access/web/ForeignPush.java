package io.plumbline.access.web;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import io.plumbline.access.RefusedRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects push connections that another site opens, by WebSocket or plain requests: the browser sends cookies along
 * without a preflight, and the push response would allow that site to read it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class ForeignPush extends OncePerRequestFilter {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final RefusedRequests foreign = new RefusedRequests("push connections of another site");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && isPush(request) && !isOurs(origin, request)) {
            foreign.refused(request.getRemoteAddr());
            // no error page: nobody would read it
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isPush(HttpServletRequest request) {
        var isSocket = Collections.list(request.getHeaders(HttpHeaders.UPGRADE)).stream()
                .anyMatch(upgrade -> upgrade.toLowerCase(Locale.ROOT).contains("websocket"));
        return isSocket || FlowRequest.is(RequestType.PUSH, request);
    }

    /** An origin that cannot be parsed is foreign, and so is {@code null}, the origin of a page without one. */
    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            var asked = URI.create(origin);
            return request.getScheme().equalsIgnoreCase(asked.getScheme())
                    && request.getServerName().equalsIgnoreCase(asked.getHost())
                    && request.getServerPort() == port(asked.getScheme(), asked.getPort());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static int port(@Nullable String scheme, int given) {
        if (given >= 0) {
            return given;
        }
        return "https".equalsIgnoreCase(scheme) ? HTTPS : HTTP;
    }
}
