package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A status is never said by color alone: the style sheet draws the icon of every badge. */
class StatusBadgeTest {
    @ParameterizedTest
    @EnumSource(StatusBadge.Tone.class)
    void everyToneHasItsIcon(StatusBadge.Tone tone) throws IOException {
        var token = "--pl-icon-" + tone.icon().name().toLowerCase(Locale.ROOT);
        assertThat(Files.readString(Path.of("frontend/assets/portal.css")))
                .containsPattern("\\." + tone.cssClass() + " \\{[^}]*--icon: var\\(" + token + "\\)");
    }
}
