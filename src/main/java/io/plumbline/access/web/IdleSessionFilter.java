package io.plumbline.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the HTTP session of a person who has been idle too long, or whose account is not what it was, whatever their open
 * screen still sends.
 */
class IdleSessionFilter extends OncePerRequestFilter {
    static final String REPORTED_BY_BROWSER = "/own-action";

    private final OwnActions ownActions;

    IdleSessionFilter(OwnActions ownActions) {
        this.ownActions = ownActions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && (ownActions.isOverdue(session) || OpenScreens.isToEnd(session))) {
            session.invalidate();
        } else if (session != null && isOwnAction(request)) {
            ownActions.happened(session);
        } else if (session != null) {
            ownActions.begin(session);
        }
        chain.doFilter(request, response);
    }

    private static boolean isOwnAction(HttpServletRequest request) {
        var accepts = request.getHeader(HttpHeaders.ACCEPT);
        return request.getServletPath().equals(REPORTED_BY_BROWSER)
                || request.getMethod().equals("GET") && accepts != null && accepts.contains(MediaType.TEXT_HTML_VALUE);
    }
}
