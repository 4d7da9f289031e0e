package io.plumbline.startup;

import io.plumbline.shared.Count;
import io.plumbline.shared.StartRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Leftover copies of an H2 store beside it: of an interrupted {@code store encrypt} or {@code store decrypt}, of an upgrade
 * or a first start that did not finish, of a store whose file was taken away while the portal ran,
 * and what a restore replaced.
 */
record StoreCopies(DatabaseFile store) {
    /** Folders in which {@code store encrypt} and {@code store decrypt} work. */
    static final String WORK = "encrypting";

    private static final Logger LOG = LoggerFactory.getLogger(StoreCopies.class);
    private static final String INTERRUPTED = ".interrupted-";
    private static final String KEPT = ".kept-";
    private static final String BEFORE_RESTORE = ".before-restore-";
    private static final String ZIP = ".zip";
    private static final String YES = "yes";

    /** @param file where the data is: the copy itself, or the only file in a folder; null if that is empty */
    private record Copy(Path path, @Nullable Path file) {
        boolean isKept() {
            return path.toString().contains(KEPT);
        }

        Instant written() throws IOException {
            return Files.getLastModifiedTime(file == null ? path : file)
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS);
        }

        boolean isPlain() throws IOException {
            if (file == null || !file.getFileName().toString().contains(DatabaseFile.SUFFIX)) {
                return false;
            }
            try (var bytes = Files.newInputStream(file)) {
                return !DatabaseFile.beginsEncrypted(path.toString().endsWith(ZIP) ? unzipped(bytes) : bytes);
            }
        }

        private static InputStream unzipped(InputStream bytes) throws IOException {
            var zip = new ZipInputStream(bytes);
            zip.getNextEntry();
            return zip;
        }

        /** Returns path, time, size, and what speaks against deleting or keeping it, in one line. */
        String line() {
            try {
                return "%s, of %s, %s%s%s"
                        .formatted(
                                path,
                                written(),
                                file == null ? "a folder" : Count.number(Files.size(file)) + " bytes",
                                isPlain() ? ", not encrypted" : "",
                                isKept() ? ", what the portal had saved when its file was taken away" : "");
            } catch (IOException unreadable) {
                return path + ", which cannot be read";
            }
        }
    }

    /** Returns the copies, by name. A restore also keeps what it replaced in the data folder, which is around the store's. */
    private List<Copy> left() {
        var own = store.path().getFileName().toString();
        var copies = new ArrayList<>(in(
                store.folder(),
                name -> name.startsWith(WORK)
                        || name.startsWith(own + INTERRUPTED)
                        || name.startsWith(own + KEPT)
                        || name.contains(BEFORE_RESTORE)));
        copies.addAll(in(store.folder().resolveSibling(""), name -> name.contains(BEFORE_RESTORE)));
        return copies;
    }

    private static List<Copy> in(Path folder, Predicate<String> isCopy) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> isCopy.test(file.getFileName().toString()))
                    .sorted()
                    .map(StoreCopies::copy)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new StartRefused("Plumbline cannot read %s: %s".formatted(folder, DatabaseFile.ANOTHER_FOLDER));
        }
    }

    private static Copy copy(Path path) {
        if (!Files.isDirectory(path)) {
            return new Copy(path, path);
        }
        try (var inside = Files.list(path)) {
            return new Copy(
                    path, inside.filter(Files::isRegularFile).findFirst().orElse(null));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns those that are not encrypted. */
    List<Path> plain() {
        return left().stream().filter(StoreCopies::isPlain).map(Copy::path).toList();
    }

    private static boolean isPlain(Copy copy) {
        try {
            return copy.isPlain();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: give it to the portal's user", copy.path(), unreadable);
            return true;
        }
    }

    /** Returns what the portal had saved when the file of its store was taken away, the last one of several. */
    Optional<Path> kept() {
        return left().stream().filter(Copy::isKept).map(Copy::path).max(Comparator.naturalOrder());
    }

    /**
     * Says in the log which of them somebody has to decide on: one that is not encrypted and was left by a command that
     * encrypts or decrypts the store, or one that may have what the store has not.
     */
    void warn() {
        for (var copy : left()) {
            if (copy.isKept()) {
                LOG.warn(
                        "The file of the store was taken away while the portal ran. What had been saved until then is in"
                                + " {}, and may be missing in the store. ./portal store clean deletes it",
                        copy.path());
            } else if (copy.path().getFileName().toString().startsWith(WORK) && isPlain(copy)) {
                LOG.warn(
                        "An interrupted command left a copy of the store that is not encrypted: {}. ./portal store clean"
                                + " deletes it",
                        copy.path());
            }
        }
    }

    /**
     * Deletes them if a person says yes.
     *
     * @return whether none is left
     */
    boolean delete(BufferedReader asked, PrintStream answer) {
        var copies = left();
        if (copies.isEmpty()) {
            answer.println("There is no copy of the store in %s.".formatted(store.folder()));
            return true;
        }
        copies.stream().map(Copy::line).forEach(answer::println);
        answer.println("Type yes to delete " + (copies.size() == 1 ? "this copy" : "these copies") + " of the store:");
        try {
            if (!YES.equals(asked.readLine())) {
                answer.println("Nothing was deleted.");
                return false;
            }
            for (var copy : copies) {
                FileSystemUtils.deleteRecursively(copy.path());
            }
        } catch (IOException undeletable) {
            throw new StartRefused("Plumbline cannot delete the copies in %s: give them to the portal's user."
                    .formatted(store.folder()));
        }
        answer.println("Deleted.");
        return true;
    }
}
