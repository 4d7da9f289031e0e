package io.plumbline.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Begins the session after the last step of a sign-in, and redirects to the address that was asked for. */
class SignInSuccess implements AuthenticationSuccessHandler {
    private static final String START = "/";

    private final OwnActions ownActions;
    private final SignedInSessions sessions;
    private final ScreensAtOnce places;
    private final KnownDevices devices;
    private final SavedRequestAwareAuthenticationSuccessHandler goOn =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SignInSuccess(
            OwnActions ownActions,
            SignedInSessions sessions,
            ScreensAtOnce places,
            KnownDevices devices,
            RequestCache requestCache) {
        this.ownActions = ownActions;
        this.sessions = sessions;
        this.places = places;
        this.devices = devices;
        goOn.setRequestCache(requestCache);
        goOn.setRedirectStrategy((request, response, address) -> response.sendRedirect(withinPortal(address)));
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException, ServletException {
        ownActions.signedIn(request.getSession());
        sessions.signedIn(request);
        places.signedIn(request.getSession(), person);
        devices.rememberStaff(request, response);
        goOn.onAuthenticationSuccess(request, response, person);
    }

    /** Returns only what follows host and port: the saved address comes from a cookie, which an attacker can forge. */
    private static String withinPortal(String address) {
        try {
            var uri = URI.create(address);
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            var isOurs = uri.getRawPath() != null && uri.getRawPath().matches("/([^/\\\\].*)?");
            return isOurs ? uri.getRawPath() + query : START;
        } catch (IllegalArgumentException unreadable) {
            return START;
        }
    }
}
