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
import org.junit.jupiter.params.provider.EnumSource;

/** A status is never said by color alone: the style sheet draws the icon of every badge. */
class StatusBadgeTest {
    private static final Path ASSETS = Path.of("frontend/assets");

    @ParameterizedTest
    @EnumSource(StatusBadge.Tone.class)
    void everyToneHasItsIcon(StatusBadge.Tone tone) throws IOException {
        assertThat(css("portal.css"))
                .containsPattern("\\." + tone.cssClass() + " \\{[^}]*--tone-icon: var\\(" + token(tone.icon()) + "\\)");
    }

    @Test
    void iconsInTheStyleSheetAreThoseOfTheScreens() throws IOException {
        var drawn = Pattern.compile("--pl-icon-(\\w+): url\\(\"[^\"]*<path d='([^']+)'/>[^\"]*\"\\)")
                .matcher(css("tokens.css").replace("%3C", "<").replace("%3E", ">"))
                .results()
                .collect(Collectors.toMap(icon -> icon.group(1), icon -> icon.group(2)));
        assertThat(drawn).isNotEmpty().allSatisfy((name, path) -> assertThat(path)
                .isEqualTo(Icon.valueOf(name.toUpperCase(Locale.ROOT)).path()));
        assertThat(drawn.keySet()).containsAll(named("var\\(--pl-icon-(\\w+)\\)"));
    }

    @Test
    void everyIconThatAScreenGivesABadgeIsInTheStyleSheet() throws IOException {
        assertThat(named("\\.badge\\.with-(\\w+) \\{")).containsAll(givenByScreens());
    }

    private static Set<String> givenByScreens() throws IOException {
        var given = Pattern.compile("new StatusBadge\\([^;]*?Icon\\.(\\w+)");
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(Files::isRegularFile)
                    .flatMap(source -> given.matcher(read(source)).results())
                    .map(icon -> icon.group(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> named(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(css("portal.css"))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
    }

    private static String token(Icon icon) {
        return "--pl-icon-" + icon.name().toLowerCase(Locale.ROOT);
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
