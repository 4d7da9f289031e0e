package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.RouteAddresses;
import io.plumbline.support.SharedPortal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * What opens on the screens: dialogs, messages at fields, menus, empty results. As in {@link LayoutIT}, nothing scrolls
 * sideways, no text is cut and axe finds nothing, wide and light, on a phone and dark.
 */
@Tag("long")
@Tag("screens")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class LayoutStatesIT {
    private static final String BUTTON = "button ";
    private static final String KEY = "key ";
    private static final String TYPE = "type ";

    /** Who, at which route, does what, and then sees what. A step presses a button, a key, or types. */
    private static final List<State> STATES = List.of(
            new State(
                    "manager",
                    "/leads",
                    List.of(BUTTON + "New lead", BUTTON + "Save and call"),
                    "Enter the person's name"),
            new State("manager", "/leads", List.of(KEY + "c"), "Undo"),
            new State("manager", "/leads", List.of(KEY + "Control+k", TYPE + "berg"), "Carl Berg"),
            new State("manager", "/leads", List.of(KEY + "Control+k", TYPE + "zzzzz"), "Nothing matches"),
            new State("manager", "/leads/:id", List.of(BUTTON + "Mark as lost…"), "Reason"),
            new State("manager", "/leads/:id", List.of(BUTTON + "Move to nurture…"), "Cancel"),
            new State("manager", "/clinics/new", List.of(BUTTON + "Add clinic"), "Enter the clinic's name"),
            new State(
                    "frontdesk", "/schedule", List.of(KEY + "b", BUTTON + "Book the appointment"), "Choose who comes"),
            new State("frontdesk", "/patients/new", List.of(BUTTON + "Add patient"), "Enter the given name"),
            new State("frontdesk", "/patients/:id", List.of(BUTTON + "Add alert…"), "Cancel"),
            new State("frontdesk", "/recalls/:id", List.of(KEY + "5"), "Nobody calls this patient again"),
            new State("chiropractor", "/flags", List.of(BUTTON + "Decide…"), "Cancel"),
            new State("therapist", "/patients/:id/measures/new", List.of(BUTTON + "Record"), "Answer at least one"),
            new State("therapist", "/patients/:id/measures", List.of(BUTTON + "Correct…"), "Reason"),
            new State("therapist", "/patients/:id/measures", List.of(BUTTON + "Entered in error…"), "Cancel"),
            new State("chiropractor", "/plans/:id", List.of(KEY + "b"), "Free time"),
            new State("chiropractor", "/plans/:id", List.of(BUTTON + "More", BUTTON + "Hold…"), "Reason"),
            new State("chiropractor", "/exercises/new", List.of(BUTTON + "Add exercise"), "Enter the name"),
            new State("admin", "/accounts/new", List.of(BUTTON + "Invite and show the link"), "Enter"),
            new State("auditor", "/audit", List.of(KEY + "?"), "Show these keys"));

    private static PortalProcess portal;
    private static RouteAddresses addresses;

    private record State(String who, String route, List<String> steps, String seen) {
        String name() {
            return (who + route + "-" + steps.getLast()).replaceAll("\\W+", "-");
        }
    }

    @BeforeAll
    static void start() {
        portal = SharedPortal.get();
        addresses = SharedPortal.addresses();
    }

    /** Two people at a time, as in {@link LayoutIT}. */
    @Test
    void whatOpensOnAScreenFitsItsWindow() throws Exception {
        var byPerson = STATES.stream().collect(Collectors.groupingBy(State::who));
        try (var eyes = Executors.newFixedThreadPool(2)) {
            var looks = byPerson.entrySet().stream()
                    .<Callable<List<Throwable>>>map(one -> () -> states(one.getKey(), one.getValue()))
                    .toList();
            var found = new ArrayList<Throwable>();
            for (var look : eyes.invokeAll(looks)) {
                found.addAll(look.get());
            }
            assertThat(found).isEmpty();
        }
    }

    private static List<Throwable> states(String who, List<State> states) {
        try (var browser = new Chromium(ColorScheme.LIGHT, Eye.WIDE.width(), Eye.WIDE.height())) {
            browser.page().navigate(portal.address());
            browser.signIn(who);
            browser.page().locator(".topbar").waitFor();
            var found = new SoftAssertions();
            for (var state : states) {
                try {
                    open(browser, state);
                } catch (PlaywrightException | AssertionError neverOpened) {
                    found.fail(state.toString(), neverOpened);
                    continue;
                }
                new Eye(browser, found, state.name()).lookTwice();
            }
            found.assertThat(browser.complaints()).isEmpty();
            return found.errorsCollected();
        }
    }

    private static void open(Chromium browser, State state) {
        var page = browser.page();
        page.setViewportSize(Eye.WIDE.width(), Eye.WIDE.height());
        page.navigate(portal.address() + addresses.addressOf(state.route()));
        page.locator("h1").waitFor();
        browser.settle();
        for (var step : state.steps()) {
            if (step.startsWith(BUTTON)) {
                button(page, step.substring(BUTTON.length())).click();
            } else if (step.startsWith(KEY)) {
                page.keyboard().press(step.substring(KEY.length()));
            } else {
                page.keyboard().type(step.substring(TYPE.length()));
            }
            browser.settle();
        }
        assertThat(page.getByText(state.seen()).and(page.locator(":visible")).first())
                .isVisible();
    }

    private static Locator button(Page page, String words) {
        return page.locator("vaadin-button:visible, a.act:visible, main a:visible, .acts-more > vaadin-details-summary")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }
}
