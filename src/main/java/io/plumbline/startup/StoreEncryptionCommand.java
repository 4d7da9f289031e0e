package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.ChangeFileEncryption;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/**
 * {@code store encrypt} and {@code store decrypt}: encrypts the H2 database file by {@code PLUMBLINE_STORE_PASSWORD},
 * or makes it plain again. Works on a copy that replaces the file in one step, so that a command that is killed leaves
 * the store as it was.
 */
public final class StoreEncryptionCommand {
    private static final String NAME = "store";
    private static final String ENCRYPT = "encrypt";
    private static final String DECRYPT = "decrypt";
    private static final String CIPHER = "AES";
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private StoreEncryptionCommand() {}

    /** Returns whether these arguments call this command. */
    public static boolean isCalledBy(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** Returns whether the portal's settings are read for this command, which opens no database. */
    static boolean isRunning(Environment environment) {
        return environment.getProperty(CommandRun.PROPERTY, "").startsWith(NAME + " ");
    }

    /**
     * Runs the command without starting the portal.
     *
     * @return the exit status
     */
    public static int of(String[] arguments, PrintStream answer, PrintStream err) {
        if (arguments.length != 2 || !List.of(ENCRYPT, DECRYPT).contains(arguments[1])) {
            err.println("usage: ./portal store encrypt, or ./portal store decrypt; the password of the store is"
                    + " PLUMBLINE_STORE_PASSWORD");
            return MISUSED;
        }
        try (var settings = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--" + CommandRun.PROPERTY + "=" + NAME + " " + arguments[1])) {
            var environment = settings.getEnvironment();
            var store = DatabaseFile.of(environment)
                    .orElseThrow(() -> new StartRefused("This store is no H2 file: let its database encrypt it."));
            answer.println(change(store, EncryptedStore.password(environment), arguments[1].equals(ENCRYPT)));
            return 0;
        } catch (StartRefused refused) {
            err.println(refused.sentence());
            return REFUSED;
        }
    }

    /** No beans: only the settings are read. */
    static class Settings {}

    /**
     * Changes the file.
     *
     * @param isToEncrypt false to decrypt it
     * @return what was done, in a sentence
     * @throws StartRefused if the file is that way already, a portal runs on it, the password is another one, or the
     *     folder cannot be written; the file is then unchanged
     */
    static String change(DatabaseFile store, String password, boolean isToEncrypt) {
        if (isToEncrypt) {
            store.refuseIfEncrypted("The store %s is encrypted already.");
        } else {
            store.refuseUnlessEncrypted("The store %s is not encrypted.");
        }
        Path work = null;
        try {
            work = Files.createTempDirectory(store.folder(), "encrypting");
            changeIn(work, store, password, isToEncrypt);
        } catch (IOException unwritable) {
            throw new StartRefused("The store %s cannot be changed: the disk is full, or the folder is not writable."
                    .formatted(store.path()));
        } finally {
            delete(work);
        }
        return isToEncrypt
                ? "The store %s is encrypted. Start the portal with the same PLUMBLINE_STORE_PASSWORD, and keep a copy of it elsewhere: without it nobody can read the store. Delete the backups that are not encrypted; parts of the old file may stay on the disk until they are overwritten."
                        .formatted(store.path())
                : "The store %s is no longer encrypted. Start the portal without PLUMBLINE_STORE_PASSWORD."
                        .formatted(store.path());
    }

    private static void changeIn(Path work, DatabaseFile store, String password, boolean isToEncrypt)
            throws IOException {
        var copy = work.resolve(store.path().getFileName());
        // the lock that H2 takes on a database that is open; any other channel to the file would end it when closed
        try (var original = FileChannel.open(store.path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = original.tryLock()) {
            if (lock == null) {
                throw isRunning(store);
            }
            try (var to = Files.newOutputStream(copy)) {
                Channels.newInputStream(original).transferTo(to);
            }
            ChangeFileEncryption.execute(
                    work.toString(),
                    store.name(),
                    CIPHER,
                    isToEncrypt ? null : password.toCharArray(),
                    isToEncrypt ? password.toCharArray() : null,
                    true);
            StoreFiles.keepRights(store.path(), copy);
            Files.move(copy, store.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (OverlappingFileLockException isOpenHere) {
            throw isRunning(store);
        } catch (SQLException unreadable) {
            throw new StartRefused(isToEncrypt ? store.damaged() : store.ofAnotherPassword());
        }
    }

    private static StartRefused isRunning(DatabaseFile store) {
        return new StartRefused("The portal is running with the data in %s: stop it first.".formatted(store.folder()));
    }

    private static void delete(@Nullable Path work) {
        try {
            FileSystemUtils.deleteRecursively(work);
        } catch (IOException leftover) {
            // a copy that could not be deleted is in the folder of the store, which is its owner's alone
        }
    }
}
