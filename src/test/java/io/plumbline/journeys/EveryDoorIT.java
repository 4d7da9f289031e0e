package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.Rbac;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Six people open every address in a real browser: what is theirs opens, what is not says so, and axe finds nothing. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class EveryDoorIT {
    private static final List<String> PATIENTS =
            List.of("Salem", "Vidal", "Mehta", "Brandt", "Sato", "Haddad", "+1602555", "+1212555");

    private static final Pattern GREETING = Pattern.compile("Good (morning|afternoon)");

    private static PortalProcess portal;
    private static String ruthsPage;
    private static String ruthsIntake;
    private static String aPlan;
    private static String aNote;
    private static String aLead;
    private static String aClinic;
    private static String aPractitioner;
    private static String anAccount;
    private static String anExercise;
    private static String anAnswer;

    @BeforeAll
    static void start(
            @TempDir Path data,
            @TempDir Path profile,
            @TempDir Path otherProfile,
            @TempDir Path thirdProfile,
            @TempDir Path adminsProfile) {
        portal = PortalProcess.start(data, Map.of());
        try (var browser = new Chromium(profile, ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address() + "patients");
            browser.signIn("chiropractor");
            page.getByText("Ruth Salem").click();
            page.waitForURL(Pattern.compile(".*/patients/.+"));
            ruthsPage = path(page);
            page.getByText(Pattern.compile("Intake note of")).click();
            page.waitForURL(Pattern.compile(".*/intake/.+"));
            ruthsIntake = path(page);
            page.navigate(portal.address() + "plans");
            page.getByText("Hana Sato").click();
            page.waitForURL(Pattern.compile(".*/plans/.+"));
            aPlan = path(page);
            page.getByText("Hana Sato").click();
            page.getByText(Pattern.compile("Massage on .*, Signed")).first().click();
            page.waitForURL(Pattern.compile(".*/notes/.+"));
            aNote = path(page);
            page.navigate(portal.address() + "exercises");
            page.getByText("Bird dog (quadruped)").click();
            page.waitForURL(Pattern.compile(".*/exercises/.+"));
            anExercise = path(page);
            page.navigate(portal.address() + "answers");
            page.getByText("Petra Novotna").click();
            page.waitForURL(Pattern.compile(".*/answers/.+"));
            anAnswer = path(page);
        }
        try (var browser = new Chromium(otherProfile, ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address() + "leads");
            browser.signIn("frontdesk");
            page.getByText("Malik Farah").click();
            page.waitForURL(Pattern.compile(".*/leads/.+"));
            aLead = path(page);
            page.navigate(portal.address() + "practitioners");
            page.getByText("Lena Berg").click();
            page.waitForURL(Pattern.compile(".*/practitioners/.+"));
            aPractitioner = path(page);
        }
        try (var browser = new Chromium(thirdProfile, ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address() + "clinics");
            browser.signIn("manager");
            page.getByLabel("Change Harbour Street").click();
            page.waitForURL(Pattern.compile(".*/clinics/.+"));
            aClinic = path(page);
        }
        try (var browser = new Chromium(adminsProfile, ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address() + "accounts");
            browser.signIn("admin");
            page.getByText("Ines Cardoso").click();
            page.waitForURL(Pattern.compile(".*/accounts/.+"));
            anAccount = path(page);
        }
    }

    @AfterAll
    static void end() {
        portal.close();
    }

    static List<String> people() {
        return Rbac.SIGNED_IN;
    }

    @ParameterizedTest
    @MethodSource("people")
    void whatIsTheirsOpensAndEverythingElseIsNotAvailable(String who, @TempDir Path profile) {
        try (var browser = new Chromium(profile, ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address());
            browser.signIn(who);
            assertThat(page.locator("h1")).containsText(GREETING);
            for (var door : Rbac.lines("route")) {
                open(page, addressOf(door.name()));
                var title = page.locator("h1").innerText();
                assertThat(!title.equals("Not available"))
                        .as(who + " at " + door.name())
                        .isEqualTo(door.allowed().get(who));
                assertThat(page.title()).doesNotContain("Salem");
                if (door.allowed().get(who)) {
                    assertThat(browser.axe()).as(who + " at " + door.name()).isEmpty();
                }
            }
            open(page, "no/such/place");
            assertThat(page.locator("h1")).hasText("Not available");
            assertThat(browser.axe()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("people")
    void thePhoneInTheDarkShowsTheSameAndNothingLiesOutsideTheWindow(String who, @TempDir Path profile) {
        try (var browser = new Chromium(profile, ColorScheme.DARK, 390, 844)) {
            var page = browser.page();
            page.navigate(portal.address());
            browser.signIn(who);
            assertThat(page.locator("h1")).containsText(GREETING);
            for (var door : Rbac.lines("route")) {
                if (door.allowed().get(who)) {
                    open(page, addressOf(door.name()));
                    assertThat(browser.axe()).as(who + " at " + door.name()).isEmpty();
                    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                            .as(door.name() + " fits")
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theSignInPageLeadsBackAndSigningOutEndsIt(@TempDir Path profile) {
        try (var browser = new Chromium(profile, ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address() + "schedule");
            assertThat(page).hasURL(portal.address() + "login");
            assertThat(browser.axe()).isEmpty();
            browser.signIn("frontdesk");
            assertThat(page).hasURL(portal.address() + "schedule");
            page.getByLabel(Pattern.compile("account menu")).click();
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
    void theLogNamesNoPatient() {
        assertThat(portal.log()).contains("Plumbline is ready").doesNotContain(PATIENTS);
    }

    private static void open(Page page, String address) {
        page.navigate(portal.address() + address);
        page.locator("h1").waitFor();
        assertThat(path(page)).isEqualTo(address);
    }

    private static String addressOf(String route) {
        return switch (route) {
            case "/patients/:id" -> ruthsPage;
            case "/intake/:id" -> ruthsIntake;
            case "/plans/:id" -> aPlan;
            case "/notes/:id" -> aNote;
            case "/leads/:id" -> aLead;
            case "/clinics/:id" -> aClinic;
            case "/practitioners/:id" -> aPractitioner;
            case "/accounts/:id" -> anAccount;
            case "/exercises/:id" -> anExercise;
            case "/answers/:id" -> anAnswer;
            default -> route.substring(1);
        };
    }

    private static String path(Page page) {
        return page.url().substring(portal.address().length());
    }
}
