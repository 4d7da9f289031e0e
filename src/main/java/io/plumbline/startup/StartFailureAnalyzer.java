package io.plumbline.startup;

import io.plumbline.shared.Causes;
import io.plumbline.shared.StartRefused;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says in one sentence why the portal did not start: a deliberate refusal, its own port in use, or a database file that
 * another process has open, that H2 cannot read, or that has no room to grow.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureAnalyzer implements FailureAnalyzer {
    private static final Set<Integer> UNREADABLE = Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1);

    private final Environment environment;

    StartFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Causes.of(failure)
                .flatMap(cause -> sentence(cause).map(words -> new StartFailureMessage(words, cause)).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> Optional.of(refused.sentence());
            case PortInUseException inUse
            when isOurs(inUse.getPort()) ->
                Optional.of("Port %s is already in use: stop what uses it, or choose another with SERVER_PORT."
                        .formatted(inUse.getPort()));
            case SQLException failed -> DatabaseFile.of(environment).flatMap(store -> sentence(failed, store));
            default -> Optional.empty();
        };
    }

    /** For any other port, Spring Boot's report has more details. */
    private boolean isOurs(int port) {
        return port == environment.getProperty("server.port", Integer.class, 8080);
    }

    private Optional<String> sentence(SQLException failed, DatabaseFile store) {
        if (failed.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return Optional.of(inUse(environment, store));
        }
        if (StoreFiles.isDiskFull(failed)) {
            return Optional.of(store.withoutRoom());
        }
        if (failed.getErrorCode() == ErrorCode.FILE_ENCRYPTION_ERROR_1) {
            return Optional.of(store.ofAnotherPassword());
        }
        return UNREADABLE.contains(failed.getErrorCode())
                        || Causes.of(failed).anyMatch(MVStoreException.class::isInstance)
                ? Optional.of(store.damaged())
                : Optional.empty();
    }

    /** Returns the message for a store that another process uses. */
    static String inUse(Environment environment, DatabaseFile store) {
        return environment.containsProperty(CommandRun.PROPERTY)
                ? "The portal is running with the data in %s: stop it first, since this needs the store for itself."
                        .formatted(store.folder())
                : "Another Plumbline already uses the data in %s: stop it first, or %s"
                        .formatted(store.folder(), DatabaseFile.ANOTHER_FOLDER);
    }
}
