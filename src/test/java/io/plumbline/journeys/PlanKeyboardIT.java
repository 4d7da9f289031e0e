package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** A treatment plan by keys alone: found in the worklist, its next visit booked, put on hold and resumed. */
@Tag("long")
@Tag("journeys")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class PlanKeyboardIT {
    /** So many stops of the Tab key at most lie between the parts of one screen. */
    private static final int STOPS = 40;

    @Test
    void aPlanIsOpenedBookedHeldAndResumedWithTheKeyboardAlone(@TempDir Path data) {
        try (var portal = PortalProcess.start(data, Map.of());
                var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            var page = browser.page();
            page.navigate(portal.address() + "plans");
            browser.signIn("chiropractor");

            opensThePlanOfWhichNoVisitIsBooked(browser);
            booksTheNextVisit(browser);

            tabTo(page, page.locator(".acts-more > vaadin-details-summary"));
            page.keyboard().press("Enter");
            tabTo(page, button(page, "Hold…"));
            page.keyboard().press("Enter");
            reasonIsTyped(page, "Hold", "Travels for two weeks");
            assertThat(page.getByText("On hold since").first()).isVisible();
            assertThat(button(page, "Resume…")).isFocused();

            page.keyboard().press("Enter");
            reasonIsTyped(page, "Resume", "Is back from travel early");
            assertThat(page.getByText("On hold since")).hasCount(0);
            assertThat(button(page, "Book next…")).isFocused();

            assertThat(browser.axe()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void opensThePlanOfWhichNoVisitIsBooked(Chromium browser) {
        var page = browser.page();
        assertThat(page.locator(".plan-row").first()).isVisible();
        browser.settle();
        var reasons = page.locator(".plan-row").allInnerTexts();
        int row = 0;
        while (!reasons.get(row).contains("No visit booked")
                || reasons.get(row).contains("Red flag")
                || reasons.get(row).contains("Clinical hold")) {
            row++;
        }
        tabTo(page, page.locator("vaadin-grid"));
        for (int down = 0; down < row; down++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/plans/[0-9a-f-]{36}"));
    }

    private static void booksTheNextVisit(Chromium browser) {
        var page = browser.page();
        assertThat(button(page, "Book next…")).isEnabled();
        browser.settle();
        page.keyboard().press("b");
        tabTo(page, page.locator(".time-chips"));
        page.keyboard().press("Space");
        assertThat(page.locator(".time-chips vaadin-radio-button[checked]")).hasCount(1);
        tabTo(
                page,
                page.getByRole(AriaRole.DIALOG)
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName("Book").setExact(true)));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.getByText(Pattern.compile("^Booked ")).first()).isVisible();
        assertThat(page.locator(".page-head vaadin-button:focus")).hasCount(1);
    }

    /** The dialog has put the focus into its field; its action is the last button. */
    private static void reasonIsTyped(Page page, String action, String reason) {
        assertThat(page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)))
                .isFocused();
        page.keyboard().type(reason);
        tabTo(
                page,
                page.getByRole(AriaRole.DIALOG)
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName(action).setExact(true)));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    /** Presses Tab until a part of the screen has the focus. */
    private static void tabTo(Page page, Locator part) {
        for (int stop = 0; stop < STOPS; stop++) {
            if ((Boolean) part.evaluate("part => part.contains(document.activeElement)")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(part).isFocused();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
