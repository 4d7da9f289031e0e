package io.plumbline.audit;

import io.plumbline.shared.signing.ContentMac;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The walk of {@code ./portal audit verify} over a store that no portal has open. */
public final class TrailOfStore {
    private TrailOfStore() {}

    /** @param key of the trail, in hexadecimal digits */
    public static AuditVerdict verdict(Connection store, String key) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(store, true));
        var auditKey = key(jdbc, key);
        return new AuditChainVerifier(jdbc, new AuditHeadStore(jdbc, auditKey), auditKey)
                .walk(List.of(), rows -> {}, () -> false);
    }

    /** Makes the codes of what is signed in that store. */
    public static ContentMac contentSeal(Connection store, String key) {
        return new ContentMac(key(JdbcClient.create(new SingleConnectionDataSource(store, true)), key));
    }

    private static AuditKey key(JdbcClient jdbc, String key) {
        return new AuditKey(
                new AuditSettings(key, "", Duration.ofMinutes(1), Duration.ofSeconds(2)), "", Path.of(""), jdbc);
    }
}
