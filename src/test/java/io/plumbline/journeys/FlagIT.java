package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.SharedPortal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The chiropractor decides a red flag with a reason; the hold ends and the decision stays with the patient. */
@Tag("long")
@Tag("journeys")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class FlagIT {
    @Test
    void aRedFlagIsDecidedInTheListAndOnThePatientPage() {
        var portal = SharedPortal.get();
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address() + "flags");
            browser.signIn("chiropractor");
            button(page, "Decide: Possible infection, Carl Berg").click();
            button(page, "Decide").click();
            assertThat(page.getByText("Choose a decision for this flag")).isVisible();
            assertThat(page.locator("[slot='error-message']").getByText("Enter a reason; it is kept with the flag"))
                    .isVisible();
            assertThat(browser.axe()).isEmpty();
            page.getByLabel("Referred", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByLabel("Reason").fill("To the physician today");
            button(page, "Decide").click();
            assertThat(button(page, "Decide: Possible infection, Carl Berg")).hasCount(0);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Anand Mehta"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Anand Mehta")))
                    .isVisible();
            button(page, "Decide: Possible fracture risk, Anand Mehta").click();
            page.getByLabel("Cleared").check();
            page.getByLabel("Examined by").fill("somebody");
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Somebody else, by name and role"))
                    .click();
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Dr. Lena Ortiz");
            page.getByLabel("Role, such as profession").fill("radiologist");
            page.getByLabel("What was examined and found").fill("T-score of minus 1, no osteoporosis");
            page.getByLabel("Examined on").fill("2026-05-11");
            page.getByLabel("Reason").fill("Bone density measured in May");
            button(page, "Decide").click();
            assertThat(page.getByText("Cleared by Dr. Ada Novak: Bone density measured in May"))
                    .isVisible();
            // the message comes in slowly, and is hard to read until then
            browser.settle();
            assertThat(browser.axe()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            assertThat(portal.log()).doesNotContain("physician", "Bone density");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
