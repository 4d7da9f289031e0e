package io.plumbline.startup;

import io.plumbline.shared.Count;
import io.plumbline.shared.StartRefused;
import io.plumbline.shared.store.OpenStoreCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The copy of an H2 store from before its upgrade. It is there only while the store is migrated: one that is left means
 * that the upgrade did not finish, and the next start puts it back, unless somebody used the store in the meantime.
 */
record UpgradeCopy(DatabaseFile store) {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeCopy.class);
    /** Why a command does not run on a store whose upgrade did not finish. */
    static final String COMMAND_HAS_TO_WAIT =
            "The upgrade of the store did not finish: start the portal or run ./portal upgrade, then repeat this command.";

    private static final String NAME = "before-upgrade.zip";

    /** What an upgrade needs beside three times the size of the store, in bytes. */
    private static final long WORK = 32L * 1024 * 1024;

    /**
     * What each migration needs besides, in bytes, because the database keeps for a while what it replaced: 117
     * migrations let a store of 2 MB grow to 85 MB before it is made small again.
     */
    private static final long WORK_OF_A_MIGRATION = 1024L * 1024;

    /** Copy, upgraded store, and store that is put back beside what a killed upgrade left. */
    private static final int STORES = 3;

    private static final long MEGABYTE = 1024L * 1024;

    private Path file() {
        return store.folder().resolve(NAME);
    }

    private Path part(String name) {
        return store.folder().resolve(name + ".part");
    }

    /** Returns whether an upgrade did not finish. */
    boolean isLeft() {
        return Files.exists(file());
    }

    /**
     * Puts the store back as it was before an upgrade that did not finish.
     *
     * @param noted the noted head of the audit trail, which only a portal that serves people writes
     * @throws StartRefused if somebody used the store since, or it cannot be written; the copy stays
     */
    void putBackIfLeft(Path noted) {
        try {
            Files.deleteIfExists(part(NAME));
            if (isLeft()) {
                refuseIfUsedSince(noted);
                var before = unpacked();
                var aside = store.moveAside();
                replaceBy(before);
                LOG.warn(
                        "The upgrade of {} did not finish: the store is as it was before, and is upgraded again."
                                + " What the upgrade left is in {}; delete it once all is well",
                        store.path(),
                        aside);
            }
        } catch (IOException unwritable) {
            throw notPutBack();
        }
    }

    /** A portal of an older release does not know the copy, and may have started on what the upgrade left. */
    private void refuseIfUsedSince(Path noted) throws IOException {
        if (Files.isRegularFile(noted)
                && Files.getLastModifiedTime(noted).compareTo(Files.getLastModifiedTime(file())) > 0) {
            throw new StartRefused(
                    "An upgrade of %s did not finish, and the store was used since. To keep what was written since, delete %s. To go back to the store from before that upgrade, move %s elsewhere and delete %s."
                            .formatted(store.path(), file(), store.path(), noted));
        }
    }

    /**
     * Closes the store in the middle of its upgrade, and puts it back as it was before. What the upgrade wrote is deleted
     * first, to have room.
     *
     * @throws StartRefused if it cannot be written; the copy stays
     */
    void putBack(DataSource open) {
        try {
            JdbcClient.create(open).sql("shutdown immediately").update();
        } catch (DataAccessException closed) {
            LOG.debug("The store has closed itself", closed);
        }
        try {
            Files.deleteIfExists(store.path());
            replaceBy(unpacked());
        } catch (IOException unwritable) {
            throw notPutBack();
        }
    }

    private StartRefused notPutBack() {
        return new StartRefused(
                "The upgrade of %s did not finish, and the store cannot be put back as it was: make room in %s, and start again. The copy from before is %s."
                        .formatted(store.path(), store.folder(), file()));
    }

    private Path unpacked() throws IOException {
        var part = part(store.path().getFileName().toString());
        try (var bytes = opened(file());
                var to = Files.newOutputStream(part)) {
            bytes.transferTo(to);
        }
        StoreFiles.keepRights(file(), part);
        StoreFiles.force(part);
        return part;
    }

    /** Opens the store in a copy, at its only entry; its checksum is compared when the end is read. */
    private InputStream opened(Path copy) throws IOException {
        var zip = new ZipInputStream(Files.newInputStream(copy));
        var entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(store.path().getFileName().toString())) {
            zip.close();
            throw new NoSuchFileException(copy + ", " + store.path().getFileName());
        }
        return zip;
    }

    private void replaceBy(Path before) throws IOException {
        StoreFiles.move(before, store.path());
        Files.delete(file());
    }

    /**
     * Copies the store, while it is open and nobody works on it, and reads the copy.
     *
     * @param migrations how many are pending
     * @throws StartRefused if there is no room for the copy and the work, or the copy is not whole; nothing is changed
     */
    void make(DataSource open, int migrations) {
        try {
            refuseWithoutRoom(migrations);
            var part = part(NAME);
            try (var connection = open.getConnection()) {
                OpenStoreCopy.writeZip(connection, store.path().getFileName().toString(), part);
            }
            StoreFiles.keepRights(store.path(), part);
            StoreFiles.force(part);
            try (var bytes = opened(part)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            StoreFiles.move(part, file());
        } catch (IOException | SQLException notWhole) {
            LOG.debug("The store cannot be copied", notWhole);
            throw new StartRefused(
                    "The store cannot be copied before its upgrade: make room in %s, and start again. Nothing was changed."
                            .formatted(store.folder()));
        }
    }

    private void refuseWithoutRoom(int migrations) throws IOException {
        var needed = STORES * Files.size(store.path()) + WORK + migrations * WORK_OF_A_MIGRATION;
        var free = Files.getFileStore(store.folder()).getUsableSpace();
        if (free < needed) {
            throw new StartRefused(
                    "The upgrade of the store needs %s MB in %s, and %s MB are free: make room, and start again. Nothing was changed."
                            .formatted(
                                    Count.number(needed / MEGABYTE + 1),
                                    store.folder(),
                                    Count.number(free / MEGABYTE)));
        }
    }

    /** Deletes the copy once the upgrade has ended. */
    void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException undeletable) {
            throw new StartRefused(
                    "The upgrade has ended, and the copy from before cannot be deleted: delete %s, and start again."
                            .formatted(file()));
        }
    }
}
