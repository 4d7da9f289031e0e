package io.plumbline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** An H2 file. What is read is a copy, so that the next portal opens the file as the killed one left it. */
final class H2OwnStore implements OwnStore {
    private static final String FILE = "plumbline.mv.db";

    private final Path folder;

    H2OwnStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("plumbline.demo", false, "plumbline.data-dir", folder.toString());
    }

    @Override
    public String auditKey() {
        try {
            return Files.readString(folder.resolve("audit.key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T read(Reading<T> reading) throws SQLException {
        var copy = folder.resolveSibling(folder.getFileName() + "-copy");
        try {
            Files.createDirectories(copy);
            Files.copy(folder.resolve("real").resolve(FILE), copy.resolve(FILE));
            try (var store = DriverManager.getConnection(
                    "jdbc:h2:file:" + copy.resolve("plumbline")
                            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;TIME ZONE=UTC",
                    "sa",
                    "")) {
                return reading.in(store);
            } finally {
                FileSystemUtils.deleteRecursively(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
