package io.plumbline.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A store that an instrument makes for itself, and how it is read while no portal runs on it. */
interface OwnStore {
    /** What would lead a portal to a store that is somebody's, and is not to be set; empty where nothing is. */
    static List<String> notToBeSet() {
        return Stream.of(
                        "SPRING_DATASOURCE_URL",
                        "SPRING_PROFILES_ACTIVE",
                        "SPRING_APPLICATION_JSON",
                        "PLUMBLINE_AUDIT_KEY")
                .filter(name -> !System.getenv().getOrDefault(name, "").isBlank())
                .toList();
    }

    /** One of either kind, in a folder that is empty. */
    static OwnStore in(Path folder, boolean isOnMySql) {
        return isOnMySql ? new MySqlOwnStore(folder) : new H2OwnStore(folder);
    }

    /** The settings by which a portal finds it. */
    Map<String, Object> settings();

    /** How a packaged portal is told of it, by its environment. */
    default Map<String, String> environment() {
        return Map.of(
                "PLUMBLINE_DEMO",
                "false",
                "PLUMBLINE_CLOCK",
                "",
                // few accounts stand for many people
                "PLUMBLINE_SESSION_MOST_PLACES",
                "1000",
                "SPRING_APPLICATION_JSON",
                new JsonMapper().writeValueAsString(settings()));
    }

    /** The key of its audit trail, in hexadecimal digits. */
    String auditKey();

    /** Lets somebody read what a killed portal left, in one transaction; it changes nothing of that. */
    <T> T read(Reading<T> reading) throws SQLException;

    /** Frees the room that its rows once had, where the store does not do so by itself; no portal runs on it. */
    default void compact() throws SQLException {
        // a server does
    }

    /** How it is backed up without the portal, while none runs on it. */
    OwnTool tool();

    /** The longest that a statement has waited for a row of another since the store runs, if the store tells it. */
    default OptionalDouble longestLockWaitMs() throws SQLException {
        return OptionalDouble.empty();
    }

    /** Reads a store. */
    @FunctionalInterface
    interface Reading<T> {
        T in(Connection store) throws SQLException;
    }
}
