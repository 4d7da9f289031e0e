package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.SharedPortal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A session note by keys alone: scales take digits, areas are taken as fast as they are typed, contradictions are asked. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class NoteKeyboardIT {
    @Test
    void aNoteIsWrittenAndSignedWithTheKeyboardAlone() {
        var portal = SharedPortal.get();
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            var page = browser.page();
            page.navigate(portal.address() + "notes");
            browser.signIn("stefan");
            // a visit that has not begun is not signed
            page.getByLabel("Write note: Noah Lefèvre").click();
            page.waitForURL(Pattern.compile(".*/notes/.+"));

            dictationCountsAsBeingThere(page);
            scalesTakeDigitsAndStopAtTheirEnds(page);
            areasAreTakenAsFastAsTheyAreTyped(page);

            choose(page.getByLabel("No change"));
            choose(page.getByLabel("Given", new Page.GetByLabelOptions().setExact(true)));
            choose(page.getByLabel("Myofascial release"));
            choose(page.getByLabel("Better"));
            scale(page, "Pressure").nth(0).focus();
            page.keyboard().press("5");
            scale(page, "Pressure limit").nth(0).focus();
            page.keyboard().press("2");
            page.keyboard().press("Control+Enter");
            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByText("Pressure 5 is above the patient's limit of 2. Why?"))
                    .isVisible();
            assertThat(dialog.getByRole(AriaRole.RADIO).first()).isFocused();
            assertThat(browser.axeOfDialog()).isEmpty();
            page.keyboard().press("Enter");
            assertThat(dialog.getByText("Choose an answer before you sign").first())
                    .isVisible();
            choose(dialog.getByLabel("Another reason"));
            dialog.getByRole(AriaRole.TEXTBOX).all().forEach(answer -> answer.fill("She asked for more"));
            page.keyboard().press("Enter");
            assertThat(page.getByText("As it was signed")).isVisible();
            assertThat(page.getByText("She asked for more").first()).isVisible();
            assertThat(page.getByText("Signed.", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(browser.axe()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Text that arrives without a key or a pointer is told to the portal as the person's own action. */
    private static void dictationCountsAsBeingThere(Page page) {
        page.reload();
        var nextStep = page.getByLabel("Next step");
        nextStep.focus();
        page.waitForRequest("**/own-action", () -> page.keyboard().insertText("Again in a week"));
    }

    private static void scalesTakeDigitsAndStopAtTheirEnds(Page page) {
        var pain = scale(page, "Pain before");
        pain.nth(0).focus();
        page.keyboard().press("7");
        assertThat(pain.nth(7)).isChecked();
        assertThat(pain.nth(7)).isFocused();
        page.keyboard().press("1");
        page.keyboard().press("0");
        assertThat(pain.nth(10)).isChecked();
        page.keyboard().press("ArrowRight");
        assertThat(pain.nth(10)).isChecked();
        page.keyboard().press("0");
        assertThat(pain.nth(0)).isChecked();
        page.keyboard().press("ArrowLeft");
        assertThat(pain.nth(0)).isChecked();
        page.keyboard().press("ArrowRight");
        assertThat(pain.nth(1)).isChecked();
        assertThat(page.locator(".saved[data-state='answered']")).isAttached();
    }

    private static void areasAreTakenAsFastAsTheyAreTyped(Page page) {
        // as fast as a person types
        var typing = new Keyboard.TypeOptions().setDelay(60);
        page.getByLabel("Add an area by name").focus();
        page.keyboard().type("lumbar", typing);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.keyboard().type("quadr", typing);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        var areas = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Areas treated"))
                .getByRole(AriaRole.LISTITEM);
        assertThat(areas).hasCount(2);
        assertThat(areas.nth(0)).containsText(Pattern.compile("umbar"));
        assertThat(areas.nth(1)).containsText(Pattern.compile("uadratus"));
    }

    private static void choose(Locator choice) {
        choice.focus();
        choice.press("Space");
        assertThat(choice).isChecked();
    }

    private static Locator scale(Page page, String name) {
        return page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(name))
                .getByRole(AriaRole.RADIO);
    }
}
