package io.plumbline.shared.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/** Copies an H2 store that is open into a file, whole up to the last commit. */
public final class OpenStoreCopy {
    private OpenStoreCopy() {}

    /**
     * Writes the copy, a zip file with the file of the store in it. Nobody else may write meanwhile: H2 copies to the end
     * of a file that grows.
     *
     * @param connection a connection of an administrator of the database
     * @param zip the file; one that is there is written over
     * @throws SQLException if it cannot be written; what is written of it stays
     */
    public static void write(Connection connection, Path zip) throws SQLException {
        awaitWrites(connection);
        try (var backup = connection.createStatement()) {
            backup.execute("backup to '" + zip.toString().replace("'", "''") + "'");
        }
    }

    /** H2 takes for saved what is on its way to the file; the copy alone would leave that out. */
    private static void awaitWrites(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            var store = session.getDatabase().getStore().getMvStore();
            store.commit();
            store.executeFilestoreOperation(() -> {});
        }
    }
}
