package io.plumbline.advisories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A known vulnerability, as OSV writes it: <a href="https://ossf.github.io/osv-schema/">OSV schema</a>.
 *
 * @param names its identifier and its others, such as the CVE number
 * @param affected the libraries of Maven that it affects
 */
record Advisory(
        String id, Set<String> names, String summary, Instant modified, boolean isWithdrawn, List<Affected> affected) {
    /**
     * Some versions of a library.
     *
     * @param versions single versions
     * @param ranges versions from one to another
     */
    record Affected(String name, Set<String> versions, List<Range> ranges) {
        boolean includes(Library library) {
            return library.name().equals(name)
                    && (versions.contains(library.version())
                            || ranges.stream()
                                    .anyMatch(range -> range.includes(new ComparableVersion(library.version()))));
        }
    }

    /**
     * Versions from one to another.
     *
     * @param introduced the first
     * @param fixed the first that is not affected anymore; null if there is none yet
     * @param last the last that is affected; null if unknown
     */
    record Range(
            ComparableVersion introduced,
            @Nullable ComparableVersion fixed,
            @Nullable ComparableVersion last) {
        boolean includes(ComparableVersion version) {
            return version.compareTo(introduced) >= 0
                    && (fixed == null || version.compareTo(fixed) < 0)
                    && (last == null || version.compareTo(last) <= 0);
        }
    }

    static Advisory read(JsonNode json) {
        var id = json.path("id").asString("");
        var names = new TreeSet<>(Set.of(id));
        json.path("aliases").valueStream().map(JsonNode::asString).forEach(names::add);
        return new Advisory(
                id,
                names,
                json.path("summary").asString(""),
                Instant.parse(json.path("modified").asString("1970-01-01T00:00:00Z")),
                json.hasNonNull("withdrawn"),
                json.path("affected")
                        .valueStream()
                        .filter(affected -> affected.path("package")
                                .path("ecosystem")
                                .asString("")
                                .equals("Maven"))
                        .map(Advisory::affected)
                        .toList());
    }

    private static Affected affected(JsonNode json) {
        return new Affected(
                json.path("package").path("name").asString(""),
                json.path("versions").valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet()),
                json.path("ranges")
                        .valueStream()
                        .filter(range -> range.path("type").asString("").equals("ECOSYSTEM"))
                        .flatMap(range -> ranges(range.path("events")))
                        .toList());
    }

    /** Each version that introduces it begins a range, which the next fix or last version ends. */
    private static Stream<Range> ranges(JsonNode events) {
        var found = new ArrayList<Range>();
        for (var event : events.values()) {
            if (event.has("introduced")) {
                found.add(new Range(version(event, "introduced"), null, null));
            } else if (!found.isEmpty() && event.has("fixed")) {
                found.add(new Range(found.removeLast().introduced(), version(event, "fixed"), null));
            } else if (!found.isEmpty() && event.has("last_affected")) {
                found.add(new Range(found.removeLast().introduced(), null, version(event, "last_affected")));
            }
        }
        return found.stream();
    }

    private static ComparableVersion version(JsonNode event, String name) {
        return new ComparableVersion(event.path(name).asString());
    }

    boolean affects(Library library) {
        return affected.stream().anyMatch(some -> some.includes(library));
    }

    /** Returns the versions in which it is fixed for a library; empty if there is none yet. */
    Set<String> fixes(Library library) {
        return affected.stream()
                .filter(some -> some.includes(library))
                .flatMap(some -> some.ranges().stream())
                .filter(range -> range.includes(new ComparableVersion(library.version())))
                .flatMap(range -> Stream.ofNullable(range.fixed()))
                .map(ComparableVersion::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
