package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The glossary holds: its retired words are gone, and the names that it gives are there. */
class GlossaryTest {
    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final Pattern ROW = Pattern.compile("^\\| (.+?) \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+)?`");

    /** Parts of retired type names. */
    private static final Pattern RETIRED_TYPE =
            Pattern.compile("Twin|Touch|Promise|Openings?(?=[A-Z]|$)|Shelf|Alarm|Meanwhile|InHand|OfTheGone|Likeness");

    @ParameterizedTest
    @MethodSource("retired")
    void retiredWordsAreGoneFromCodeScreensAndPages(String word) {
        var first = word.substring(0, 1);
        // part of a stored kind such as lead.twins-listed, or of a column, is no word of ours
        var pattern = Pattern.compile("(?<![\\w.-])[" + first + first.toUpperCase(Locale.ROOT) + "]"
                + Pattern.quote(word.substring(1)) + "(?![\\w-])");
        assertThat(texts().filter(file -> pattern.matcher(read(file)).find())).isEmpty();
    }

    @Test
    void noTypeNameContainsARetiredWord() {
        assertThat(sources()
                        .map(GlossaryTest::typeOf)
                        .filter(type -> RETIRED_TYPE.matcher(type).find()))
                .isEmpty();
    }

    @Test
    void everyTypeNamedInTheGlossaryExists() {
        var code = sources().map(GlossaryTest::typeOf).toList();
        var named = NAME.matcher(read(GLOSSARY))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(30).isSubsetOf(code);
    }

    private static List<String> retired() {
        var glossary = read(GLOSSARY);
        var words = ROW.matcher(glossary.substring(glossary.indexOf("## Retired words")))
                .results()
                .skip(2)
                .flatMap(row -> Arrays.stream(row.group(1).split(", ")))
                .toList();
        assertThat(words).hasSizeGreaterThan(20);
        return words;
    }

    private static Stream<Path> texts() {
        return Stream.of(
                        sources(),
                        files(Path.of("docs"), ".md").filter(page -> !page.equals(GLOSSARY)),
                        files(Path.of("src/main/resources/templates"), ".html"),
                        Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")))
                .flatMap(some -> some);
    }

    private static Stream<Path> sources() {
        return files(Path.of("src/main/java"), ".java");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typeOf(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
