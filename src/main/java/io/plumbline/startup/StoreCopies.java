package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Copies of an H2 store beside it that something left which did not end: a command that encrypts it, an upgrade, or the end
 * of a store whose file was taken away. Each holds patients' names, and is not encrypted with the store.
 */
record StoreCopies(DatabaseFile store) {
    /** Folders in which {@code store encrypt} and {@code store decrypt} work. */
    static final String WORK = "encrypting";

    private static final Logger LOG = LoggerFactory.getLogger(StoreCopies.class);
    private static final String YES = "yes";

    /** Returns the copies, by name. */
    List<Path> left() {
        try (var files = Files.list(store.folder())) {
            var own = store.path().getFileName().toString();
            return files.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.startsWith(WORK)
                                || name.startsWith(own + ".interrupted-")
                                || name.startsWith(own + ".kept-");
                    })
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "Plumbline cannot read %s: %s".formatted(store.folder(), DatabaseFile.ANOTHER_FOLDER));
        }
    }

    /** Says in the log which of them a command left that was to encrypt the store. */
    void warn() {
        left().stream().filter(copy -> copy.getFileName().toString().startsWith(WORK)).forEach(copy -> LOG.warn(
                "An interrupted command left a copy of the store that is not encrypted: {}. ./portal store clean"
                        + " deletes it",
                copy));
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
        copies.forEach(answer::println);
        answer.println("Type yes to delete " + (copies.size() == 1 ? "this copy" : "these copies") + " of the store:");
        try {
            if (!YES.equals(asked.readLine())) {
                answer.println("Nothing was deleted.");
                return false;
            }
            for (var copy : copies) {
                FileSystemUtils.deleteRecursively(copy);
            }
        } catch (IOException undeletable) {
            throw new StartRefused("Plumbline cannot delete the copies in %s: give them to the portal's user."
                    .formatted(store.folder()));
        }
        answer.println("Deleted.");
        return true;
    }
}
