package io.plumbline.access.web;

import io.plumbline.access.RefusedRequests;
import io.plumbline.access.sso.SingleSignOn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits sign-in attempts per minute and network. Runs before the body is read, which may arrive slowly; the CSRF token
 * is in the body too. A client over the limit sees the sign-in page as if it had only been opened.
 */
class SignInArrivals extends OncePerRequestFilter {
    private final RefusedRequests foreign = new RefusedRequests("sign-in attempts of another site");
    private final RefusedRequests tooMany = new RefusedRequests("sign-in attempts of one address");
    private final AttemptsByAddress addresses;

    /** @param perMinute attempts from one address; for IPv6, from one 64-bit network */
    SignInArrivals(int perMinute) {
        addresses = new AttemptsByAddress(perMinute);
    }

    /** Returns whether a request is a sign-in attempt by password. */
    static boolean isTry(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && request.getServletPath().equals(SignInPage.ADDRESS);
    }

    /** Returns whether a request sends a form of the sign-in, of its second step too. */
    private static boolean isSent(HttpServletRequest request) {
        var path = request.getServletPath();
        return HttpMethod.POST.matches(request.getMethod())
                && (path.equals(SignInPage.ADDRESS) || path.startsWith(SignInPage.ADDRESS + "/"));
    }

    /** Returns whether a request leads to the provider of single sign-on, or comes back from it: a link each. */
    private static boolean isOfProvider(HttpServletRequest request) {
        var path = request.getServletPath();
        return HttpMethod.GET.matches(request.getMethod())
                && (path.equals(SingleSignOn.START) || path.equals(SingleSignOn.BACK));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isSent(request) && !isOfProvider(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOfProvider(request)) {
            var wait = addresses.take(request);
            if (wait == 0) {
                chain.doFilter(request, response);
            } else {
                tooMany.refused(request.getRemoteAddr());
                tell(wait, request, response);
                request.getRequestDispatcher(SignInPage.ADDRESS).forward(request, response);
            }
            return;
        }
        if (String.valueOf(request.getQueryString()).contains("password")) {
            // URLs end up in logs
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            // a foreign page must not use up the attempts of everybody behind this address
            foreign.refused(request.getRemoteAddr());
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        var nanos = addresses.take(request);
        if (nanos == 0) {
            chain.doFilter(request, response);
            return;
        }
        tooMany.refused(request.getRemoteAddr());
        tell(nanos, request, response);
        chain.doFilter(new OnlyOpened(request), response);
    }

    /** Sets the waiting time for the browser and for the page. */
    static void tell(long nanos, HttpServletRequest request, HttpServletResponse response) {
        var seconds = Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        request.setAttribute(SignInPage.WAIT_SECONDS, seconds);
    }

    /** The request as a GET without the submitted data. */
    private static final class OnlyOpened extends HttpServletRequestWrapper {
        OnlyOpened(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
