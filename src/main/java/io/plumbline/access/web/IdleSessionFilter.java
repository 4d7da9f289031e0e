package io.plumbline.access.web;

import io.plumbline.access.accounts.ConfirmedSignIns;
import io.plumbline.access.lock.SessionLock;
import io.plumbline.shared.store.StoreWait;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Locks the session of a user who was idle for a while, and ends the one of a user who was idle too long, who was
 * signed in for too long, who signed it out elsewhere, or whose account was changed since sign-in, before anything is
 * drawn or executed. Each request asks {@link ConfirmedSignIns}, because a session that has no open screen yet is not
 * tracked anywhere else.
 */
class IdleSessionFilter extends OncePerRequestFilter {
    static final String REPORTED_BY_BROWSER = "/own-action";

    /** The request attribute that tells the sign-in page that the session ended because of a sign-in elsewhere. */
    static final String ENDED_FOR_ANOTHER = "io.plumbline.endedForAnother";

    /** The request attribute that tells the sign-in page that the session had lasted as long as one may. */
    static final String ENDED_BY_AGE = "io.plumbline.endedByAge";

    /** Public static files, which Flow does not handle. */
    private static final RequestMatcher FILES = SecurityHeaders.paths(StaticFiles.PATTERNS);

    /** Downloads and uploads of open screens, which know no screen that is covered. */
    private static final RequestMatcher FILES_OF_SCREENS = SecurityHeaders.paths("/VAADIN/dynamic/**");

    private static final Set<String> FROM_ELSEWHERE = Set.of("cross-site", "same-site");

    private final OwnActions ownActions;
    private final SessionLock locks;
    private final ConfirmedSignIns signIns;

    IdleSessionFilter(OwnActions ownActions, SessionLock locks, ConfirmedSignIns signIns) {
        this.ownActions = ownActions;
        this.locks = locks;
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            try {
                goOnOrEnd(session, request);
                if (FILES_OF_SCREENS.matches(request) && isLocked(request)) {
                    response.sendError(HttpServletResponse.SC_FORBIDDEN);
                    return;
                }
            } catch (IllegalStateException endedInTheMeantime) {
                // invalidated by another request of the same browser: the rest of the chain finds no session either
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
            } else if (ownActions.isTooOld(session)) {
                request.setAttribute(ENDED_BY_AGE, true);
            }
            session.invalidate();
        } else if (ownActions.isLockDue(session) || SessionLock.isLocked(session)) {
            // an action at a locked screen is none of its person's until they have unlocked it
            locks.lock(session, "no action for too long");
        } else if (isOwnAction(request)) {
            ownActions.happened(session);
        } else {
            ownActions.begin(session);
        }
    }

    /**
     * A report alone must not end a session whose screen was not told to reload yet: its content would stay visible.
     */
    private static boolean drawsOrDoes(HttpServletRequest request) {
        return !isReport(request) && !FILES.matches(request);
    }

    /** Returns whether a request is the report of an open screen, which shows no answer. */
    static boolean isReport(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getServletPath().equals(REPORTED_BY_BROWSER);
    }

    private boolean isSameAccount(HttpSession session) {
        try {
            var id = SignedInSessions.idOf(session).orElse(null);
            var asked = OpenScreens.signedIn(session);
            return asked.isEmpty()
                    || signIns.isStill(asked.get(), id)
                    // the principal changes when the user has just created a clinic
                    || OpenScreens.signedIn(session)
                            .filter(now -> !now.equals(asked.get()))
                            .filter(now -> signIns.isStill(now, id))
                            .isPresent();
        } catch (DataAccessException storeIsAway) {
            // the database is unavailable, so nothing can be shown or done; keep the session and do not wait again
            StoreWait.end();
            return true;
        }
    }

    private static boolean isLocked(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && SessionLock.isLocked(session);
    }

    /**
     * Returns whether a request is an act of the person. A page that another site opens in a window is none, or that site
     * would keep a screen from being locked.
     */
    static boolean isOwnAction(HttpServletRequest request) {
        if (FROM_ELSEWHERE.contains(String.valueOf(request.getHeader("Sec-Fetch-Site")))) {
            return false;
        }
        var accepts = request.getHeader(HttpHeaders.ACCEPT);
        return request.getServletPath().equals(REPORTED_BY_BROWSER)
                || request.getMethod().equals("GET") && accepts != null && accepts.contains(MediaType.TEXT_HTML_VALUE);
    }
}
