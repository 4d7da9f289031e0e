package io.plumbline.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what cannot be decoded without a word in the log, which would quote names, passwords and line feeds. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BrokenRequests extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (InvalidParameterException undecodable) {
            // no page: rendering one would read the parameters again
            response.setStatus(undecodable.getErrorCode());
            return;
        }
        chain.doFilter(request, response);
    }
}
