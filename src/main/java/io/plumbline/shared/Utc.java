package io.plumbline.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How hand-written statements keep what happened: a UTC date and time to the microsecond, whatever zone the JVM is in. */
public final class Utc {
    private Utc() {}

    /** An instant as the store keeps it. */
    public static LocalDateTime of(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** An instant that a row holds; the column must not be null. */
    public static Instant in(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
