package io.plumbline.access.web;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Limits what a connection may use of the server: waiting requests hold no thread, an idle connection is closed after
 * ten seconds, or after five within a body, and each header and body has a deadline ({@link HeaderDeadlineProtocol},
 * {@link BodyDeadline}).
 */
@Component
class ConnectorLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** The class of each connector, by its name. */
    static final String PROTOCOL = HeaderDeadlineProtocol.class.getName();

    private static final int SILENCE_MS = (int) Duration.ofSeconds(10).toMillis();
    private static final int SILENCE_IN_BODY_MS = (int) Duration.ofSeconds(5).toMillis();
    private static final int BETWEEN_REQUESTS_MS = (int) Duration.ofSeconds(75).toMillis();
    private static final int LONGEST_UNREAD_BODY = 64 * 1024;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(PROTOCOL);
        factory.addConnectorCustomizers(ConnectorLimits::limit);
        factory.addEngineValves(new BodyDeadline());
    }

    /** Applies the same limits to an additional connector. */
    static void limit(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setConnectionTimeout(SILENCE_MS);
            http.setKeepAliveTimeout(BETWEEN_REQUESTS_MS);
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout(SILENCE_IN_BODY_MS);
            http.setMaxSwallowSize(LONGEST_UNREAD_BODY);
            http.setExecutor(new VirtualThreadExecutor("request-"));
        }
    }
}
