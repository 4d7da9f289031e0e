package io.plumbline.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects requests that cannot be decoded, without a log entry: it would contain names, passwords and line feeds. Does
 * not read the body, which would mean waiting for it; that is left to the handlers behind the limits.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BrokenRequests extends OncePerRequestFilter {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (WITHOUT_BODY.contains(request.getMethod())) {
                request.getParameterMap();
            }
            chain.doFilter(request, response);
        } catch (InvalidParameterException undecodable) {
            refuse(response, undecodable);
        } catch (ServletException failed) {
            if (!(failed.getCause() instanceof InvalidParameterException undecodable)) {
                throw failed;
            }
            refuse(response, undecodable);
        }
    }

    /** Sends no error page: rendering one would read the parameters again. */
    private static void refuse(HttpServletResponse response, InvalidParameterException undecodable) {
        if (!response.isCommitted()) {
            response.setStatus(undecodable.getErrorCode());
        }
    }
}
