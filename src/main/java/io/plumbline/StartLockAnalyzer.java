package io.plumbline;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says that another process has the store's file open. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartLockAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private final Environment environment;

    StartLockAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (cause.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) return null;
        return StartStoreFile.of(environment)
                .map(store -> new StartSentence(sentence(store), cause))
                .orElse(null);
    }

    private String sentence(StartStoreFile store) {
        return environment.containsProperty(CommandRun.PROPERTY)
                ? "The portal is running with the data in %s: stop it first, since this needs the store for itself."
                        .formatted(store.folder())
                : "Another Plumbline already uses the data in %s: stop it first, or %s"
                        .formatted(store.folder(), StartStoreFile.ANOTHER_FOLDER);
    }
}
