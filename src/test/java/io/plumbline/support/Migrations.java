package io.plumbline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The migration scripts as they lie in the source tree. */
public final class Migrations {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    private Migrations() {}

    /** The scripts of one folder, in the order of their names. */
    public static List<Path> in(String folder) {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All scripts of all folders. */
    public static List<Path> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a script does: its text in small letters, without comments. */
    public static String statements(Path script) {
        try {
            return Files.readString(script).toLowerCase(Locale.ROOT).replaceAll("--[^\\n]*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many characters a column takes. */
    public static int length(String table, String column) {
        var common = in("common").stream().map(Migrations::statements).collect(Collectors.joining());
        var found = Pattern.compile(
                        "create table " + table + " \\((?:(?!create table).)*?\\s" + column + " varchar\\((\\d+)\\)",
                        Pattern.DOTALL)
                .matcher(common);
        if (!found.find()) {
            throw new NoSuchElementException(table + "." + column);
        }
        return Integer.parseInt(found.group(1));
    }
}
