package io.plumbline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.h2.Driver;
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
    public void compact() throws SQLException {
        try (var store = DriverManager.getConnection(url(folder.resolve("real")), "sa", "");
                var statement = store.createStatement()) {
            statement.execute("shutdown compact");
        }
    }

    @Override
    public OwnTool tool() {
        var real = folder.resolve("real");
        var h2 = "'%s' -cp '%s' org.h2.tools."
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        Driver.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath());
        var script = " -user sa -script store.sql -url '%s'";
        return new OwnTool(
                Map.of(),
                List.of(
                        h2 + "Script" + script.formatted(url(real)),
                        "gzip -1 store.sql",
                        OwnTool.archive(real.resolve("files"))),
                List.of(
                        "gzip -d store.sql.gz",
                        h2 + "RunScript" + script.formatted(url(Path.of("./restored"))),
                        "rm -r restored store.sql",
                        OwnTool.unarchive()));
    }

    private static String url(Path in) {
        return "jdbc:h2:file:" + in + "/plumbline"
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;TIME ZONE=UTC";
    }

    @Override
    public <T> T read(Reading<T> reading) throws SQLException {
        var copy = folder.resolveSibling(folder.getFileName() + "-copy");
        try {
            Files.createDirectories(copy);
            Files.copy(folder.resolve("real").resolve(FILE), copy.resolve(FILE));
            try (var store = DriverManager.getConnection(url(copy), "sa", "")) {
                return reading.in(store);
            } finally {
                FileSystemUtils.deleteRecursively(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
