package io.plumbline.advisories;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The advisories of a file of OSV: a zip with one JSON document for each.
 *
 * @param about those that are about one of the libraries, whatever its version
 * @param count how many the file has
 * @param newest when the newest was changed
 */
record AdvisoryFile(List<Advisory> about, int count, Instant newest) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads one document after the other, since all of them together do not fit into memory.
     *
     * @throws IllegalStateException if it has none, or one that cannot be read
     */
    static AdvisoryFile read(Path zip, List<Library> libraries) throws IOException {
        var names = libraries.stream().map(Library::name).collect(Collectors.toUnmodifiableSet());
        var about = new ArrayList<Advisory>();
        var newest = Instant.EPOCH;
        var count = 0;
        try (var file = new ZipFile(zip.toFile())) {
            var entries = file.stream()
                    .filter(entry -> entry.getName().endsWith(".json"))
                    .toList();
            for (var entry : entries) {
                var advisory = read(file, entry);
                count++;
                newest = newest.isBefore(advisory.modified()) ? advisory.modified() : newest;
                if (!advisory.isWithdrawn()
                        && advisory.affected().stream().anyMatch(some -> names.contains(some.name()))) {
                    about.add(advisory);
                }
            }
        }
        if (count == 0) {
            throw new IllegalStateException("No advisory in " + zip);
        }
        return new AdvisoryFile(List.copyOf(about), count, newest);
    }

    private static Advisory read(ZipFile file, ZipEntry entry) throws IOException {
        try (var in = file.getInputStream(entry)) {
            return Advisory.read(JSON.readTree(in));
        } catch (JacksonException e) {
            throw new IllegalStateException(entry.getName() + " in " + file.getName() + " is no advisory", e);
        }
    }
}
