package io.plumbline.bench;

import io.plumbline.support.MySqlForTests;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A database of the MySQL of the tests. */
final class MySqlOwnStore implements OwnStore {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final String auditKey = HexFormat.of().formatHex(new SecureRandom().generateSeed(32));

    /** @param folder where the portal keeps what is not in the database */
    MySqlOwnStore(Path folder) {
        this(folder, MySqlForTests::register);
    }

    /** @param database names the database by the settings that it adds */
    MySqlOwnStore(Path folder, Consumer<DynamicPropertyRegistry> database) {
        this.folder = folder;
        settings.put("plumbline.demo", false);
        settings.put("plumbline.data-dir", folder.toString());
        settings.put("spring.profiles.active", "mysql");
        settings.put("plumbline.audit.key", auditKey);
        database.accept((name, value) -> settings.put(name, value.get()));
    }

    @Override
    public Map<String, Object> settings() {
        return settings;
    }

    @Override
    public String auditKey() {
        return auditKey;
    }

    @Override
    public <T> T read(Reading<T> reading) throws SQLException {
        try (var store = DriverManager.getConnection(setting("url"), setting("username"), setting("password"))) {
            awaitAlone(store);
            store.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            store.setAutoCommit(false);
            return reading.in(store);
        }
    }

    @Override
    public OwnTool tool() {
        var url = setting("url");
        var scratch = MySqlForTests.nameIn(url) + "_restore";
        // mysqldump needs rights that the owner of a database does not have
        var options = " --no-defaults --protocol=TCP --host=127.0.0.1 --port=%s --user=root "
                .formatted(url.replaceFirst(".*:(\\d+)/.*", "$1"));
        var mysql = "'" + MySqlForTests.client("mysql") + "'" + options;
        var dump = "'" + MySqlForTests.client("mysqldump") + "'" + options;
        return new OwnTool(
                Map.of(),
                List.of(
                        OwnTool.pipe(
                                dump + "--single-transaction --routines " + MySqlForTests.nameIn(url),
                                "gzip -1 >store.sql.gz"),
                        OwnTool.archive(folder.resolve("real").resolve("files"))),
                List.of(
                        mysql + "--execute='drop database if exists " + scratch + "; create database " + scratch
                                + " character set utf8mb4 collate utf8mb4_bin'",
                        OwnTool.pipe("gzip -dc store.sql.gz", mysql + scratch),
                        mysql + "--execute='drop database " + scratch + "'",
                        OwnTool.unarchive()));
    }

    @Override
    public OptionalDouble longestLockWaitMs() throws SQLException {
        try (var store = DriverManager.getConnection(setting("url"), setting("username"), setting("password"));
                var asked = store.createStatement();
                var told = asked.executeQuery("show global status like 'Innodb_row_lock_time_max'")) {
            return told.next() ? OptionalDouble.of(told.getDouble(2)) : OptionalDouble.empty();
        }
    }

    /** The server ends by itself what it had taken from the killed portal. */
    private static void awaitAlone(Connection store) throws SQLException {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (var asked = store.createStatement();
                    var others = asked.executeQuery("select count(*) from information_schema.processlist"
                            + " where user = substring_index(user(), '@', 1)")) {
                if (others.next() && others.getInt(1) == 1) {
                    return;
                }
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("MySQL still holds connections of the portal that was killed");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private String setting(String name) {
        return String.valueOf(settings.get("spring.datasource." + name));
    }
}
