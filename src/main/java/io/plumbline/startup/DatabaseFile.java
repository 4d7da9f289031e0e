package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The H2 database file. */
public record DatabaseFile(Path path) {
    static final String ANOTHER_FOLDER = "choose another folder with PLUMBLINE_DATA_DIR.";
    private static final String URL = "jdbc:h2:file:";
    static final String SUFFIX = ".mv.db";
    private static final byte[] OF_AN_ENCRYPTED_ONE = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

    /** Returns the file; empty if the database is in memory or on a server. */
    public static Optional<DatabaseFile> of(Environment environment) {
        var url = environment.getProperty("spring.datasource.url", "");
        if (!url.startsWith(URL)) return Optional.empty();
        var name = url.substring(URL.length()).split(";", 2)[0] + SUFFIX;
        try {
            var path = Path.of(name).toAbsolutePath().normalize();
            // what replaces the file replaces the file itself, not the link to it
            return Optional.of(
                    new DatabaseFile(Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path));
        } catch (InvalidPathException unnameable) {
            throw new StartRefused(
                    "The locale of this process cannot name the folder of %s: start it with LC_ALL=C.UTF-8, or %s"
                            .formatted(name, ANOTHER_FOLDER));
        } catch (IOException unreadable) {
            throw new StartRefused("Plumbline cannot read %s: %s".formatted(name, ANOTHER_FOLDER));
        }
    }

    /** Returns the folder of the file. */
    public Path folder() {
        return path.resolveSibling("");
    }

    /** Returns the name of the database, without the ending of its file. */
    String name() {
        var file = path.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }

    /** Returns the size of the file in bytes; 0 if it cannot be read. */
    public long size() {
        return path.toFile().length();
    }

    /** Refuses an encrypted file, for whose password nothing is set. */
    void refuseIfEncrypted() {
        refuseIfEncrypted("The store %s is encrypted: set PLUMBLINE_STORE_PASSWORD to its password.");
    }

    /** @param sentence with a place for the file */
    void refuseIfEncrypted(String sentence) {
        if (Files.exists(path) && isEncrypted()) throw new StartRefused(sentence.formatted(path));
    }

    /** Refuses a file that is there and is not encrypted, although a password is set. */
    void refuseUnlessEncrypted() {
        refuseUnlessEncrypted("The store %s is not encrypted yet: run ./portal store encrypt once, or unset"
                + " PLUMBLINE_STORE_PASSWORD.");
    }

    /** @param sentence with a place for the file */
    void refuseUnlessEncrypted(String sentence) {
        if (Files.exists(path) && !isEncrypted()) throw new StartRefused(sentence.formatted(path));
    }

    private boolean isEncrypted() {
        try (var file = Files.newInputStream(path)) {
            return beginsEncrypted(file);
        } catch (IOException unreadable) {
            throw new StartRefused("The store %s cannot be read: give it to the portal's user.".formatted(path));
        }
    }

    /** Returns whether these are the bytes of an encrypted database. */
    static boolean beginsEncrypted(InputStream bytes) throws IOException {
        return Arrays.equals(bytes.readNBytes(OF_AN_ENCRYPTED_ONE.length), OF_AN_ENCRYPTED_ONE);
    }

    /** Returns the message for a file that has another password. */
    String ofAnotherPassword() {
        return "PLUMBLINE_STORE_PASSWORD is not the password of the store %s, or the store is damaged.".formatted(path);
    }

    /** Returns the message for a damaged file. */
    String damaged() {
        return "The store %s is damaged and cannot be opened: move it aside, keep it, and restore the last backup."
                .formatted(path);
    }

    /** Returns the message for a disk without room. */
    String withoutRoom() {
        return "There is no room left in %s for the store: make room, and start again.".formatted(folder());
    }

    /**
     * Moves the file of an upgrade or a first start that did not finish aside, if it is there, beside what was kept before.
     *
     * @return where it is now
     */
    Path moveAside() throws IOException {
        if (!Files.exists(path)) {
            return path;
        }
        var written = Files.getLastModifiedTime(path).toInstant();
        var aside = path.resolveSibling(path.getFileName() + ".interrupted-" + written.toEpochMilli());
        StoreFiles.move(path, aside);
        return aside;
    }

    void refuseUnlessWritable() {
        try {
            Files.createDirectories(folder());
            Files.delete(Files.createTempFile(folder(), "writable", null));
            if (Files.exists(path) && !Files.isWritable(path)) throw new AccessDeniedException(path.toString());
        } catch (IOException e) {
            throw new StartRefused("Plumbline cannot write to %s: %s".formatted(folder(), ANOTHER_FOLDER));
        }
    }

    /**
     * Refuses to begin a new store where there was one: its file is missing, or empty, which H2 takes for a new database.
     *
     * @param noted the noted head of the audit trail, which only a portal with this store writes; it need not exist
     */
    void refuseIfMissing(Path noted) {
        try {
            if (Files.exists(path) && Files.size(path) > 0) return;
            if (Files.isRegularFile(noted)) {
                throw new StartRefused(
                        "There was a store in %s until %s: bring its file %s back%s, or delete %s to start over."
                                .formatted(
                                        folder(),
                                        Files.getLastModifiedTime(noted)
                                                .toInstant()
                                                .truncatedTo(ChronoUnit.SECONDS),
                                        path.getFileName(),
                                        new StoreCopies(this)
                                                .kept()
                                                .map(
                                                        " from the zip file %s, to which the portal saved it last"
                                                                ::formatted)
                                                .orElse(""),
                                        noted));
            }
            if (Files.exists(path)) {
                throw new StartRefused(
                        "The store %s is empty: bring it back from a backup, or delete the file to start over."
                                .formatted(path));
            }
        } catch (IOException unreadable) {
            throw new StartRefused("Plumbline cannot read %s: %s".formatted(folder(), ANOTHER_FOLDER));
        }
    }

    void refuseUnlessThere() {
        if (!Files.exists(path)) {
            throw new StartRefused(
                    "There is no store in %s yet: run the portal first, or %s".formatted(folder(), ANOTHER_FOLDER));
        }
    }
}
