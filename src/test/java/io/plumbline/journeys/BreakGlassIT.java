package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.SharedPortal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A therapist opens a record outside the relation with a reason and closes it; manager and auditor see all of it. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class BreakGlassIT {
    private static final String WHY = "Carl asked at the desk, nobody of his team is in";

    private static final String WHY_OF_NOBODY = "A caller gave this number, and needs an answer now";

    private String carl = "";

    @Test
    void breakGlassAccessIsStartedClosedAndReviewed() {
        var portal = SharedPortal.get();
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            findsThePatient(signedIn(browser, portal, "manager", "patients"), portal);
        }
        try (var browser = new Chromium(ColorScheme.DARK, 390, 844)) {
            opensAndCloses(browser, signedIn(browser, portal, "therapist", carl));
        }
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            reviews(browser, signedIn(browser, portal, "manager", "break-glass"));
        }
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            findsEveryLook(browser, signedIn(browser, portal, "auditor", "audit?patient=P-9"));
        }
        assertThat(portal.log()).doesNotContain(WHY, WHY_OF_NOBODY, "Carl");
    }

    private static Page signedIn(Chromium browser, PortalProcess portal, String who, String address) {
        browser.page().navigate(portal.address() + address);
        browser.signIn(who);
        return browser.page();
    }

    private void findsThePatient(Page page, PortalProcess portal) {
        page.getByText("Carl Berg").click();
        page.waitForURL(Pattern.compile(".*/patients/.+"));
        carl = page.url().substring(portal.address().length());
    }

    private static void opensAndCloses(Chromium browser, Page page) {
        assertThat(heading(page)).hasText("Not available");
        button(page, "Break-glass access…").click();
        assertThat(reason(page)).isFocused();
        page.keyboard().type("Too short");
        button(page, "Open for 60 minutes").click();
        assertThat(page.locator("[slot='error-message']").getByText("needs at least 15 letters"))
                .isVisible();
        assertThat(browser.axe()).isEmpty();
        reason(page).fill(WHY);
        button(page, "Open for 60 minutes").click();
        assertThat(heading(page)).hasText("Carl Berg");
        assertThat(page.getByText(Pattern.compile("Break-glass access until \\d\\d:\\d\\d")))
                .isVisible();
        assertThat(page.getByText(Pattern.compile("(59|60) minutes left"))).isVisible();
        assertThat(browser.axe()).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        button(page, "Close now").click();
        assertThat(heading(page)).hasText("Not available");
        meetsTheSameWhereThereIsNoPatient(browser, page);
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("404"));
    }

    private static void meetsTheSameWhereThereIsNoPatient(Chromium browser, Page page) {
        page.navigate(page.url().replaceFirst("[^/]+$", UUID.randomUUID().toString()));
        assertThat(heading(page)).hasText("Not available");
        button(page, "Break-glass access…").click();
        reason(page).fill(WHY_OF_NOBODY);
        button(page, "Open for 60 minutes").click();
        assertThat(page.getByText("so break-glass access was not opened")).isVisible();
        assertThat(browser.axe()).isEmpty();
        page.keyboard().press("Escape");
        assertThat(heading(page)).hasText("Not available");
        button(page, "Break-glass access…").click();
        assertThat(reason(page)).hasValue(WHY_OF_NOBODY);
    }

    private static void reviews(Chromium browser, Page page) {
        assertThat(page.getByText(WHY)).isVisible();
        assertThat(browser.axe()).isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Review: Tom Eriksen, Carl Berg"))
                .click();
        page.getByText("Justified", new Page.GetByTextOptions().setExact(true)).click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Note"))
                .fill("Asked at the desk");
        assertThat(browser.axe()).isEmpty();
        button(page, "Save review").click();
        assertThat(page.getByText(Pattern.compile("Justified, Maren Holt")).first())
                .isVisible();
        assertThat(page.getByText(WHY)).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    private static void findsEveryLook(Chromium browser, Page page) {
        assertThat(page.getByText("Break-glass access started")).isVisible();
        assertThat(page.getByText("Break-glass access ended")).isVisible();
        assertThat(page.getByText("Break-glass access reviewed")).isVisible();
        assertThat(page.getByText("opened with a reason, with clinical content"))
                .isVisible();
        assertThat(page.getByText(WHY)).hasCount(0);
        button(page, "Verify now…").click();
        assertThat(page.getByText(Pattern.compile("Audit trail verified: [\\d,]+ rows")))
                .isVisible();
        assertThat(browser.axe()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }

    private static Locator reason(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reason"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
