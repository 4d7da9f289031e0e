package io.plumbline.shared.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.encrypt.FileEncrypt;

/**
 * Copies an H2 store that is open, whole up to the last commit, while others go on writing. H2's own {@code backup to}
 * leaves out what is committed and on its way to the file, and follows the end of a file that grows.
 */
public final class OpenStoreCopy {
    private OpenStoreCopy() {}

    /**
     * Writes the file of the store as it is on the disk: encrypted if the store is, and also where the file is gone from
     * its folder. Copies of one process are made one after the other.
     *
     * @param connection a connection to the store in this process
     * @throws SQLException if the store is closed, or is none of H2
     * @throws IOException if it cannot be read, or the copy cannot be written
     */
    public static synchronized void write(Connection connection, OutputStream to) throws SQLException, IOException {
        var store = store(connection);
        var file = store.getFileStore();
        var reuses = store.isSpaceReused();
        // from here on what is in the file stays there, and what is new comes behind it
        store.setReuseSpace(false);
        try {
            // H2 takes for saved what is on its way to the file
            store.commit();
            store.executeFilestoreOperation(() -> {});
            // an encrypted file has a block before those that count
            var beginning = new Beginning(to, file.size() + FileEncrypt.BLOCK_SIZE);
            try {
                file.backup(beginning);
            } catch (EOFException end) {
                if (!beginning.isWhole()) {
                    throw end;
                }
            }
        } finally {
            store.setReuseSpace(reuses);
        }
    }

    /**
     * Writes the copy into a zip file.
     *
     * @param name the name of its only entry
     * @param zip the file; one that is there is written over, and one that could not be written whole stays
     */
    public static void writeZip(Connection connection, String name, Path zip) throws SQLException, IOException {
        try (var entries = new ZipOutputStream(Files.newOutputStream(zip))) {
            entries.putNextEntry(new ZipEntry(name));
            write(connection, entries);
            entries.closeEntry();
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            return session.getDatabase().getStore().getMvStore();
        }
        throw new SQLException("The store is not open in this process");
    }

    /** Passes the first bytes of a file on, and ends H2's copy behind them; no zip, whatever H2 asks for. */
    private static final class Beginning extends ZipOutputStream {
        private final OutputStream to;
        private long left;

        Beginning(OutputStream to, long length) {
            super(OutputStream.nullOutputStream());
            this.to = to;
            this.left = length;
        }

        boolean isWhole() {
            return left == 0;
        }

        @Override
        public void putNextEntry(ZipEntry entry) {
            // the bytes alone
        }

        @Override
        public void closeEntry() {
            // the bytes alone
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            var passed = (int) Math.min(length, left);
            to.write(bytes, from, passed);
            left -= passed;
            if (isWhole()) {
                throw new EOFException();
            }
        }
    }
}
