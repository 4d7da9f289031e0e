package io.plumbline.backup;

import java.io.IOException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store as it was at one moment, while people go on working in it. */
interface StoreSnapshot extends AutoCloseable {
    /** The folder of its parts in a backup. */
    String PARTS = "store/";

    /** Returns which database the store uses. */
    BackupAbout.Database database();

    /** Reads the rows of that moment. */
    JdbcClient rows();

    /**
     * Adds the store to a backup.
     *
     * @return the number of rows of each table
     */
    Map<String, Long> writeTo(BackupWriter backup) throws IOException;

    /** Ends it, and deletes what it needed. */
    @Override
    void close();
}
