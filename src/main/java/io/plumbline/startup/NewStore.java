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
     * Marks a store that is not there yet. One whose first start did not finish is moved aside before.
     *
     * @param noted the noted head of the audit trail, which only a portal that serves people writes
     * @throws StartRefused if the folder cannot be written
     */
    void markIfNew(Path noted) {
        try {
            if (Files.exists(mark()) && !isUsed(noted) && Files.exists(store.path())) {
                LOG.warn(
                        "The first start with {} did not finish, and starts over. What it left is in {}",
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

    /**
     * Refuses a store without tables that was there before: H2 makes one without them of whatever it does not find.
     *
     * @throws StartRefused if it is not marked as new
     */
    void refuseUnlessMarked() {
        if (!Files.exists(mark())) {
            throw new StartRefused(
                    "The store %s has no tables: bring it back from a backup, or delete the file to start over."
                            .formatted(store.path()));
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
