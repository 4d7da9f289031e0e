package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.Rbac;
import io.plumbline.support.RouteAddresses;
import io.plumbline.support.SharedPortal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Every screen, wide in light colors and on a phone in dark ones: nothing scrolls sideways, no text is cut unless its
 * whole self is its title, and axe finds nothing. In the long run, as each person sees it, and each width in both
 * colors. {@code target/screenshots} has a picture of each screen on which something is wrong; with
 * {@code -Dplumbline.pictures=true}, of every screen.
 */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class LayoutIT {
    private static PortalProcess portal;
    private static RouteAddresses addresses;

    @BeforeAll
    static void start() {
        portal = SharedPortal.get();
        addresses = SharedPortal.addresses();
    }

    @Test
    void everyScreenInItsFullestRoleFitsItsWindow() throws Exception {
        lookAt(RouteAddresses.inFullestRole(), false);
    }

    @Test
    @Tag("long")
    @Tag("screens")
    void everyScreenOfEachPersonFitsItsWindow() throws Exception {
        lookAt(Rbac.SIGNED_IN.stream().collect(Collectors.toMap(who -> who, RouteAddresses::openTo)), true);
    }

    /**
     * Two at a time: while one waits for the portal, the other is looked at.
     *
     * @param eachColor whether the wide screen is looked at in the dark too and the phone in the light
     */
    private static void lookAt(Map<String, List<String>> byPerson, boolean eachColor) throws Exception {
        var seen = new Eye.Seen();
        try (var eyes = Executors.newFixedThreadPool(2)) {
            var looks = byPerson.entrySet().stream()
                    .sorted(Comparator.comparing(one -> -one.getValue().size()))
                    .<Callable<List<Throwable>>>map(
                            one -> () -> screensOf(one.getKey(), one.getValue(), seen, eachColor))
                    .toList();
            var found = new ArrayList<Throwable>();
            for (var look : eyes.invokeAll(looks)) {
                found.addAll(look.get());
            }
            assertThat(found).isEmpty();
        }
    }

    private static List<Throwable> screensOf(String who, List<String> routes, Eye.Seen seen, boolean eachColor) {
        try (var browser = new Chromium(ColorScheme.LIGHT, Eye.WIDE.width(), Eye.WIDE.height())) {
            signIn(browser, who);
            var found = new SoftAssertions();
            for (var route : routes) {
                // the address names a visit, and a visit belongs to one practitioner
                if (route.equals("/notes/new/:id") && !who.equals("chiropractor")) {
                    continue;
                }
                var eye = new Eye(browser, found, who + "-" + nameOf(route), seen, route);
                try {
                    follow(browser, addresses.addressOf(route));
                } catch (TimeoutError late) {
                    throw new AssertionError(
                            who + " at " + route + " from " + browser.page().url(), late);
                }
                found.assertThat(browser.page().locator("h1").innerText())
                        .as(who + " at " + route)
                        .isNotEqualTo("Not available");
                found.assertThat(browser.page().title()).doesNotContain("Salem");
                if (eye.lookTwice() && eachColor) {
                    eye.glance(Eye.PHONE, ColorScheme.LIGHT);
                    eye.glance(Eye.WIDE, ColorScheme.DARK);
                }
                if (List.of("/notes/:id", "/schedule").contains(route)) {
                    eye.look(Eye.NARROW, ColorScheme.LIGHT);
                    eye.look(Eye.TABLET, ColorScheme.LIGHT);
                }
            }
            found.assertThat(browser.complaints()).isEmpty();
            return found.errorsCollected();
        }
    }

    @Test
    @Tag("long")
    @Tag("screens")
    void theScheduleFitsItsWindowInWeekViewWithDialogsAndOnAnEmptyDay() {
        try (var browser = new Chromium(ColorScheme.LIGHT, Eye.WIDE.width(), Eye.WIDE.height())) {
            signIn(browser, "frontdesk");
            var found = new SoftAssertions();
            var page = browser.page();
            open(browser, "schedule?view=week");
            new Eye(browser, found, "frontdesk-schedule-week").lookTwice();
            open(browser, "schedule?day=2026-11-29");
            new Eye(browser, found, "frontdesk-schedule-closed").lookTwice();
            open(browser, "schedule");
            page.keyboard().press("b");
            assertThat(page.getByText("Book an appointment")).isVisible();
            new Eye(browser, found, "frontdesk-schedule-booking").lookTwice();
            open(browser, "schedule");
            page.locator("[data-appointment]").first().click();
            assertThat(page.getByText("Open the patient's page")).isVisible();
            new Eye(browser, found, "frontdesk-schedule-appointment").lookTwice();
            found.assertAll();
        }
    }

    /** As tall as what stands in it: the window is lower. */
    @Test
    @Tag("long")
    @Tag("screens")
    void theOverviewOfEveryPatientIsAtMost1200PixelsHigh() {
        try (var browser = new Chromium(ColorScheme.LIGHT, Eye.WIDE.width(), Eye.WIDE.height())) {
            signIn(browser, "chiropractor");
            var page = browser.page();
            open(browser, "patients");
            page.locator(".row-link").first().waitFor();
            var found = new SoftAssertions();
            var patients = page.locator(".row-link").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(patients).hasSizeGreaterThan(3);
            for (var patient : patients) {
                open(browser, patient);
                page.locator(".patient-grid").waitFor();
                found.assertThat((Integer) page.evaluate("""
                                () => document.querySelector('vaadin-app-layout')
                                  .shadowRoot.querySelector('[part~=content]').scrollHeight"""))
                        .as(page.locator("h1").innerText())
                        .isLessThanOrEqualTo(1200);
            }
            found.assertAll();
        }
    }

    @Test
    @Tag("long")
    @Tag("screens")
    void emptyListsAndTheKeyMapFitTheirWindow() {
        try (var browser = new Chromium(ColorScheme.LIGHT, Eye.WIDE.width(), Eye.WIDE.height())) {
            signIn(browser, "manager");
            var found = new SoftAssertions();
            for (var list : List.of("patients", "exercises", "answers")) {
                open(browser, list + "?q=zzzzz");
                new Eye(browser, found, "manager-" + list + "-empty").lookTwice();
            }
            open(browser, "leads");
            browser.page().keyboard().press("?");
            assertThat(browser.page().getByText("Show these keys")).isVisible();
            new Eye(browser, found, "manager-keys").lookTwice();
            found.assertAll();
        }
    }

    @Test
    @Tag("long")
    @Tag("journeys")
    void aDialogFocusesItsFirstFieldAndEscapeReturnsToItsButton() {
        try (var browser = new Chromium(ColorScheme.LIGHT, Eye.WIDE.width(), Eye.WIDE.height())) {
            signIn(browser, "manager");
            open(browser, "leads");
            var page = browser.page();
            page.locator("vaadin-button").getByText("New lead").click();
            assertThat(page.getByLabel("Name").and(page.locator(":focus"))).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("vaadin-button:focus")).hasText("New lead");
        }
    }

    @Test
    void whatIsTypedRightAfterControlKIsFoundAndEnterOpensIt() {
        try (var browser = new Chromium(ColorScheme.LIGHT, Eye.WIDE.width(), Eye.WIDE.height())) {
            // a second look within the hour is not the newest one: nobody else opens her as the manager
            signIn(browser, "manager");
            open(browser, "leads");
            var keys = browser.page().keyboard();
            keys.press("Control+k");
            keys.type("gabriela mu");
            keys.press("Enter");
            assertThat(browser.page().locator("h1")).hasText("Gabriela Munteanu");
            assertThat(browser.page().locator("vaadin-dialog[opened]")).hasCount(0);
            keys.press("Control+k");
            var chosen = browser.page().locator(".find-item[aria-selected=true]");
            assertThat(chosen).containsText("Gabriela Munteanu");
            assertThat(browser.axe()).isEmpty();
            keys.press("ArrowDown");
            // who else was looked at before depends on the journeys before this one
            assertThat(chosen).hasAttribute("id", "find-1");
            assertThat(chosen).not().containsText("Gabriela Munteanu");
            keys.type("start");
            assertThat(chosen).hasText("Start");
            keys.press("Escape");
            assertThat(browser.page().locator("vaadin-dialog[opened]")).hasCount(0);
        }
    }

    @Test
    @Tag("long")
    @Tag("journeys")
    void aSlowScreenShowsPlaceholderRowsUntilItIsThere() {
        try (var browser = new Chromium(ColorScheme.LIGHT, Eye.WIDE.width(), Eye.WIDE.height())) {
            signIn(browser, "manager");
            open(browser, "leads");
            var page = browser.page();
            var held = new ArrayList<Route>();
            page.route("**/?v-r=uidl*", held::add);
            page.locator("vaadin-side-nav-item[path='patients']").click();
            assertThat(page.locator("vaadin-app-layout.is-loading")).isVisible();
            assertThat(page.locator("#loading-status")).hasText("Loading…");
            page.unroute("**/?v-r=uidl*");
            held.forEach(Route::resume);
            assertThat(page.locator("h1")).hasText("Patients");
            assertThat(page.locator("vaadin-app-layout.is-loading")).hasCount(0);
            assertThat(page.locator("#loading-status")).hasText("");
        }
    }

    @Test
    @Tag("long")
    @Tag("journeys")
    void keysNavigateTheScheduleAndSearchWithoutLosingFocus() {
        try (var browser = new Chromium(ColorScheme.LIGHT, Eye.WIDE.width(), Eye.WIDE.height())) {
            signIn(browser, "manager");
            var page = browser.page();
            var focus = page.locator(":focus");
            open(browser, "schedule");
            page.locator(".day").focus();
            page.keyboard().press("ArrowDown");
            var first = page.locator("[data-appointment]").first();
            assertThat(first).isFocused();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[data-appointment]").nth(1)).isFocused();
            page.keyboard().press("ArrowUp");
            assertThat(first).isFocused();
            page.keyboard().press("ArrowRight");
            assertThat(first).not().isFocused();
            page.keyboard().press("Enter");
            assertThat(page.getByText("Open the patient's page")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.getByText("Open the patient's page")).hasCount(0);
            assertThat(focus).hasAttribute("data-appointment", Pattern.compile(".+"));

            open(browser, "leads");
            page.locator("vaadin-button").getByText("New lead").focus();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/leads/.+"));
            assertThat(page.locator("[aria-current='true']").first()).isVisible();
            open(browser, "practitioners");
            page.keyboard().press("/");
            assertThat(page.getByLabel("Name")).isFocused();
            open(browser, "exercises");
            page.keyboard().press("/");
            assertThat(page.getByLabel("Search name, instruction, dose")).isFocused();
            open(browser, "clinics");
            page.keyboard().press("n");
            page.waitForURL(portal.address() + "clinics/new");
            browser.settle();
            assertThat(focus).not().hasCount(0);
        }
    }

    private static void signIn(Chromium browser, String who) {
        browser.page().navigate(portal.address());
        browser.signIn(who);
        // the page of the form has a heading too, and is left a moment later
        browser.page().locator(".topbar").waitFor();
    }

    private static void open(Chromium browser, String address) {
        var page = browser.page();
        page.setViewportSize(Eye.WIDE.width(), Eye.WIDE.height());
        page.navigate(portal.address() + address);
        page.locator("h1").waitFor();
        browser.settle();
    }

    /** As open does, without loading again what every screen shares. */
    private static void follow(Chromium browser, String address) {
        var page = browser.page();
        page.setViewportSize(Eye.WIDE.width(), Eye.WIDE.height());
        // the sign-in has led to the start page already
        if (!RouteAddresses.path(page).equals(address)) {
            browser.follow(portal.address() + address);
        }
        browser.settle();
    }

    private static String nameOf(String route) {
        return route.equals("/") ? "start" : route.substring(1).replaceAll("\\W+", "-");
    }
}
