package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a newcomer reads is true: modules, decisions, links, and nothing is said twice. */
class DocumentsTest {
    /** By what an item of a list or a row of a table is known. */
    private static final Pattern ITEM = Pattern.compile("^(- \\*\\*.*?\\*\\*|\\| `[^|]*\\|)");

    private static final Path MODULES = Path.of("src/main/java/io/plumbline");
    private static final Path DECISIONS = Path.of("docs/decisions");
    private static final DocumentPart INDEX =
            new DocumentPart(DECISIONS.resolve("README.md"), "decisions", DocumentsTest.class);

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
    void theDocumentedModulesAreTheFoldersAndEachKnowsOnlyThoseAboveIt() throws IOException {
        var documented = documentedModules();
        try (var folders = Files.list(MODULES)) {
            assertThat(documented)
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
        for (var module : documented) {
            assertThat(knownTo(module)).as(module).isSubsetOf(documented.subList(0, documented.indexOf(module)));
        }
    }

    /** After a new decision, run this with -Dplumbline.docs.write=true. */
    @Test
    void theIndexOfDecisionsHasEveryPageByItsTitle() throws IOException {
        try (var pages = Files.list(DECISIONS)) {
            var index = pages.filter(page -> !page.endsWith("README.md"))
                    .sorted()
                    .map(DocumentsTest::indexed)
                    .collect(Collectors.joining());
            INDEX.compareOrWrite(index);
        }
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

    /** The modules in the order of their table. */
    private static List<String> documentedModules() {
        return lines(Path.of("docs/architecture.md")).stream()
                .dropWhile(line -> !line.startsWith("| module | purpose |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("`")[1])
                .toList();
    }

    /** The modules that a module may know, as its package-info.java lists them. */
    private static Set<String> knownTo(String module) {
        var description = String.join("\n", lines(MODULES.resolve(module).resolve("package-info.java")));
        return Pattern.compile("\"(\\w+)")
                .matcher(description)
                .results()
                .map(known -> known.group(1))
                .collect(Collectors.toSet());
    }

    private static String indexed(Path decision) {
        return "- [" + lines(decision).getFirst().substring(2) + "](" + decision.getFileName() + ")\n";
    }

    private static List<String> lines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
