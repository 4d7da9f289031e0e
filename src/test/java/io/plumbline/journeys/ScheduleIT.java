package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.SharedPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** What a mouse does on the schedule: nothing but a real one drags. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class ScheduleIT {
    /** Eleven hours are drawn on a lane: an hour is so high. */
    private static final int HOURS = 11;

    @Test
    void aDraggedAppointmentMovesOnceTheProposedTimeIsConfirmed() {
        var portal = SharedPortal.get();
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            var page = browser.page();
            page.navigate(portal.address() + "schedule");
            browser.signIn("manager");
            var block = appointment(page, "12:00–12:50 PM");
            assertThat(block).isVisible();
            var hour = lane(page).boundingBox().height / HOURS;

            drag(page, block, hour);
            var move = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Move Thảo Nguyễn"));
            assertThat(move.getByText("Massage, now Tue, Nov 24, 12:00 PM with Lena Berg"))
                    .isVisible();
            assertThat(browser.axe()).isEmpty();
            move.getByText("Cancel", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(move).hasCount(0);
            assertThat(block).isVisible();

            drag(page, block, hour);
            move.locator("vaadin-button").getByText("Move").click();
            assertThat(appointment(page, "1:00–1:50 PM")).isVisible();
            assertThat(block).hasCount(0);

            // what cannot be dragged and is let go between books nothing
            page.evaluate("document.querySelectorAll('[draggable]').forEach(b => b.removeAttribute('draggable'))");
            drag(page, appointment(page, "1:00–1:50 PM"), hour);
            browser.settle();
            assertThat(page.locator(".beside .panel")).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Locator lane(Page page) {
        return page.locator(".day-lane.is-bookable").first();
    }

    private static Locator appointment(Page page, String time) {
        return lane(page).locator("[data-appointment]").filter(new FilterOptions().setHasText(time));
    }

    /** As a hand does: in small steps, and only over what is on the screen. */
    private static void drag(Page page, Locator block, double down) {
        var from = block.boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + 10);
        page.mouse().down();
        page.mouse().move(from.x + from.width / 2, from.y + 10 + down, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
    }
}
