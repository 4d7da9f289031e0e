package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The H2 database file. */
record DatabaseFile(Path path) {
    static final String ANOTHER_FOLDER = "choose another folder with PLUMBLINE_DATA_DIR.";
    private static final String URL = "jdbc:h2:file:";

    /** Returns the file; empty if the database is in memory or on a server. */
    static Optional<DatabaseFile> of(Environment environment) {
        var url = environment.getProperty("spring.datasource.url", "");
        if (!url.startsWith(URL)) return Optional.empty();
        var path = Path.of(url.substring(URL.length()).split(";", 2)[0] + ".mv.db");
        return Optional.of(new DatabaseFile(path.toAbsolutePath().normalize()));
    }

    Path folder() {
        return path.resolveSibling("");
    }

    /** Returns the message for a damaged file. */
    String damaged() {
        return "The store %s is damaged and cannot be opened: move it aside, keep it, and restore the last backup."
                .formatted(path);
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

    void refuseUnlessThere() {
        if (!Files.exists(path)) {
            throw new StartRefused(
                    "There is no store in %s yet: run the portal first, or %s".formatted(folder(), ANOTHER_FOLDER));
        }
    }
}
