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
import io.plumbline.support.SharedPortal;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** One person's way from the booking form to a signed note and a tracked plan, through the hands of five people. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class PatientJourneyIT {
    private static final double KEY_MS = 110;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final PortalProcess portal = SharedPortal.get();

    @Test
    void aLeadBecomesAPatientWithASignedNoteAndATrackedPlan() {
        as("visitor", this::asksForAConsultation);
        as("frontdesk", this::callsAndConverts);
        as("chiropractor", this::assessesAndPlans);
        as("therapist", this::treatsAndSigns);
        as("chiropractor again", this::tracksAndBooksTheNext);
        as("manager", this::followsWithoutClinicalWords);
        as("auditor", this::findsTheSignature);
        assertThat(portal.log()).doesNotContain("Okada", "5550198", "lifted");
    }

    private void asksForAConsultation(Chromium browser) {
        var page = browser.page();
        page.navigate(portal.address() + "book");
        noViolations(browser);
        page.getByLabel("Name").fill("Mina Okada");
        page.getByLabel("Phone").fill("(602) 555-0198");
        // as a person types: whoever is quicker than three seconds is taken for a machine
        page.locator("textarea[name=concern]")
                .pressSequentially(
                        "Lower back since I lifted my son", new Locator.PressSequentiallyOptions().setDelay(KEY_MS));
        page.locator("select[name=clinic]").selectOption("harbour");
        page.locator("input[name=consent]").check();
        page.locator("form button[type=submit]").click();
        assertThat(page.locator("h1")).containsText("Thank you");
        noViolations(browser);
    }

    private void callsAndConverts(Chromium browser) {
        var page = open(browser, "leads", "frontdesk");
        browser.scrollTo("Mina Okada");
        page.getByText("Mina Okada").first().click();
        button(page, "Claim").click();
        page.locator(".outcome").getByText("Reached").click();
        button(page, "Convert…").click();
        choose(page.locator("vaadin-select").filter(withText("Practitioner")), "Dr. Ada Novak");
        page.getByLabel("3:00 PM", new Page.GetByLabelOptions().setExact(true)).check();
        noViolations(browser);
        button(page, "Convert and book").click();
        assertThat(page.locator("h1")).hasText("Mina Okada");
        noViolations(browser);
    }

    private void assessesAndPlans(Chromium browser) {
        var page = open(browser, "patients?q=Mina%20Okada", "chiropractor");
        link(page, Pattern.compile("^Mina Okada")).click();
        link(page, Pattern.compile("^Intake$")).click();
        link(page, Pattern.compile("Intake note of .*, Draft")).click();
        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Complaint")))
                .hasValue("Lower back since I lifted my son");
        button(page, "Sign").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Still missing before it can be signed: pain now");
        scale(page, "Pain now", 6);
        page.locator(".bc-hit[data-region='back-lumbar-left']").click();
        scale(page, "How strong, 0 to 10", 6);
        page.getByLabel("Repeated lifting or bending with poor form", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.getByLabel("Activity 1").click();
        option(page, "Lifting a child").click();
        scale(page, "Ability 1, 0 cannot to 10 as before", 3);
        page.getByLabel("Neutral", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Movement 1", new Page.GetByLabelOptions().setExact(true))
                .fill("Flexion");
        for (var question :
                page.locator(".asked").filter(withText("Asked before signing")).all()) {
            question.getByLabel("No", new Locator.GetByLabelOptions().setExact(true))
                    .check();
        }
        for (var group : page.getByText("No to all of this group").all()) {
            group.click();
        }
        page.getByLabel("The patient consents to examination and treatment").check();
        page.getByLabel("Suitable", new Page.GetByLabelOptions().setExact(true)).check();
        noViolations(browser);
        button(page, "Sign").click();
        assertThat(page.getByText("As it was signed")).isVisible();
        assertThat(page.getByText(SHA_256)).isVisible();
        noViolations(browser);

        button(page, "New treatment plan").click();
        page.getByLabel("Name of the plan").fill("Massage plan");
        for (int line = 0; line < 3; line++) {
            // a chiropractor's plan begins with adjustments
            choose(
                    page.locator(".service-row vaadin-select")
                            .filter(withText("Service"))
                            .nth(line),
                    "Massage");
            choose(
                    page.locator(".service-row vaadin-select")
                            .filter(withText("Practitioner"))
                            .nth(line),
                    "Tom Eriksen");
        }
        assertThat(page.getByText("11 visits, Tuesday, November 24 to Friday, April 16, 2027"))
                .isVisible();
        noViolations(browser);
        button(page, "Activate…").click();
        page.getByLabel("Signed on the screen").check();
        signs(page.locator(".signature-pad svg"));
        noViolations(browser);
        button(page, "Activate the plan").click();
        assertThat(page.getByText("0 of 11")).isVisible();
        noViolations(browser);
    }

    private void treatsAndSigns(Chromium browser) {
        var page = open(browser, "notes", "therapist");
        page.getByLabel("Write note: Mina Okada").click();
        page.getByLabel("No change").check();
        page.getByLabel("Given", new Page.GetByLabelOptions().setExact(true)).check();
        scale(page, "Pain before", 6);
        page.locator(".bc-hit[data-region='back-lumbar-left']").click();
        page.getByLabel("Swedish massage").check();
        page.getByLabel("Myofascial release").check();
        scale(page, "Pressure", 3);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Hands-on minutes"))
                .fill("45");
        page.getByLabel("Better").check();
        scale(page, "Pain after", 4);
        button(page, "Sign").click();
        assertThat(page.getByText("Still missing before it can be signed: the next step"))
                .isVisible();
        page.getByLabel("Next step").fill("Knee to chest each evening");
        noViolations(browser);
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText("As it was signed")).isVisible();
        page.getByText("From the record").first().click();
        assertThat(page.getByText("1 of 11").first()).isVisible();
        noViolations(browser);
    }

    private void tracksAndBooksTheNext(Chromium browser) {
        var page = open(browser, "plans", "chiropractor");
        // the list draws only what is in view, and a plan that goes well comes last
        page.setViewportSize(1440, 6000);
        var row = page.locator(".list-row").filter(withText("Mina Okada"));
        assertThat(row).containsText("1 of 11");
        assertThat(row).containsText("No visit booked: the next is planned for Tue, Dec 1");
        noViolations(browser);
        row.getByText("Mina Okada").click();
        assertThat(page.locator("h1")).hasText("Massage plan");
        assertThat(page.getByText("1 of 11")).isVisible();
        assertThat(page.getByText("Delivered Tue, Nov 24").first()).isVisible();
        button(page, "Book next…").click();
        page.getByLabel("10:00 AM", new Page.GetByLabelOptions().setExact(true)).check();
        noViolations(browser);
        button(page, "Book").click();
        assertThat(page.getByLabel("Visits", new Page.GetByLabelOptions().setExact(true))
                        .getByText("Booked Tue, Dec 1"))
                .isVisible();
        page.navigate(portal.address() + "plans");
        assertThat(row).containsText("Next visit Tue, Dec 1");
        assertThat(row).containsText("Next step not known yet");
    }

    private void followsWithoutClinicalWords(Chromium browser) {
        var page = open(browser, "plans", "manager");
        page.locator(".list-row")
                .filter(withText("Mina Okada"))
                .getByText("Mina Okada")
                .click();
        assertThat(page.locator("h1")).hasText("Massage plan");
        assertThat(page.getByText("1 of 11")).isVisible();
        assertThat(page.getByText("lifted my son")).hasCount(0);
        noViolations(browser);
    }

    private void findsTheSignature(Chromium browser) {
        var page = open(browser, "audit?kind=note.signed", "auditor");
        assertThat(page.getByText(Pattern.compile("HMAC [0-9a-f]{64}")).first()).isVisible();
        assertThat(page.getByText("Mina Okada")).hasCount(0);
        noViolations(browser);
    }

    /** Lets somebody work in a browser of their own. */
    private void as(String who, Consumer<Chromium> work) {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            work.accept(browser);
            assertThat(browser.complaints()).as(who).isEmpty();
        }
    }

    private Page open(Chromium browser, String place, String username) {
        browser.page().navigate(portal.address() + place);
        browser.signIn(username);
        return browser.page();
    }

    private static void noViolations(Chromium browser) {
        assertThat(browser.axe()).as(browser.page().url()).isEmpty();
    }

    private static void signs(Locator box) {
        var place = box.boundingBox();
        var mouse = box.page().mouse();
        mouse.move(place.x + 20, place.y + place.height / 2);
        mouse.down();
        for (int step = 1; step <= 12; step++) {
            mouse.move(place.x + 20 + step * 15, place.y + place.height * (step % 2 == 0 ? 0.3 : 0.7));
        }
        mouse.up();
        assertThat(button(box.page(), "Clear the signature")).isEnabled();
    }

    private static void scale(Page page, String name, int value) {
        page.getByRole(
                        AriaRole.RADIOGROUP,
                        new Page.GetByRoleOptions().setName(name).setExact(name.equals("Pressure")))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions()
                                .setName(String.valueOf(value))
                                .setExact(true))
                .check();
    }

    /** Chooses in a select and waits until its list is closed again. */
    private static void choose(Locator select, String option) {
        select.click();
        option(select.page(), option).click();
        assertThat(select.locator("vaadin-select-list-box")).isHidden();
    }

    private static FilterOptions withText(String text) {
        return new FilterOptions().setHasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator option(Page page, String name) {
        return page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
