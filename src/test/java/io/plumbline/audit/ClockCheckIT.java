package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.PortalProcess;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal whose clock is far ahead starts, and tells the administrator that nothing is erased until they look. */
class ClockCheckIT {
    @TempDir
    Path folder;

    @Test
    void aPortalWhoseClockIsFarAheadStartsAndErasesNothing() {
        try (var portal = PortalProcess.start(folder, Map.of("PLUMBLINE_CLOCK", "2027-12-29T17:00:00Z"))) {
            var tab = new UidlTab(LoopbackBrowser.client(), URI.create(portal.address()));
            tab.signIn("admin", "demo-admin-pass");
            tab.open("");
            assertThat(tab.texts()).anyMatch(text -> text.startsWith("The clock of the portal may be wrong."));
            assertThat(portal.log())
                    .contains("Jobs that erase or close records wait")
                    .doesNotContain(" ERROR ");
        }
    }
}
