package io.plumbline.access.web;

import io.plumbline.access.ClinicBrowser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the pages of online intakes whether the browser holds the session of staff, or did in the last 24 hours. */
class StaffBrowserFilter extends OncePerRequestFilter {
    private final KnownDevices devices;

    StaffBrowserFilter(KnownDevices devices) {
        this.devices = devices;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var isSignedIn = session != null && SignedInSessions.idOf(session).isPresent();
        if (isSignedIn || devices.isOfStaff(request)) {
            request.setAttribute(ClinicBrowser.IS_OF_STAFF, true);
        }
        chain.doFilter(request, response);
    }
}
