package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A new H2 store, whose tables are made at its first start. A file beside it marks it from before H2 creates it until all
 * tables are there: nobody has worked in it before, so the next start starts over.
 */
record NewStore(DatabaseFile store) {
    private static final Logger LOG = LoggerFactory.getLogger(NewStore.class);

    private Path mark() {
        return store.folder().resolve("new-store");
    }

    /**
     * Marks a store that is not there yet. One whose first start did not end is moved aside before.
     *
     * @param noted the noted head of the audit trail, which only a portal that serves people writes
     * @throws StartRefused if the folder cannot be written
     */
    void markIfNew(Path noted) {
        try {
            if (Files.exists(mark()) && !isUsed(noted) && Files.exists(store.path())) {
                LOG.warn(
                        "The first start with {} did not end, and starts over. What it left is in {}",
                        store.path(),
                        store.moveAside());
            }
            if (!Files.exists(store.path()) && !Files.exists(mark())) {
                Files.createFile(mark());
            }
        } catch (IOException unwritable) {
            throw new StartRefused(
                    "Plumbline cannot write to %s: %s".formatted(store.folder(), DatabaseFile.ANOTHER_FOLDER));
        }
    }

    private boolean isUsed(Path noted) throws IOException {
        return Files.isRegularFile(noted)
                && Files.getLastModifiedTime(noted).compareTo(Files.getLastModifiedTime(mark())) > 0;
    }

    /** Deletes the mark once the tables are there. */
    void tablesAreMade() {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException undeletable) {
            throw new StartRefused("Plumbline cannot delete %s: delete it, and start again.".formatted(mark()));
        }
    }
}
