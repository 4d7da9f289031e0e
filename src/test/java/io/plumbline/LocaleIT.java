package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.PortalProcess;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal works the same on a machine whose language has digits or a calendar of its own. */
@Tag("long")
@Tag("launcher")
class LocaleIT {
    private static final String OTHER_DIGITS = ".*[\\p{Nd}&&[^0-9]].*";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=ar -Duser.country=EG",
                "-Duser.language=fa -Duser.country=IR",
                "-Duser.language=ne -Duser.country=NP",
                "-Duser.language=th -Duser.country=TH -Duser.extensions=ca-buddhist-nu-thai"
            })
    void screensShowTheSameOnAMachineOfAnyLanguage(String language) {
        try (var portal = PortalProcess.start(folder, Map.of("JAVA_TOOL_OPTIONS", language))) {
            var tab = new UidlTab(LoopbackBrowser.client(), URI.create(portal.address()));
            tab.signIn("manager", "demo-manager-pass");
            tab.open("");
            assertThat(tab.texts())
                    .noneMatch(text -> text.contains("Something went wrong") || text.matches(OTHER_DIGITS));
            tab.go("leads");
            assertThat(tab.rows("Open consultation leads")).isNotEmpty();
            tab.go("patients");
            assertThat(tab.rows("Patients")).isNotEmpty();
            assertThat(portal.log()).doesNotContain(" ERROR ");
        }
    }
}
