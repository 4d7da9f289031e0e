package io.plumbline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.Rbac;
import io.plumbline.support.RouteAddresses;
import io.plumbline.support.SharedPortal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Every screen, as one person who may open it, in windows that few people have: as narrow as WCAG asks, a laptop at twice
 * the size of its text, and a very wide screen. Nothing scrolls sideways and no text is cut. With
 * {@code -Dplumbline.pictures=true}, {@code target/screenshots} has a picture of each, with forced colors too.
 */
@Tag("long")
@Tag("screens")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class LayoutWidthsIT {
    private static final int WIDE = 1440;
    private static final int HIGH = 900;

    /** Width and height; a window of 1440 by 900 at 200 % has half of both. */
    private static final List<int[]> WINDOWS =
            List.of(new int[] {320, 640}, new int[] {720, 450}, new int[] {2560, 1440});

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final boolean EVERY_PICTURE = Boolean.getBoolean("plumbline.pictures");

    private static PortalProcess portal;
    private static RouteAddresses addresses;

    @BeforeAll
    static void start() {
        portal = SharedPortal.get();
        addresses = SharedPortal.addresses();
    }

    @Test
    void everyScreenFitsNarrowZoomedAndVeryWideWindows() {
        var looked = new HashSet<String>();
        var found = new SoftAssertions();
        for (var who : Rbac.SIGNED_IN) {
            var routes = RouteAddresses.openTo(who).stream().filter(looked::add).toList();
            if (routes.isEmpty()) {
                continue;
            }
            try (var browser = new Chromium(ColorScheme.LIGHT, WIDE, HIGH)) {
                browser.page().navigate(portal.address());
                browser.signIn(who);
                browser.page().locator(".topbar").waitFor();
                routes.forEach(route -> look(browser, found, who, route));
            }
        }
        assertThat(looked).hasSizeGreaterThan(20);
        found.assertAll();
    }

    /** Such a theme takes the grounds away, on which a bar and a chosen chip are drawn. */
    @Test
    void barsAndTheChosenChipStayVisibleWithForcedColors() {
        try (var browser = new Chromium(ColorScheme.LIGHT, WIDE, HIGH)) {
            var page = browser.page();
            page.navigate(portal.address() + "plans");
            browser.signIn("chiropractor");
            page.locator(".plan-row").first().waitFor();
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            browser.settle();
            var canvas = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor");
            assertThat(page.locator(".chip[aria-current]").evaluate("chip => getComputedStyle(chip).backgroundColor"))
                    .isNotEqualTo(canvas);
            assertThat(page.locator(".bar").first().evaluate("bar => getComputedStyle(bar).borderTopWidth"))
                    .isEqualTo("1px");
        }
    }

    private static void look(Chromium browser, SoftAssertions found, String who, String route) {
        var page = browser.page();
        page.navigate(portal.address() + addresses.addressOf(route));
        page.locator("h1").waitFor();
        for (var window : WINDOWS) {
            page.setViewportSize(window[0], window[1]);
            browser.settle();
            var where = who + " at " + route + ", " + window[0] + " wide";
            var wrong = browser.outOfPlace();
            found.assertThat(wrong).as(where).isEmpty();
            if (EVERY_PICTURE || !wrong.isEmpty()) {
                take(page, who, route, String.valueOf(window[0]));
            }
        }
        page.setViewportSize(WIDE, HIGH);
        if (EVERY_PICTURE) {
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            browser.settle();
            take(page, who, route, "forced");
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        }
    }

    private static void take(Page page, String who, String route, String how) {
        var name = who + "-" + (route.equals("/") ? "start" : route.substring(1).replaceAll("\\W+", "-")) + "-" + how;
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
