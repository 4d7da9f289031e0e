package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What the browser's own fields would change of what is typed. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class TypedIT {
    @Test
    void whatIsTypedIsShownAgainAsItWasMeantOrRefusedAtTheField(@TempDir Path data, @TempDir Path profile) {
        try (var portal = PortalProcess.start(data, Map.of());
                var browser = new Chromium(profile, ColorScheme.LIGHT, 1280, 900)) {
            var page = browser.page();
            page.navigate(portal.address() + "leads");
            browser.signIn("manager");
            page.locator("vaadin-button").filter(withText("Claim next")).click();
            page.locator(".outcome").getByText("Call later").click();
            var time = page.locator("vaadin-time-picker");
            becomes(time, "8:30 pm", "20:30");
            becomes(time, "5pm", "17:00");
            becomes(time, "5:00 PM", "17:00");
            becomes(time, "2:30p", "14:30");
            becomes(time, "1730", "17:30");
            becomes(time, "noon", "12:00");
            becomes(time, "08:15", "08:15");
            isRefused(time, "5", "Add am or pm");
            isRefused(time, "12.5", "Enter a time");
            isRefused(time, "soon", "Enter a time");
            isRefused(time, "25:00", "Enter a time");
            isRefused(time, "20:75", "Enter a time");
            becomes(time, "9:00 PM", "21:00");

            var day = page.locator("vaadin-date-picker");
            becomes(day, "11/24/2027", "2027-11-24");
            becomes(day, "11-04-27", "2027-11-04");
            becomes(day, "Nov 24 2027", "2027-11-24");
            becomes(day, "2027-12-01", "2027-12-01");
            becomes(day, "12/1/27", "2027-12-01");
            isRefused(day, "24/11/2027", "Enter a day");
            becomes(day, "24 Nov 2027", "2027-11-24");

            page.navigate(portal.address() + "clinics");
            page.getByLabel("Edit Harbour Street").click();
            var minutes = page.locator("vaadin-text-field.whole-number").first();
            isRefused(minutes, "12.5", "a whole number");
            isRefused(minutes, "1e3", "a whole number");
            isRefused(minutes, "-3", "a whole number");
            isRefused(minutes, "3 to 4", "a whole number");
            becomes(minutes, "25", "25");
            minutes.locator("input").press("ArrowUp");
            assertThat(minutes.locator("input")).hasValue("26");
            assertThat(browser.axe()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void becomes(Locator field, String typed, String shown) {
        type(field, typed);
        assertThat(field.locator("input")).hasValue(shown);
        assertThat(field).not().hasAttribute("invalid", Pattern.compile(".*"));
    }

    private static void isRefused(Locator field, String typed, String words) {
        type(field, typed);
        assertThat(field.getByText(words)).isVisible();
        assertThat(field.locator("input")).hasValue(typed);
    }

    /** Key by key, as a person does, and on to the next field. */
    private static void type(Locator field, String typed) {
        field.locator("input").fill("");
        field.locator("input").pressSequentially(typed);
        field.locator("input").press("Tab");
    }

    private static FilterOptions withText(String text) {
        return new FilterOptions().setHasText(text);
    }
}
