package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A person who does nothing is signed out, although their tab stays open and goes on talking to the portal. */
@Tag("long")
@Tag("journeys")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class IdleSignOutIT {
    private static final double PATIENCE_MS = 90_000;

    @Test
    void anIdleTabIsClearedAndAReloadAsksForThePassword(@TempDir Path data) {
        var settings = Map.of("PLUMBLINE_SESSION_IDLE", "30s", "VAADIN_HEARTBEAT_INTERVAL", "1");
        try (var portal = PortalProcess.start(data, settings);
                var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address() + "patients");
            browser.signIn("manager");
            assertThat(page.getByText("Femi Adeyemi")).isVisible();

            assertThat(page).hasURL(Pattern.compile(".*/login\\?ended"), new HasURLOptions().setTimeout(PATIENCE_MS));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Your session has ended");
            page.navigate(portal.address() + "patients");
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));

            browser.signIn("manager");
            assertThat(page).hasURL(portal.address() + "patients");
        }
    }
}
