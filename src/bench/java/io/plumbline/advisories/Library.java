package io.plumbline.advisories;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A library in the portal.
 *
 * @param name group and artifact as OSV writes them, such as {@code com.h2database:h2}
 */
record Library(String name, String version) {
    private static final Pattern MAVEN = Pattern.compile("pkg:maven/([^/]+)/([^@/]+)@([^?#]+).*");

    /**
     * Reads the libraries from a list of CycloneDX.
     *
     * @throws IllegalStateException if it has no library of Maven
     */
    static List<Library> in(Path sbom) throws IOException {
        var components = new JsonMapper().readTree(Files.readString(sbom)).path("components");
        var found = components
                .valueStream()
                .flatMap(component -> named(component).stream())
                .distinct()
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("No library in " + sbom);
        }
        return found;
    }

    private static Optional<Library> named(JsonNode component) {
        var address = MAVEN.matcher(component.path("purl").asString(""));
        return address.matches()
                ? Optional.of(
                        new Library(plain(address.group(1)) + ":" + plain(address.group(2)), plain(address.group(3))))
                : Optional.empty();
    }

    private static String plain(String part) {
        // a plus is one in an address of a package
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
