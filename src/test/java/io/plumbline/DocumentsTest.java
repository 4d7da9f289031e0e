package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a newcomer reads is true: addresses, rooms, links, and nothing is said twice. */
class DocumentsTest {
    /** By what an item of a list or a row of a table is known. */
    private static final Pattern ITEM = Pattern.compile("^(- \\*\\*.*?\\*\\*|\\| `[^|]*\\|)");

    private static final Path ROOMS = Path.of("src/main/java/io/plumbline");

    static Stream<Path> documents() throws IOException {
        try (var docs = Files.walk(Path.of("docs"))) {
            var below = docs.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                            .map(Path::of),
                    below.stream());
        }
    }

    @Test
    void theDocumentedRoutesAreThoseOfThePermissionTable() {
        var expected = new LinkedHashMap<String, List<String>>();
        for (var line : lines(Path.of("src/test/resources/rbac.csv"))) {
            if (line.startsWith("route,")) {
                var cells = line.split(",");
                expected.put(
                        cells[1],
                        Arrays.stream(cells, 3, 9)
                                .map(cell -> cell.equals("yes") ? "yes" : "")
                                .toList());
            }
        }
        var told = new LinkedHashMap<String, List<String>>();
        for (var row : rows("| address |")) {
            Pattern.compile("`([^`]+)`")
                    .matcher(row.getFirst())
                    .results()
                    .map(address -> address.group(1).replaceAll("\\{(\\w+)}", ":$1"))
                    .forEach(address -> told.put(address, row.subList(2, row.size())));
        }
        assertThat(told).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void theDocumentedPackagesAreTheFoldersInDependencyOrder() throws IOException {
        var told = rows("| room |").stream()
                .map(row -> row.getFirst().replace("`", ""))
                .toList();
        try (var folders = Files.list(ROOMS)) {
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
        var order = lines(Path.of("docs/architecture.md")).stream()
                .filter(line -> line.startsWith("`shared` ← "))
                .findFirst()
                .orElseThrow();
        assertThat(told.subList(0, told.size() - 1))
                .isEqualTo(Arrays.stream(order.replace("`", "").split(" ← ")).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void noSectionRepeatsALine(Path document) {
        var seen = new HashSet<String>();
        var twice = new ArrayList<String>();
        for (var line : lines(document)) {
            if (line.startsWith("#")) {
                seen.clear();
            }
            var item = ITEM.matcher(line);
            var said = item.find() ? item.group() : line;
            if (said.matches(".*\\w.*") && !seen.add(said)) {
                twice.add(said);
            }
        }
        assertThat(twice).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void numberedListsCountByOnes(Path document) {
        var last = 0;
        for (var line : lines(document)) {
            var number = Pattern.compile("^(\\d+)\\. ").matcher(line);
            if (number.find()) {
                assertThat(Integer.parseInt(number.group(1))).as(line).isEqualTo(last + 1);
                last++;
            } else {
                last = 0;
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyLinkHasATarget(Path document) {
        var links = Pattern.compile("]\\(([^)#:]*)(?:#([^)]*))?\\)").matcher(String.join("\n", lines(document)));
        assertThat(links.results().toList()).allSatisfy(link -> {
            var folder = document.toAbsolutePath().getParent();
            var target = link.group(1).isEmpty() ? document.toAbsolutePath() : folder.resolve(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).as(target.toString()).contains(link.group(2));
            }
        });
    }

    /** Headings as the places that show them write them in an address. */
    private static List<String> anchors(Path document) {
        return lines(document).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** The rows of the first table of the README whose head begins so, each as its cells. */
    private static List<List<String>> rows(String head) {
        var readme = lines(Path.of("README.md"));
        var at = IntStream.range(0, readme.size())
                .filter(line -> readme.get(line).startsWith(head))
                .findFirst()
                .orElseThrow();
        return readme.subList(at + 2, readme.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static List<String> lines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
