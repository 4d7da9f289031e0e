package io.plumbline.shared.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Converts instants for handwritten SQL: UTC date and time to the microsecond, independent of the JVM's time zone. */
public final class Utc {
    private Utc() {}

    /** Converts an instant to the form stored in the database. */
    public static LocalDateTime of(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** Reads an instant from a row; the column must not be null. */
    public static Instant in(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
