package io.plumbline.backup;

import io.plumbline.startup.DatabaseServerCheck;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A MySQL store, read in one transaction with a consistent snapshot. It is written as SQL that the portal and MySQL's own
 * client read: a part with the tables, one for the rows of each, and one with triggers and procedures. MySQL's own
 * {@code mysqldump} would do the same, but it need not be on the portal's machine, and what a Debian calls so is MariaDB's.
 */
final class MySqlSnapshot implements StoreSnapshot {
    private static final Logger LOG = LoggerFactory.getLogger(MySqlSnapshot.class);

    /** Only one backup of a database is made at a time, by whichever node; a lock is of the whole server. */
    private static final String TURN = "select get_lock(concat('plumbline_backup_', left(sha2(schema(), 256), 32)), 0)";

    private final Connection connection;

    private MySqlSnapshot(Connection connection) {
        this.connection = connection;
    }

    /**
     * Begins the transaction, as the owner of the database.
     *
     * @throws BackupProblem if the database does not answer, or another backup of it is being made
     */
    static MySqlSnapshot take(Environment settings) throws BackupProblem {
        try {
            return begin(DatabaseServerCheck.connectionOfOwner(settings, DatabaseServerCheck.database(settings)));
        } catch (SQLException failed) {
            throw new BackupProblem("The database cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** Begins the transaction in a connection, which it closes at its end. */
    static MySqlSnapshot begin(Connection connection) throws SQLException, BackupProblem {
        try {
            var open = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (open.sql(TURN).query(Integer.class).single() != 1) {
                throw new AnotherBackupRuns();
            }
            open.sql("set session time_zone = '+00:00'").update();
            open.sql("set session sql_quote_show_create = 1").update();
            open.sql("set session transaction isolation level repeatable read").update();
            open.sql("start transaction with consistent snapshot, read only").update();
            return new MySqlSnapshot(connection);
        } catch (RuntimeException | BackupProblem failed) {
            connection.close();
            throw failed;
        }
    }

    @Override
    public BackupAbout.Database database() {
        return BackupAbout.Database.MYSQL;
    }

    @Override
    public JdbcClient rows() {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @Override
    public Map<String, Long> writeTo(BackupWriter backup) throws IOException {
        var sql = new SqlDump(connection);
        var tables = StoreTables.names(rows());
        var rows = new TreeMap<String, Long>();
        backup.add(PARTS + SqlDump.TABLES, to -> sql.writeTables(tables, to));
        for (var table : tables) {
            backup.add(PARTS + SqlDump.rowsOf(table), to -> rows.put(table, sql.writeRows(table, to)));
        }
        backup.add(PARTS + SqlDump.ROUTINES, sql::writeRoutines);
        return rows;
    }

    @Override
    public void close() {
        try {
            // the server ends the transaction and the lock with it
            connection.close();
        } catch (SQLException alreadyGone) {
            LOG.debug("The connection of a backup did not close", alreadyGone);
        }
    }
}
