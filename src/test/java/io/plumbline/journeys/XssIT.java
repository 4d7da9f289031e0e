package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.SharedPortal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A stranger's markup reaches the front desk, and a colleague's the next one, in a real browser: nothing of it runs. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class XssIT {
    private static final String MARKUP = "\"><img src=x onerror=\"window.xss=1;alert(1)\">";
    private static final String SCRIPT = "<svg/onload=alert(2)><script>window.xss=2</script>{{7*7}}";

    private static PortalProcess portal;

    private final List<String> fired = new ArrayList<>();

    @BeforeAll
    static void start() {
        portal = SharedPortal.get();
    }

    @Test
    void aStrangersMarkupIsTextOnThePublicFormAndAtTheFrontDesk() {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = opened(browser, "book");
            page.locator("#name").fill(MARKUP);
            page.locator("#phone").fill("not a number " + "<b>");
            page.locator("#concern").fill(SCRIPT);
            page.locator("#consent").check();
            page.locator("button[type=submit]").last().click();
            assertThat(page.locator("#phone-error")).isVisible();
            assertThat(page.locator("#name")).hasValue(MARKUP);
            assertNothingRan(browser);
            // a form that is filled in as fast as here counts as a bot's; the endpoint takes the same fields
            assertThat(page.request()
                            .post(
                                    portal.address() + "api/public/consultations",
                                    RequestOptions.create()
                                            .setData(Map.of(
                                                    "name",
                                                    MARKUP,
                                                    "phone",
                                                    "(602) 555-0119",
                                                    "clinic",
                                                    "harbour",
                                                    "consent",
                                                    true,
                                                    "concern",
                                                    SCRIPT))))
                    .isOK();

            page.navigate(portal.address() + "leads");
            browser.signIn("frontdesk");
            browser.scrollTo(MARKUP);
            page.getByText(MARKUP).first().click();
            page.waitForURL(Pattern.compile(".*/leads/.*"));
            assertThat(page.getByText(SCRIPT).first()).isVisible();
            assertNothingRan(browser);
            for (var screen : List.of("leads/list", "leads/board", "")) {
                page.navigate(portal.address() + screen);
                page.locator("h1").waitFor();
                browser.settle();
                assertNothingRan(browser);
            }
        }
    }

    @Test
    @Tag("long")
    @Tag("journeys")
    void aPatientsNameAndASessionNoteWithMarkupAreText() {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = opened(browser, "patients/new");
            browser.signIn("frontdesk");
            page.getByLabel("Given name").fill("Ada");
            page.getByLabel("Family name").fill(MARKUP);
            page.getByText("Add patient").last().click();
            page.waitForURL(Pattern.compile(".*/patients/[0-9a-f-]{36}.*"));
            assertThat(page.locator("h1")).containsText(MARKUP);
            assertNothingRan(browser);
            page.navigate(portal.address() + "patients");
            assertThat(page.getByText(MARKUP).first()).isVisible();
            assertNothingRan(browser);
        }
        try (var browser = new Chromium(ColorScheme.DARK, 1280, 800)) {
            var page = opened(browser, "notes");
            browser.signIn("dara");
            page.getByLabel("Write note: Priyanka Nair").click();
            page.waitForURL(Pattern.compile(".*/notes/.+"));
            page.getByLabel("Next step").fill(SCRIPT);
            page.getByLabel("Next step").blur();
            assertThat(page.locator(".saved[data-state='answered']")).isAttached();
            page.reload();
            assertThat(page.getByLabel("Next step")).hasValue(SCRIPT);
            assertNothingRan(browser);
            page.navigate(portal.address() + "notes");
            page.getByLabel("Continue note: Priyanka Nair").waitFor();
            assertNothingRan(browser);
        }
    }

    private Page opened(Chromium browser, String address) {
        var page = browser.page();
        page.onDialog(this::note);
        page.navigate(portal.address() + address);
        return page;
    }

    private void note(Dialog dialog) {
        if (dialog.type().equals("beforeunload")) {
            dialog.accept();
            return;
        }
        fired.add(dialog.message());
        dialog.dismiss();
    }

    /** No script ran or was stopped by the policy: what was typed never became markup. */
    private void assertNothingRan(Chromium browser) {
        assertThat(fired).isEmpty();
        assertThat(browser.page()
                        .evaluate("() => window.xss === undefined && !document.querySelector('[onerror], [onload]')"))
                .isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
    }
}
