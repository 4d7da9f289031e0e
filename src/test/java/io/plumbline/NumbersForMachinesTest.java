package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A number in SQL, a drawing or a file name is written alike on a machine whose language has digits of its own. */
class NumbersForMachinesTest {
    private static final Pattern NUMBER = Pattern.compile("%(?:\\d+\\$)?[-0,+(#]*\\d*(?:\\.\\d+)?[dfeg]");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    @Test
    void noNumberIsFormattedInTheLocaleOfTheMachine() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty().allSatisfy(file -> assertThat(withoutLocale(Files.readString(file)))
                    .as(file + ": write %s, or String.format with a locale")
                    .isEmpty());
        }
    }

    @Test
    void aFormatWithoutALocaleIsFound() {
        assertThat(withoutLocale("x = \"at %d of %s\".formatted(1, 2);")).containsExactly("%d");
        assertThat(withoutLocale("x = 1; y = String.format(Locale.ROOT, \"%03d %.1f\", 1, 2);"))
                .isEmpty();
    }

    private static List<String> withoutLocale(String source) {
        var code = COMMENT.matcher(source).replaceAll("");
        return NUMBER.matcher(code)
                .results()
                .filter(found -> !code.substring(code.lastIndexOf(';', found.start()) + 1, found.start())
                        .contains("Locale."))
                .map(MatchResult::group)
                .toList();
    }
}
