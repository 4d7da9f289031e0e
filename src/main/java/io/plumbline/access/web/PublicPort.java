package io.plumbline.access.web;

import io.plumbline.access.PublicSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves the public pages on a separate port, if configured. That port serves nothing else, and the public pages are
 * not served on the main port. Both ports serve images and styles.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class PublicPort extends OncePerRequestFilter implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final RequestMatcher OPEN_TO_ANYBODY =
            SecurityHeaders.paths("/book", "/book/**", "/api/public/**", "/invitation/**", "/online-intake/**");
    private static final RequestMatcher NEEDED_BY_BOTH = SecurityHeaders.paths("/assets/**", "/favicon.svg", "/error");

    private final PublicSettings settings;
    private final ServerProperties server;

    PublicPort(PublicSettings settings, ServerProperties server) {
        this.settings = settings;
        this.server = server;
    }

    private boolean isConfigured() {
        return settings.port() > 0;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isConfigured();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (!isConfigured()) {
            return;
        }
        var connector = new Connector(ConnectorLimits.PROTOCOL);
        connector.setPort(settings.port());
        ConnectorLimits.limit(connector);
        if (server.getAddress() != null && connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(server.getAddress());
        }
        factory.addAdditionalConnectors(connector);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isPublicPort = request.getLocalPort() == settings.port();
        if (NEEDED_BY_BOTH.matches(request) || OPEN_TO_ANYBODY.matches(request) == isPublicPort) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
    }
}
