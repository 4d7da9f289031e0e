package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.SharedPortal;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A person who does nothing finds their screen locked, and goes on at the same word. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class ScreenLockIT {
    private static final double PATIENCE_MS = 60_000;
    private static final String PIN = "174093";

    @Test
    void halfANoteIsKeptWhileTheScreenIsLocked(@TempDir Path data) {
        try (var portal = PortalProcess.start(data, Map.of("PLUMBLINE_SESSION_LOCK", "12s"));
                var browser = new Chromium(ColorScheme.LIGHT, 1280, 700)) {
            var page = browser.page();
            page.navigate(portal.address() + "account");
            browser.signIn("therapist");
            choosePin(page);
            page.navigate(portal.address() + "notes");
            page.getByLabel("Write note: Ana Vidal").click();
            page.waitForURL(Pattern.compile(".*/notes/.+"));
            var address = page.url();
            var next = page.getByLabel("Next step");
            next.pressSequentially("Half a sent");
            var scrolled = scrolled(page);
            var other = page.context().newPage();
            other.navigate(portal.address() + "patients");

            awaitLocked(page);
            assertThat(page.content()).doesNotContain("Vidal", "Half a sent");
            assertThat(page.title()).isEqualTo("Locked · Plumbline");
            assertThat(page.getByText("Tom Eriksen")).isVisible();
            assertThat(browser.axe()).isEmpty();
            awaitLocked(other);
            assertThat(other.content()).doesNotContain("Vidal");
            page.goBack();
            assertThat(heading(page)).isVisible();

            unlock(page, "174094");
            assertThat(page.locator("vaadin-password-field")).containsText("Incorrect PIN for Tom Eriksen");
            unlock(page, PIN);
            assertThat(next).hasValue("Half a sent");
            assertThat(next).isFocused();
            assertThat(page).hasURL(address);
            page.waitForFunction("scrolled => " + SCROLLED + " === scrolled", scrolled);
            page.keyboard().type("ence");
            assertThat(next).hasValue("Half a sentence");
            assertThat(heading(other)).not().isVisible();
            assertThat(other.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("Patients").setExact(true)))
                    .isVisible();
        }
    }

    @Test
    void lockNowAndSwitchPersonNeverShowTheOtherPersonsScreen() {
        var portal = SharedPortal.get();
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 700)) {
            var page = browser.page();
            page.navigate(portal.address() + "patients");
            browser.signIn("manager");
            assertThat(page.getByText("Femi Adeyemi")).isVisible();
            page.locator("h1").click();
            page.keyboard().press("l");
            assertThat(heading(page)).isVisible();
            assertThat(page.content()).doesNotContain("Femi");
            page.reload();
            assertThat(heading(page)).isVisible();
            assertThat(page.content()).doesNotContain("Femi");
            unlock(page, "demo-manager-pass");
            assertThat(page.getByText("Femi Adeyemi")).isVisible();

            page.getByLabel(Pattern.compile("account menu")).click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Switch person"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));
            assertThat(page.getByLabel("User name")).hasValue("");
            page.goBack();
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));
            assertThat(page.content()).doesNotContain("Femi");
        }
    }

    private static final String SCROLLED =
            "document.querySelector('vaadin-app-layout').shadowRoot.querySelector('[part~=content]').scrollTop";

    private static Object scrolled(Page page) {
        return page.evaluate("() => " + SCROLLED);
    }

    private static void choosePin(Page page) {
        page.getByText("Set a PIN…").click();
        page.getByLabel("New PIN", new Page.GetByLabelOptions().setExact(true)).fill(PIN);
        page.getByLabel("Repeat the new PIN").fill(PIN);
        page.getByText("Save PIN").click();
        assertThat(page.getByText("Set on")).isVisible();
    }

    private static com.microsoft.playwright.Locator heading(Page page) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Locked").setExact(true));
    }

    private static void awaitLocked(Page page) {
        assertThat(heading(page)).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
    }

    private static void unlock(Page page, String typed) {
        page.getByLabel("PIN or password").fill(typed);
        page.keyboard().press("Enter");
    }
}
