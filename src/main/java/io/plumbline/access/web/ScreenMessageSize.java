package io.plumbline.access.web;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.JsonConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the size of a request from an open screen; a larger one is rejected before it is parsed, and the user is told
 * why. Push carries no requests at all, only responses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class ScreenMessageSize extends OncePerRequestFilter {
    static final int MOST_BYTES = 256 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (FlowRequest.is(RequestType.PUSH, request) && hasBody(request)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return;
        }
        if (!FlowRequest.is(RequestType.UIDL, request)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            refuse(response);
            return;
        }
        if (request.getSession(false) == null) {
            // requests that are not signed in are rejected later without reading their body
            chain.doFilter(request, response);
            return;
        }
        // the length may be missing, so count the bytes
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(response);
        } else {
            chain.doFilter(new ArrivedRequest(request, body), response);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setContentType(JsonConstants.JSON_CONTENT_TYPE);
        response.getOutputStream().write(tooMuch().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the message that the browser shows; a click on it reloads the screen. */
    static String tooMuch() {
        return VaadinService.createCriticalNotificationJSON(
                "That was too much at once",
                "Your last entry was not accepted. Click here or press Esc, then enter less at a time.",
                null,
                null);
    }
}
