package io.plumbline.access.web;

import io.plumbline.access.PublicSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is open to anybody has a few workers of its own: however many ask, the people who are signed in keep the rest of the
 * machine. A few more wait in line for a moment, and whoever comes on top of them is told at once to come again. A body is
 * here before its request takes a worker, or a slow one would keep it.
 */
@Component
@Order(PublicWorkers.ORDER)
class PublicWorkers extends OncePerRequestFilter {
    /** Behind the limits by address, which cost less. */
    static final int ORDER = Ordered.LOWEST_PRECEDENCE - 10;

    private static final RequestMatcher OPEN_TO_ANYBODY =
            SecurityHeaders.paths("/book", "/book/**", "/api/public/**", "/invitation/**");
    private static final RequestMatcher ENDPOINT = SecurityHeaders.paths("/api/public/**");
    private static final int IN_LINE = 16;
    private static final int LONGEST_WAIT_MS = 1_000;
    private static final String COME_AGAIN_AFTER = "5";
    private static final int LONGEST_BODY = 64 * 1024;

    private static final String PROBLEM =
            "{\"title\":\"Too Many Requests\",\"status\":429,\"detail\":\"Many requests came at once: wait "
                    + COME_AGAIN_AFTER + " seconds, then send it once more\"}";
    private static final String PAGE = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Please wait</title>"
            + "<link rel=\"stylesheet\" href=\"/assets/tokens.css\"><link rel=\"stylesheet\" href=\"/assets/sign-in.css\">"
            + "</head><body><main class=\"sign-form\"><div><h1>Many people are asking right now</h1><p>Wait "
            + COME_AGAIN_AFTER + " seconds, then load this page again. If you were sending a form, your browser asks"
            + " whether to send it once more: say yes, and nothing of it is lost.</p><p>Call the clinic if you would"
            + " rather not wait. In an emergency, call the emergency services.</p></div></main></body></html>";

    private final Semaphore admitted;
    private final Semaphore workers;

    PublicWorkers(PublicSettings settings) {
        workers = new Semaphore(settings.workers(), true);
        admitted = new Semaphore(settings.workers() + IN_LINE);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !OPEN_TO_ANYBODY.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var here = arrived(request);
        if (!admitted.tryAcquire()) {
            comeAgain(request, response);
            return;
        }
        try {
            if (!isMyTurn()) {
                comeAgain(request, response);
                return;
            }
            try {
                chain.doFilter(here, response);
            } finally {
                workers.release();
            }
        } finally {
            admitted.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return workers.tryAcquire(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The request when all of it has come, or as much as the endpoint needs to see that it is too large. */
    private static HttpServletRequest arrived(HttpServletRequest request) throws IOException {
        if (ENDPOINT.matches(request)) {
            return new ArrivedRequest(request, request.getInputStream().readNBytes(LONGEST_BODY + 1));
        }
        request.getParameterMap();
        return request;
    }

    private static void comeAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var isEndpoint = ENDPOINT.matches(request);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, COME_AGAIN_AFTER);
        response.setContentType(
                isEndpoint ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.getOutputStream().write((isEndpoint ? PROBLEM : PAGE).getBytes(StandardCharsets.UTF_8));
    }
}
