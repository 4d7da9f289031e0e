package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.SharedPortal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** One person's way from the booking form to a patient with an appointment. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class LeadIT {
    private static PortalProcess portal;

    @BeforeAll
    static void start() {
        portal = SharedPortal.get();
    }

    @Test
    void aReceivedLeadIsShownAtOnceCalledAndConverted() {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address() + "leads");
            browser.signIn("frontdesk");
            assertThat(page.getByText("Malik Farah").first()).isVisible();
            var everyone = page.locator(".chip[aria-current] .count");
            var before = everyone.textContent();

            var request = """
                    {"name": "Hana Ota", "phone": "(602) 555-0177", "clinic": "harbour", "consent": true,
                     "concern": "Since I lifted my son", "whenToCall": {"days": ["TUESDAY"]}}""";
            assertThat(page.request()
                            .post(
                                    portal.address() + "api/public/consultations",
                                    RequestOptions.create()
                                            .setHeader("Content-Type", "application/json")
                                            .setData(request)))
                    .isOK();
            assertThat(everyone).not().hasText(before);
            browser.scrollTo("Hana Ota");
            assertThat(page.getByText("Hana Ota").first()).isVisible();
            page.getByText("Hana Ota").first().click();
            assertThat(page.locator(".panel").getByText("Tue: all day")).isVisible();
            assertThat(browser.axe()).isEmpty();
            click(page, "Claim");
            assertThat(page.locator(".panel").getByText("Claimed by you")).isVisible();
            page.locator(".outcome").getByText("Reached").click();

            click(page, "Convert…");
            assertThat(page.getByLabel("Given name")).hasValue("Hana");
            assertThat(page.getByLabel("Family name")).hasValue("Ota");
            click(page, "Convert and book");
            assertThat(page.locator(".time-chips").getByText("Choose a free time"))
                    .isVisible();
            assertThat(browser.axe()).isEmpty();
            page.getByLabel("4:15 PM", new Page.GetByLabelOptions().setExact(true))
                    .check();
            click(page, "Convert and book");

            assertThat(page).hasURL(Pattern.compile(".*/patients/.+"));
            assertThat(page.locator("h1")).hasText("Hana Ota");
            assertThat(page.getByText(Pattern.compile("Consultation with .*, booked")))
                    .isVisible();
            assertThat(browser.complaints()).isEmpty();
            assertThat(portal.log()).doesNotContain("Hana", "Ota", "5550177");
        }
    }

    @Test
    @Tag("long")
    @Tag("journeys")
    void theNextLeadIsClaimedCalledAndFoundAgainWithTheKeyboardAlone() {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            var keys = page.keyboard();
            page.navigate(portal.address() + "leads");
            browser.signIn("manager");
            assertThat(page.getByText("Claim next")).isVisible();
            browser.settle();
            keys.press("c");
            page.waitForURL(Pattern.compile(".*/leads/[0-9a-f-]{36}.*"));
            var panel = page.locator(".panel");
            assertThat(panel.getByText("Claimed by you")).isVisible();
            var name = panel.locator("h2").first().textContent();
            keys.press("2");
            // the message about the claim has an undo too
            assertThat(page.getByLabel("Undo: No answer, " + name)).isVisible();
            keys.press("u");
            assertThat(panel.getByText("Claimed by you")).isVisible();
            keys.press("Escape");
            assertThat(page).hasURL(Pattern.compile(".*/leads$"));

            keys.press("Control+k");
            keys.type(name);
            assertThat(page.getByRole(AriaRole.OPTION).first()).containsText(name);
            keys.press("Enter");
            page.waitForURL(Pattern.compile(".*/leads/[0-9a-f-]{36}.*"));
            assertThat(panel.locator("h2").first()).hasText(name);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aLeadIsEnteredByHandAndAStaleEditKeepsTheTypedText() {
        try (var desk = new Chromium(ColorScheme.LIGHT, 1280, 800);
                var manager = new Chromium(ColorScheme.DARK, 390, 844)) {
            var page = desk.page();
            page.navigate(portal.address() + "leads/new");
            desk.signIn("frontdesk");
            page.getByLabel("Name").fill("Walk In");
            click(page, "Save and call");
            assertThat(page.locator("vaadin-text-field").getByText("Enter a phone number or an e-mail address"))
                    .isVisible();
            page.getByLabel("Phone or e-mail").fill("602 555 0188");
            assertThat(desk.axe()).isEmpty();
            click(page, "Save and call");
            assertThat(page).hasURL(Pattern.compile(".*/leads/[0-9a-f-]{36}"));
            click(page, "Release");
            assertThat(page.locator("vaadin-button").filter(withText("Release")))
                    .hasCount(0);

            click(page, "Edit…");
            page.getByLabel("Name").fill("Walk In Junior");

            var second = manager.page();
            second.navigate(page.url());
            manager.signIn("manager");
            click(second, "Edit…");
            second.getByLabel("E-mail").fill("walkin@example.org");
            click(second, "Save");
            assertThat(second.getByText("walkin@example.org")).isVisible();
            assertThat(manager.axe()).isEmpty();

            click(page, "Save");
            assertThat(page.getByText("Maren Holt changed this lead in the meantime: e-mail is now walkin@example.org"))
                    .isVisible();
            assertThat(page.getByLabel("Name")).hasValue("Walk In Junior");
            page.getByLabel("Name").press("Escape");
            assertThat(page.getByText("Leave without saving?")).isVisible();
            click(page, "Stay");
            assertThat(page.getByLabel("Name")).hasValue("Walk In Junior");
            click(page, "Save");
            assertThat(page.locator(".panel").getByText("Walk In Junior")).isVisible();
            assertThat(desk.complaints()).isEmpty();
            assertThat(manager.complaints()).isEmpty();
        }
    }

    @Test
    void theBookingFormWorksAndIsAccessibleOnWideAndPhoneScreens() {
        try (var light = new Chromium(ColorScheme.LIGHT, 1280, 800);
                var dark = new Chromium(ColorScheme.DARK, 390, 844)) {
            for (var browser : List.of(light, dark)) {
                var page = browser.page();
                page.navigate(portal.address() + "book");
                assertThat(browser.axe()).isEmpty();
                click(page, "Request my free consultation");
                assertThat(page.getByRole(AriaRole.ALERT)).containsText("Your name is missing");
                assertThat(browser.axe()).isEmpty();
                page.getByLabel("Your name").fill("By Keyboard");
                page.getByLabel("E-mail").fill("by.keyboard@example.org");
                page.getByLabel("You may contact me").press("Space");
                page.getByLabel("You may contact me").press("Enter");
                assertThat(page.locator("h1")).hasText("Thank you");
                assertThat(browser.axe()).isEmpty();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private static void click(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static FilterOptions withText(String text) {
        return new FilterOptions().setHasText(text);
    }
}
