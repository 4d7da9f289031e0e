package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/**
 * {@code store encrypt} and {@code store decrypt}: encrypts the H2 database file by {@code PLUMBLINE_STORE_PASSWORD},
 * or makes it plain again. Writes another file that replaces it in one step, so that a command that is killed leaves the
 * store as it was. {@code store clean} deletes leftover copies of the store beside it.
 */
public final class StoreEncryptionCommand {
    private static final String NAME = "store";
    private static final String ENCRYPT = "encrypt";
    private static final String DECRYPT = "decrypt";
    private static final String CLEAN = "clean";
    private static final int BUFFER = 64 * FileEncrypt.BLOCK_SIZE;
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
        if (arguments.length != 2 || !List.of(ENCRYPT, DECRYPT, CLEAN).contains(arguments[1])) {
            err.println("usage: ./portal store encrypt, ./portal store decrypt, or ./portal store clean; the password"
                    + " of the store is PLUMBLINE_STORE_PASSWORD");
            return MISUSED;
        }
        try (var settings = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--" + CommandRun.PROPERTY + "=" + NAME + " " + arguments[1])) {
            var environment = settings.getEnvironment();
            var store = DatabaseFile.of(environment)
                    .orElseThrow(() -> new StartRefused("This store is no H2 file: let its database encrypt it."));
            if (arguments[1].equals(CLEAN)) {
                var asked = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
                return new StoreCopies(store).delete(asked, answer) ? 0 : REFUSED;
            }
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
            EncryptedStore.refuseUnlessPlainLetters(password);
        } else {
            store.refuseUnlessEncrypted("The store %s is not encrypted.");
        }
        try {
            var work = Files.createTempDirectory(store.folder(), StoreCopies.WORK);
            // a decrypted file must not stay there when a person interrupts the command
            Runnable clean = () -> delete(work);
            SpringApplication.getShutdownHandlers().add(clean);
            try {
                changeIn(work, store, password, isToEncrypt);
            } finally {
                clean.run();
                SpringApplication.getShutdownHandlers().remove(clean);
            }
        } catch (IOException unwritable) {
            throw new StartRefused("The store %s cannot be changed: the disk is full, or the folder is not writable."
                    .formatted(store.path()));
        }
        return isToEncrypt
                ? "The store %s is encrypted. Start the portal with the same PLUMBLINE_STORE_PASSWORD, and keep a copy of it elsewhere: without it nobody can read the store. Delete the backups that are not encrypted; parts of the old file may stay on the disk until they are overwritten.%s"
                        .formatted(store.path(), plainCopies(store))
                : "The store %s is no longer encrypted. Start the portal without PLUMBLINE_STORE_PASSWORD."
                        .formatted(store.path());
    }

    private static String plainCopies(DatabaseFile store) {
        var left = new StoreCopies(store).plain();
        return left.isEmpty()
                ? ""
                : " Not encrypted beside it, and deleted by ./portal store clean: "
                        + left.stream().map(Path::toString).collect(Collectors.joining(", ")) + ".";
    }

    private static void changeIn(Path work, DatabaseFile store, String password, boolean isToEncrypt)
            throws IOException {
        var changed = work.resolve(store.path().getFileName());
        // the lock that H2 takes on a database that is open; any other channel to the file would end it when closed
        try (var original = FileChannel.open(store.path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = original.tryLock()) {
            if (lock == null) {
                throw isRunning(store);
            }
            try (var to = FileChannel.open(
                    changed, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                // what is plain is read and written only as such: no other copy of it comes on the disk
                var key = FilePathEncrypt.getPasswordBytes(asH2Reads(password));
                if (isToEncrypt) {
                    copy(original, new FileEncrypt(changed.toString(), key, to));
                } else {
                    copy(new FileEncrypt(store.path().toString(), key, original), to);
                }
                to.force(true);
            }
            refuseUnlessReadable(
                    changed, isToEncrypt ? password : null, isToEncrypt ? store.damaged() : store.ofAnotherPassword());
            StoreFiles.keepRights(store.path(), changed);
            StoreFiles.move(changed, store.path());
        } catch (OverlappingFileLockException isOpenHere) {
            throw isRunning(store);
        }
    }

    private static void copy(FileChannel from, FileChannel to) throws IOException {
        var bytes = ByteBuffer.allocate(BUFFER);
        var size = from.size();
        for (long at = 0; at < size; at += bytes.limit()) {
            bytes.clear().limit((int) Math.min(BUFFER, size - at));
            read(from, bytes, at);
            bytes.flip();
            while (bytes.hasRemaining()) {
                to.write(bytes, at + bytes.position());
            }
        }
    }

    private static void read(FileChannel from, ByteBuffer bytes, long at) throws IOException {
        while (bytes.hasRemaining()) {
            if (from.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
    }

    private static void refuseUnlessReadable(Path file, @Nullable String password, String sentence) {
        var store = new MVStore.Builder().fileName(file.toString()).readOnly();
        if (password != null) {
            store.encryptionKey(asH2Reads(password));
        }
        try {
            store.open().close();
        } catch (MVStoreException unreadable) {
            throw new StartRefused(sentence);
        }
    }

    /** H2 reads only the lower byte of each character when it opens a database. */
    private static char[] asH2Reads(String password) {
        var read = password.toCharArray();
        for (int i = 0; i < read.length; i++) {
            read[i] &= 0xff;
        }
        return read;
    }

    private static StartRefused isRunning(DatabaseFile store) {
        return new StartRefused("The portal is running with the data in %s: stop it first.".formatted(store.folder()));
    }

    private static void delete(Path work) {
        try {
            FileSystemUtils.deleteRecursively(work);
        } catch (IOException leftover) {
            // a copy that could not be deleted is in the folder of the store, which is its owner's alone
        }
    }
}
