package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.SharedPortal;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A passkey in a real browser: made, used to sign in, used after the password, and removed. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class PasskeyIT {
    /** The start page, or the screen that was open when the session ended. */
    private static final Pattern SIGNED_IN = Pattern.compile(".*/(today|account)?$");

    @Test
    void aPasskeySignsInAloneAndAfterThePassword() {
        var portal = SharedPortal.get();
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            withDevice(page);
            page.navigate(portal.address() + "account");
            assertThat(button(page, "Sign in with a passkey")).isVisible();
            assertThat(browser.axe()).isEmpty();
            browser.signIn("yuki");

            button(page, "Add a passkey").click();
            page.getByLabel("Name of the passkey").fill("Work laptop");
            button(page, "Create the passkey").click();
            button(page, "I have kept them").click();
            assertThat(page.getByText("Work laptop", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.getByText("after your password you use a passkey")).isVisible();
            assertThat(browser.axe()).isEmpty();

            signOut(browser, portal);
            button(page, "Sign in with a passkey").click();
            assertThat(page).hasURL(SIGNED_IN);
            page.navigate(portal.address() + "account");
            assertThat(page.getByText(Pattern.compile("Added .*, last used "))).isVisible();

            signOut(browser, portal);
            browser.signIn("yuki");
            assertThat(page).hasURL(portal.address() + "login/code");
            assertThat(browser.axe()).isEmpty();
            button(page, "Use a passkey").click();
            assertThat(page).hasURL(SIGNED_IN);

            page.navigate(portal.address() + "account");
            button(page, "Remove the passkey Work laptop").click();
            page.getByRole(AriaRole.ALERTDIALOG)
                    .getByText("Remove", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("No passkeys yet")).isVisible();

            signOut(browser, portal);
            button(page, "Sign in with a passkey").click();
            assertThat(page.getByText("This passkey cannot be used here")).isVisible();
            assertThat(browser.complaints()).isEmpty();
            assertThat(portal.log()).doesNotContain("Work laptop");
        }
    }

    @Test
    @Tag("long")
    @Tag("journeys")
    void aPasskeyUnlocksTheScreenAndProvesWhoActs(@TempDir Path data) {
        try (var browser = new Chromium(ColorScheme.DARK, 1280, 800)) {
            var page = browser.page();
            withDevice(page);
            try (var portal = PortalProcess.start(data, Map.of())) {
                page.navigate(portal.address() + "account");
                browser.signIn("therapist");
                button(page, "Add a passkey").click();
                page.getByLabel("Name of the passkey").fill("Tablet");
                button(page, "Create the passkey").click();
                button(page, "I have kept them").click();

                page.locator("h1").click();
                page.keyboard().press("l");
                assertThat(locked(page)).isVisible();
                var byPasskey = button(page, "Unlock with a passkey");
                assertThat(byPasskey).isVisible();
                assertThat(browser.axe()).isEmpty();
                byPasskey.focus();
                page.keyboard().press("Enter");
                assertThat(page.getByText("Tablet", new Page.GetByTextOptions().setExact(true)))
                        .isVisible();
                assertThat(locked(page)).not().isVisible();
                assertThat(page).hasURL(portal.address() + "account");
                page.navigate("about:blank");
                page.context().clearCookies();
            }
            // the last proof is always too old; the time is later, or the passkey would be taken for a replay
            try (var portal = PortalProcess.start(
                    data, Map.of("PLUMBLINE_PROOF_LASTS", "500ms", "PLUMBLINE_CLOCK", "2026-11-24T18:00:00Z"))) {
                page.navigate(portal.address() + "account");
                button(page, "Sign in with a passkey").click();
                assertThat(page).hasURL(SIGNED_IN);
                page.navigate(portal.address() + "account");
                button(page, "Add a passkey").click();
                var byPasskey = button(page, "Use a passkey");
                assertThat(byPasskey).isVisible();
                assertThat(browser.axeOfDialog()).isEmpty();
                byPasskey.focus();
                page.keyboard().press("Enter");
                assertThat(page.getByLabel("Name of the passkey")).isVisible();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    @Test
    @Tag("long")
    @Tag("journeys")
    void whereTheBrowserHasNoPasskeysNoneIsOffered() {
        var portal = SharedPortal.get();
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            withDevice(page);
            page.navigate(portal.address() + "account");
            browser.signIn("helen");
            button(page, "Add a passkey").click();
            page.getByLabel("Name of the passkey").fill("Tablet");
            button(page, "Create the passkey").click();
            button(page, "I have kept them").click();

            page.addInitScript("delete window.PublicKeyCredential");
            page.navigate(portal.address() + "account");
            page.locator("h1").click();
            page.keyboard().press("l");
            assertThat(locked(page)).isVisible();
            // the browser has answered when the person can unlock with the password
            page.getByLabel("PIN or password").fill("not the password");
            page.keyboard().press("Enter");
            // the same words are also announced to a screen reader
            assertThat(page.locator("vaadin-password-field")).containsText("Incorrect password");
            assertThat(button(page, "Unlock with a passkey")).not().isVisible();
            page.getByLabel("PIN or password").fill("demo-helen-pass");
            page.keyboard().press("Enter");
            assertThat(locked(page)).not().isVisible();
        }
    }

    private static Locator locked(Page page) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Locked").setExact(true));
    }

    private static void signOut(Chromium browser, PortalProcess portal) {
        // an open screen would notice the end of its session, and go to the sign-in page by itself
        browser.page().navigate("about:blank");
        browser.page().context().clearCookies();
        browser.page().navigate(portal.address() + "login");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Gives the page a device that asks for a fingerprint and always gets the right one. */
    private static void withDevice(Page page) {
        var devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
    }
}
