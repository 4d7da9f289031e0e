package io.plumbline.startup;

import io.plumbline.shared.Causes;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Reports that H2 cannot read the database file, or has no room to write. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DamagedDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private static final Set<Integer> UNREADABLE =
            Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.FILE_ENCRYPTION_ERROR_1);

    private final Environment environment;

    DamagedDatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (StoreFiles.isDiskFull(cause)) {
            return DatabaseFile.of(environment)
                    .map(store -> new StartFailureMessage(store.withoutRoom(), cause))
                    .orElse(null);
        }
        if (!UNREADABLE.contains(cause.getErrorCode()) && !isOfTheFile(cause)) return null;
        var isOfItsPassword = cause.getErrorCode() == ErrorCode.FILE_ENCRYPTION_ERROR_1;
        return DatabaseFile.of(environment)
                .map(store ->
                        new StartFailureMessage(isOfItsPassword ? store.ofAnotherPassword() : store.damaged(), cause))
                .orElse(null);
    }

    private static boolean isOfTheFile(Throwable cause) {
        return Causes.of(cause).anyMatch(one -> one instanceof MVStoreException);
    }
}
