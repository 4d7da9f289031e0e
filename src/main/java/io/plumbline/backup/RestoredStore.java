package io.plumbline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store that is made of a backup, part by part. */
interface RestoredStore extends BackupReader.Handler, AutoCloseable {
    /**
     * Takes a part of the store.
     *
     * @param name without the folder of these parts
     */
    @Override
    void take(String name, InputStream bytes) throws IOException;

    /** Reads its rows, once all parts are there. */
    JdbcClient rows() throws IOException;

    /**
     * Compares it with the manifest.
     *
     * @return what differs, one sentence each
     */
    List<String> differences(BackupManifest manifest) throws IOException;

    /** Takes the portal's keys that the backup has, before its rows are read. */
    default void use(StoreKeys keys) {
        // a store that is not encrypted needs none
    }

    /** Lets another connection open it, once its rows were read. */
    default void release() {
        // a server has many
    }

    /** Returns the settings with which a command of the portal opens it, once nothing else has it open. */
    Map<String, String> settings() throws IOException;

    @Override
    void close() throws IOException;
}
