package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
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

/** What the browser's own fields would change of what is typed. */
@Tag("long")
@Tag("journeys")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class TypedValuesIT {
    @Test
    void typedValuesAreShownAsMeantOrRefusedAtTheField(@TempDir Path data) {
        try (var portal = PortalProcess.start(data, Map.of());
                var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            var page = browser.page();
            page.navigate(portal.address() + "leads");
            browser.signIn("manager");
            page.locator("vaadin-button").filter(withText("Claim next")).click();
            page.locator(".outcome").getByText("Call later").click();
            var time = page.locator("vaadin-time-picker");
            becomes(time, "8:30 pm", "8:30 PM");
            becomes(time, "5pm", "5:00 PM");
            becomes(time, "5:00 PM", "5:00 PM");
            becomes(time, "2:30p", "2:30 PM");
            becomes(time, "1730", "5:30 PM");
            becomes(time, "noon", "12:00 PM");
            isRefused(time, "08:15", "Add am or pm");
            isRefused(time, "5", "Add am or pm");
            isRefused(time, "12.5", "Enter a time");
            isRefused(time, "soon", "Enter a time");
            isRefused(time, "25:00", "Enter a time");
            isRefused(time, "20:75", "Enter a time");
            becomes(time, "9:00 PM", "9:00 PM");

            var day = page.locator("vaadin-date-picker");
            becomes(day, "11/24/2027", "Nov 24, 2027");
            becomes(day, "11-04-27", "Nov 4, 2027");
            becomes(day, "Nov 24 2027", "Nov 24, 2027");
            becomes(day, "Nov 25, 2027", "Nov 25, 2027");
            becomes(day, "2027-12-01", "Dec 1, 2027");
            becomes(day, "12/1/27", "Dec 1, 2027");
            isRefused(day, "24/11/2027", "Enter a day");
            becomes(day, "24 Nov 2027", "Nov 24, 2027");
            assertThat(firstWeekday(day)).hasText("Sun");

            var lead = page.url();
            page.navigate(lead);
            page.getByRole(AriaRole.BUTTON, named("account menu")).click();
            page.getByText("Display settings…").click();
            choose(page, "Time", "24 hours, 17:30");
            choose(page, "Date", "Day first");
            choose(page, "First day of the week", "^Monday$");
            page.locator("vaadin-button").filter(withText("Save")).click();
            page.locator(".outcome").getByText("Call later").click();
            becomes(time, "8:30 pm", "20:30");
            becomes(time, "08:15", "08:15");
            isRefused(time, "5", "Add am or pm");
            becomes(time, "17:00", "17:00");
            becomes(day, "11/12/2027", "11 Dec 2027");
            becomes(day, "24 Nov 2027", "24 Nov 2027");
            isRefused(day, "11/24/2027", "Enter a day");
            becomes(day, "2027-12-01", "1 Dec 2027");
            assertThat(firstWeekday(day)).hasText("Mon");

            page.navigate(lead);
            page.getByRole(AriaRole.BUTTON, named("account menu")).click();
            page.getByText("Display settings…").click();
            choose(page, "Time", "^Same as the clinic: 5:30 PM$");
            page.locator("vaadin-button").filter(withText("Save")).click();
            page.locator(".outcome").getByText("Call later").click();
            becomes(time, "17:00", "5:00 PM");

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

    /** Of the calendar, which opens for this. */
    private static Locator firstWeekday(Locator day) {
        day.locator("[part~=toggle-button]").click();
        return day.page()
                .locator("vaadin-month-calendar [part~=weekday]:not([hidden])")
                .first();
    }

    private static void choose(Page page, String label, String option) {
        page.locator("vaadin-select").filter(withText(label)).click();
        page.getByRole(AriaRole.OPTION, named(option)).click();
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(words));
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
