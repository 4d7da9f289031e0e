package io.plumbline.startup;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Reports that another process has the database file open. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseLockedFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private final Environment environment;

    DatabaseLockedFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (cause.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) return null;
        return DatabaseFile.of(environment)
                .map(store -> new StartFailureMessage(sentence(environment, store), cause))
                .orElse(null);
    }

    /** Returns the message for a store that another process uses. */
    static String sentence(Environment environment, DatabaseFile store) {
        return environment.containsProperty(CommandRun.PROPERTY)
                ? "The portal is running with the data in %s: stop it first, since this needs the store for itself."
                        .formatted(store.folder())
                : "Another Plumbline already uses the data in %s: stop it first, or %s"
                        .formatted(store.folder(), DatabaseFile.ANOTHER_FOLDER);
    }
}
