package io.plumbline.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The store of a portal that is killed, and how it is read while no portal runs on it. */
interface CrashStore {
    /** The settings by which a portal finds it. */
    Map<String, Object> settings();

    /** How a packaged portal is told of it, by its environment. */
    default Map<String, String> environment() {
        return Map.of(
                "PLUMBLINE_DEMO",
                "false",
                "PLUMBLINE_CLOCK",
                "",
                "SPRING_APPLICATION_JSON",
                new JsonMapper().writeValueAsString(settings()));
    }

    /** The key of its audit trail, in hexadecimal digits. */
    String auditKey();

    /** Lets somebody read what a killed portal left, in one transaction; it changes nothing of that. */
    <T> T read(Reading<T> reading) throws SQLException;

    /** Reads a store. */
    @FunctionalInterface
    interface Reading<T> {
        T in(Connection store) throws SQLException;
    }
}
