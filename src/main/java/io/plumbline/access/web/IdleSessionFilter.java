package io.plumbline.access.web;

import io.plumbline.access.AccountsNow;
import io.plumbline.shared.StoreWait;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the HTTP session of a person who has been idle too long, or whose account is not what it was when they signed in,
 * before anything is drawn or done for it. The store is asked at each request, by keys: a session that has opened no
 * screen yet is known to nobody else.
 */
class IdleSessionFilter extends OncePerRequestFilter {
    static final String REPORTED_BY_BROWSER = "/own-action";

    /** Where the way to the sign-in page finds that the session ended for another one. */
    static final String ENDED_FOR_ANOTHER = "io.plumbline.endedForAnother";

    /** What anybody may have, and Flow never sees. */
    private static final RequestMatcher FILES = SecurityHeaders.paths(StaticFiles.PATTERNS);

    private final OwnActions ownActions;
    private final AccountsNow accounts;

    IdleSessionFilter(OwnActions ownActions, AccountsNow accounts) {
        this.ownActions = ownActions;
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            try {
                goOnOrEnd(session, request);
            } catch (IllegalStateException endedMeanwhile) {
                // by another request of the same browser: what follows finds no session either
            }
        }
        chain.doFilter(request, response);
    }

    private void goOnOrEnd(HttpSession session, HttpServletRequest request) {
        if (ownActions.isOverdue(session)
                || OpenScreens.isToEnd(session)
                || drawsOrDoes(request) && !isSameAccount(session)) {
            if (OpenScreens.isToEndForAnother(session)) {
                request.setAttribute(ENDED_FOR_ANOTHER, true);
            }
            session.invalidate();
        } else if (isOwnAction(request)) {
            ownActions.happened(session);
        } else {
            ownActions.begin(session);
        }
    }

    /** A report alone must not end a session whose screen has not been told yet: its content would stay. */
    private static boolean drawsOrDoes(HttpServletRequest request) {
        var isReport =
                request.getMethod().equals("POST") && request.getServletPath().equals(REPORTED_BY_BROWSER);
        return !isReport && !FILES.matches(request);
    }

    private boolean isSameAccount(HttpSession session) {
        try {
            var asked = OpenScreens.signedIn(session);
            return asked.isEmpty()
                    || accounts.isStill(asked.get())
                    // who has just founded a clinic goes on as somebody else than a moment ago
                    || OpenScreens.signedIn(session)
                            .filter(now -> !now.equals(asked.get()))
                            .filter(accounts::isStill)
                            .isPresent();
        } catch (DataAccessException storeIsAway) {
            // so is all that could be shown or done, and nobody waits for it twice; the session outlives it
            StoreWait.end();
            return true;
        }
    }

    private static boolean isOwnAction(HttpServletRequest request) {
        var accepts = request.getHeader(HttpHeaders.ACCEPT);
        return request.getServletPath().equals(REPORTED_BY_BROWSER)
                || request.getMethod().equals("GET") && accepts != null && accepts.contains(MediaType.TEXT_HTML_VALUE);
    }
}
