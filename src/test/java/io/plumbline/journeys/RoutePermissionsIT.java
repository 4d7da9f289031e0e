package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.Rbac;
import io.plumbline.support.RouteAddresses;
import io.plumbline.support.SharedPortal;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Six people try every address that is not theirs over the browser's own protocol, and it says so; a real browser shows
 * it. What is theirs {@link LayoutIT} opens.
 */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class RoutePermissionsIT {
    private static final List<String> PATIENTS =
            List.of("Salem", "Vidal", "Mehta", "Brandt", "Sato", "Haddad", "+1602555", "+1212555");

    private static final Pattern GREETING = Pattern.compile("Good (morning|afternoon)");

    private static PortalProcess portal;

    @BeforeAll
    static void start() {
        portal = SharedPortal.get();
    }

    static List<String> people() {
        return Rbac.SIGNED_IN;
    }

    @ParameterizedTest
    @MethodSource("people")
    @Tag("long")
    @Tag("journeys")
    void routesWithoutPermissionAreNotAvailable(String who) {
        var tab = new UidlTab(LoopbackBrowser.client(), URI.create(portal.address()));
        tab.signIn(who, "demo-" + who + "-pass");
        tab.open("");
        assertThat(tab.texts()).as("the start page").anyMatch(text -> GREETING.matcher(text)
                .find());
        var theirs = RouteAddresses.openTo(who);
        for (var route : Rbac.lines("route")) {
            if (!theirs.contains(route.name())) {
                tab.go(SharedPortal.addresses().addressOf(route.name()));
                assertThat(tab.texts()).as(route.name()).contains("Not available");
            }
        }
    }

    @Test
    void whatIsNotAvailableSaysSoInABrowser() {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address());
            browser.signIn("therapist");
            assertThat(page.locator("h1")).containsText(GREETING);
            for (var address : List.of("accounts", "no/such/place")) {
                open(page, address);
                assertThat(page.locator("h1")).hasText("Not available");
                assertThat(browser.axe()).isEmpty();
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void signInReturnsToTheRequestedPageAndSignOutEndsTheSession() {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address() + "schedule");
            assertThat(page).hasURL(portal.address() + "login");
            assertThat(browser.axe()).isEmpty();
            browser.signIn("frontdesk");
            assertThat(page).hasURL(portal.address() + "schedule");
            page.getByLabel(Pattern.compile("account menu")).click();
            assertThat(page.getByText(Pattern.compile("Plumbline 0\\.\\d"))).isVisible();
            page.getByText("Sign out").click();
            assertThat(page).hasURL(portal.address() + "login?out");
            page.goBack();
            assertThat(page.getByText("Ruth Salem")).hasCount(0);
            page.navigate(portal.address() + "schedule");
            assertThat(page).hasURL(portal.address() + "login");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theLogContainsNoPatientNames() {
        assertThat(portal.log()).contains("Plumbline is ready").doesNotContain(PATIENTS);
    }

    private static void open(Page page, String address) {
        page.navigate(portal.address() + address);
        page.locator("h1").waitFor();
        assertThat(RouteAddresses.path(page)).isEqualTo(address);
    }
}
