package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.SharedPortal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A new therapist from the invitation to the first screen, and the end of all screens when the account is switched off. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class AccountIT {
    private static final String PASSWORD = "four words side by side";

    @Test
    void aTherapistIsInvitedConfirmedSignedInAndDeactivated() {
        var portal = SharedPortal.get();
        try (var admin = new Chromium(ColorScheme.LIGHT, 1280, 800);
                var manager = new Chromium(ColorScheme.LIGHT, 1280, 800);
                var newcomer = new Chromium(ColorScheme.DARK, 390, 844)) {
            var atAdmin = admin.page();
            atAdmin.navigate(portal.address() + "accounts");
            admin.signIn("admin");
            var link = invite(atAdmin);
            assertThat(admin.axe()).isEmpty();

            var atNew = newcomer.page();
            atNew.navigate(link);
            assertThat(newcomer.axe()).isEmpty();
            atNew.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            atNew.getByLabel("Repeat the password").fill(PASSWORD);
            atNew.keyboard().press("Enter");
            assertThat(atNew).hasURL(portal.address() + "login?chosen");
            signIn(atNew);
            assertThat(atNew.getByText("Your role awaits confirmation")).isVisible();
            assertThat(newcomer.axe()).isEmpty();

            manager.page().navigate(portal.address());
            manager.signIn("manager");
            assertThat(manager.page().getByText("Lena Berg as therapist")).isVisible();
            assertThat(manager.axe()).isEmpty();
            click(manager.page(), "Confirm Lena Berg as therapist");
            assertThat(manager.page().getByText("Lena Berg as therapist is confirmed"))
                    .isVisible();

            assertThat(atNew).hasURL(Pattern.compile(".*/login\\?ended"));
            signIn(atNew);
            assertThat(atNew.getByText("My unsigned notes").first()).isVisible();

            // the manager has decided since this page was drawn
            atAdmin.reload();
            click(atAdmin, "Deactivate…");
            atAdmin.getByRole(AriaRole.ALERTDIALOG)
                    .getByText("Deactivate", new GetByTextOptions().setExact(true))
                    .click();
            assertThat(atNew).hasURL(Pattern.compile(".*/login\\?ended"));
            signIn(atNew);
            assertThat(atNew.getByText("Incorrect user name or password")).isVisible();

            assertThat(admin.complaints()).isEmpty();
            assertThat(manager.complaints()).isEmpty();
            assertThat(newcomer.complaints()).isEmpty();
            assertThat(portal.log()).doesNotContain("Berg", "lena", "invitation/");
            assertThat(runsInjectedScripts(manager.page())).isFalse();
        }
    }

    /** Whether the browser runs what somebody managed to bring into a screen: a script, and an attribute that is one. */
    private static boolean runsInjectedScripts(Page page) {
        return Boolean.TRUE.equals(page.evaluate("""
            async () => {
                const script = document.createElement('script');
                script.textContent = 'window.injected = true';
                const picture = document.createElement('img');
                picture.setAttribute('onerror', 'window.injected = true');
                const failed = new Promise((then) => picture.addEventListener('error', then));
                picture.src = '/nothing.png';
                document.body.append(script, picture);
                await failed;
                return Boolean(window.injected);
            }"""));
    }

    private static String invite(Page page) {
        click(page, "Invite a user");
        page.getByLabel("User name").fill("lena.berg");
        page.getByLabel("Display name").fill("Lena Berg");
        page.getByLabel("Therapist", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.getByLabel("Harbour Street").check();
        click(page, "Invite and show the link");
        var link = page.getByLabel("One-time link");
        assertThat(link).hasValue(Pattern.compile("http.*/invitation/.+"));
        return link.inputValue();
    }

    private static void signIn(Page page) {
        page.getByLabel("User name").fill("lena.berg");
        page.getByLabel("Password").fill(PASSWORD);
        page.keyboard().press("Enter");
    }

    private static void click(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
