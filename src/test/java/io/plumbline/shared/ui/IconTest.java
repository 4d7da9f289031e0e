package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The icons that the style sheet draws, of badges and of the navigation. */
class IconTest {
    private static final Path ASSETS = Path.of("frontend/assets");

    @Test
    void iconsInTheStyleSheetAreThoseOfTheScreens() throws IOException {
        var drawn = Pattern.compile("--pl-icon-(\\w+): url\\(\"[^\"]*<path d='([^']+)'/>[^\"]*\"\\)")
                .matcher(css("tokens.css").replace("%3C", "<").replace("%3E", ">"))
                .results()
                .collect(Collectors.toMap(icon -> icon.group(1), icon -> icon.group(2)));
        assertThat(drawn).isNotEmpty().allSatisfy((name, path) -> assertThat(path)
                .isEqualTo(Icon.valueOf(name.toUpperCase(Locale.ROOT)).path()));
        assertThat(drawn.keySet()).isEqualTo(named("var\\(--pl-icon-(\\w+)\\)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new StatusBadge\\([^;]*?Icon\\.(\\w+)",
                "class=\"badge[^\"]* with-(?!dot\")(\\w+)",
                "@Menu\\([^)]*icon = \"(\\w+)\""
            })
    void everyIconThatAScreenGivesABadgeOrAnEntryOfTheNavigationIsInTheStyleSheet(String given) throws IOException {
        assertThat(named("\\.with-(\\w+) \\{ --icon: var\\(--pl-icon-\\1\\); \\}"))
                .containsAll(givenByScreens(Pattern.compile(given)));
    }

    private static Set<String> givenByScreens(Pattern given) throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var icons = sources.filter(Files::isRegularFile)
                    .flatMap(source -> given.matcher(read(source)).results())
                    .map(icon -> icon.group(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            assertThat(icons).isNotEmpty();
            return icons;
        }
    }

    private static Set<String> named(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(css("portal.css"))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
    }

    private static String css(String name) throws IOException {
        return Files.readString(ASSETS.resolve(name));
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
