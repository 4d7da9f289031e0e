package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style sheets and the views say the same words: no class without a style, no style without a class. */
class StylesTest {
    private static final List<Path> SHEETS =
            List.of(Path.of("frontend/assets/portal.css"), Path.of("frontend/assets/print.css"));
    private static final Path TOKENS = Path.of("frontend/assets/tokens.css");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][\\w-]*");
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    /** Where a view names classes: the shorthand, what takes class names, and the attribute in a template. */
    private static final Pattern NAMED = Pattern.compile(
            "\\bUi\\.(?:div|span|text|clipped)\\(\\s*\"([^\"]*)\"|addClassNames?\\(\\s*\"([^\"]*)\"\\s*\\)|class=[\"']([^\"']*)[\"']");
    /** Made in Java from a word and a value, drawn by {@code body-chart.svg}, or set by a script while something goes on. */
    private static final Pattern COMPOSED = Pattern.compile(
            "hue-\\d|tone-.*|st-.*|p\\d|bc-.*|v-(drag|loading)-.*|with-.*|is-loading|print-rows|print-note|on-every-page");
    /** Names that a test or a script finds a part by, with no look of their own. */
    private static final Set<String> WITHOUT_LOOK = Set.of("person-actions");

    @Test
    void everyStyleSheetClassIsUsedByAView() throws IOException {
        var said = all(LITERAL, sources())
                .flatMap(literal -> all(WORD, String.valueOf(either(literal))))
                .map(Matcher::group)
                .collect(Collectors.toSet());
        assertThat(styled().filter(name ->
                        !said.contains(name) && !COMPOSED.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void everyViewClassHasAStyle() throws IOException {
        var styled = styled().collect(Collectors.toSet());
        var named = all(NAMED, sources())
                .map(StylesTest::either)
                .flatMap(names ->
                        Stream.of(names.replaceAll("\\$\\{[^}]*}", "").strip().split("\\s+")))
                .filter(name -> WORD.matcher(name).matches() && !name.endsWith("-"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .contains("page", "list-row")
                .filteredOn(name -> !styled.contains(name)
                        && !WITHOUT_LOOK.contains(name)
                        && !COMPOSED.matcher(name).matches())
                .isEmpty();
    }

    @Test
    void everyStyleRuleIsClosedBeforeTheNext() throws IOException {
        int depth = 0;
        for (var line : rules().lines().toList()) {
            var isRule = !line.isBlank() && !line.startsWith(" ") && !line.startsWith("}");
            assertThat(depth == 0 || !isRule).as(line).isTrue();
            depth += count(line, '{') - count(line, '}');
        }
        assertThat(depth).isZero();
    }

    @Test
    void colorsComeOnlyFromTokens() throws IOException {
        assertThat(all(Pattern.compile("(?i)(#[0-9a-f]{3,8}\\b|\\b(?:rgb|hsl|oklch|oklab|light-dark)\\()"), rules())
                        .map(Matcher::group)
                        .filter(found -> !found.startsWith("oklab")))
                .isEmpty();
    }

    @Test
    void everyTokenIsUsed() throws IOException {
        var used = new StringBuilder(sources());
        try (var files = Files.walk(Path.of("frontend"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".css")).toList()) {
                used.append(Files.readString(file));
            }
        }
        var tokens = all(Pattern.compile("(?m)^ +(--pl-[\\w-]+):"), Files.readString(TOKENS))
                .map(found -> found.group(1));
        assertThat(tokens.distinct().filter(token -> !used.toString().contains("var(" + token + ")")))
                .isEmpty();
    }

    private static Stream<String> styled() throws IOException {
        return all(Pattern.compile("([^{}]+)\\{"), rules())
                .flatMap(selector -> all(CLASS, selector.group(1)))
                .map(found -> found.group(1))
                .distinct();
    }

    private static String rules() throws IOException {
        var rules = new StringBuilder();
        for (var sheet : SHEETS) {
            rules.append(Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", ""));
        }
        return rules.toString();
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var text = new StringBuilder();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static Stream<Matcher> all(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return Stream.iterate(matcher, m -> true, m -> m).takeWhile(Matcher::find);
    }

    private static String either(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return "";
    }

    private static long count(String line, char brace) {
        return line.chars().filter(c -> c == brace).count();
    }
}
