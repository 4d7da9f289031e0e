package io.plumbline.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Reports that the portal's own port is in use; for any other port, Spring Boot's report has more details. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {
    private final Environment environment;

    PortInUseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        if (cause.getPort() != environment.getProperty("server.port", Integer.class, 8080)) return null;
        var sentence = "Port %s is already in use: stop what uses it, or choose another with SERVER_PORT.";
        return new StartFailureMessage(sentence.formatted(cause.getPort()), cause);
    }
}
