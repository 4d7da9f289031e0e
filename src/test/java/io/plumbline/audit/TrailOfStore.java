package io.plumbline.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The walk of {@code ./portal audit verify} over a store that no portal has open. */
public final class TrailOfStore {
    private TrailOfStore() {}

    /** @param key of the trail, in hexadecimal digits */
    public static AuditVerdict verdict(Connection store, String key) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(store, true));
        var auditKey = new AuditKey(new AuditSettings(key, Duration.ofSeconds(2)), "", Path.of(""), jdbc);
        return new AuditWalk(jdbc, new AuditHeads(jdbc, auditKey), auditKey).walk(null, rows -> {}, () -> false);
    }
}
