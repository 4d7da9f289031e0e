package io.plumbline.backup;

import io.plumbline.startup.DatabaseServerCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A MySQL database that is filled from a backup. */
final class RestoredMySql implements RestoredStore {
    private static final Logger LOG = LoggerFactory.getLogger(RestoredMySql.class);

    /** The database in which a backup is verified, after that of the store. */
    private static final String SCRATCH = "_restore";

    private static final String DELIMITER = "delimiter ;;";
    private static final String END = ";;";

    private final Environment settings;
    private final String database;
    private final Connection connection;
    private final boolean isScratch;

    private RestoredMySql(Environment settings, String database, Connection connection, boolean isScratch) {
        this.settings = settings;
        this.database = database;
        this.connection = connection;
        this.isScratch = isScratch;
    }

    /**
     * Makes a database for a backup that is only verified; it is dropped in the end.
     *
     * @throws BackupProblem if the owner may not make it
     */
    static RestoredMySql scratch(Environment settings) throws BackupProblem {
        var name = DatabaseServerCheck.database(settings) + SCRATCH;
        var connection = DatabaseServerCheck.connectionOfOwner(settings, "");
        try (var statement = connection.createStatement()) {
            statement.execute("drop database if exists `%s`".formatted(name));
            statement.execute("create database `%s` character set utf8mb4 collate utf8mb4_bin".formatted(name));
            statement.execute("use `%s`".formatted(name));
            return new RestoredMySql(settings, name, connection, true);
        } catch (SQLException refused) {
            closeQuietly(connection);
            throw new BackupProblem(
                    "A backup is verified in the database %s, which the owner may not make. Run this once as MySQL's administrator: grant all on `%s`.* to '%s'@'%%'"
                            .formatted(name, name, settings.getProperty("spring.flyway.user")),
                    refused);
        }
    }

    /** Fills the database of the store, which must have no tables. */
    static RestoredMySql store(Environment settings) {
        var name = DatabaseServerCheck.database(settings);
        return new RestoredMySql(settings, name, DatabaseServerCheck.connectionOfOwner(settings, name), false);
    }

    @Override
    public void take(String name, InputStream bytes) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        var text = new StringBuilder();
        try (var statement = connection.createStatement()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(DELIMITER)) {
                    continue;
                }
                text.append(line);
                if (line.endsWith(END)) {
                    statement.execute(text.substring(0, text.length() - END.length()));
                    text.setLength(0);
                } else {
                    text.append('\n');
                }
            }
        } catch (SQLException refused) {
            throw new BackupProblem(
                    "MySQL does not take the part %s of the backup: %s".formatted(name, refused.getMessage()), refused);
        }
    }

    @Override
    public JdbcClient rows() {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Writes the database again: what is the same has the same hash. */
    @Override
    public List<String> differences(BackupManifest manifest) throws IOException {
        var written = new TreeMap<String, String>();
        var dump = new SqlDump(connection);
        for (var table : StoreTables.names(rows())) {
            var hash = new HashedOutput();
            dump.writeRows(table, hash);
            written.put(StoreSnapshot.PARTS + SqlDump.rowsOf(table), hash.sha256());
        }
        var routines = new HashedOutput();
        dump.writeRoutines(routines);
        written.put(StoreSnapshot.PARTS + SqlDump.ROUTINES, routines.sha256());
        var differences = new ArrayList<String>();
        for (var part : manifest.parts()) {
            var again = written.remove(part.name());
            if (again != null && !again.equals(part.sha256())) {
                differences.add("The part " + part.name() + " is another one once it is restored.");
            }
        }
        written.keySet().forEach(name -> differences.add("The backup has no part " + name + "."));
        return differences;
    }

    @Override
    public Map<String, String> settings() {
        var owner = settings.getProperty("spring.flyway.user", "");
        var password = settings.getProperty("spring.flyway.password", "");
        var url = DatabaseServerCheck.url(settings, database);
        return Map.of(
                "spring.datasource.url",
                url,
                "spring.flyway.url",
                url,
                "spring.datasource.username",
                owner,
                "spring.datasource.password",
                password,
                "spring.flyway.user",
                owner,
                "spring.flyway.password",
                password,
                // nobody works in a scratch database, so nobody gets rights there
                "spring.flyway.skip-default-callbacks",
                "true");
    }

    @Override
    public void close() {
        if (isScratch) {
            try (var statement = connection.createStatement()) {
                statement.execute("drop database if exists `%s`".formatted(database));
            } catch (SQLException stays) {
                LOG.warn("The database {} could not be dropped; the next verification does", database, stays);
            }
        }
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            LOG.debug("The connection of a restore did not close", alreadyGone);
        }
    }
}
