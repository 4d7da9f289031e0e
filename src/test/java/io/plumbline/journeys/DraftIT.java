package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.SharedPortal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What a therapist types in a session note is in the store without being asked for, whatever dies then. */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class DraftIT {
    /** The answer to one save arrives when the next is about to be asked for. */
    private static final Duration SLOW = Duration.ofMillis(750);

    /** A massage without a note, and one of the ways to give it that its therapist offers. */
    private record Visit(String therapist, String patient, String modality) {}

    @Test
    void aKilledBrowserLosesNoTypedText(@TempDir Path profile) {
        var portal = SharedPortal.get();
        var visit = new Visit("imani", "Chidinma Eze", "Swedish massage");
        String note;
        var browser = new Chromium(profile, ColorScheme.LIGHT, 1280, 900);
        try {
            note = write(browser, portal, visit);
            writeOnWhileAnAnswerIsOnItsWay(browser);
        } finally {
            browser.kill();
        }
        readAgain(portal, visit, note, "Half a sentence, and on");
    }

    @Test
    void aKilledPortalLosesNoTypedText(@TempDir Path data) {
        var visit = new Visit("therapist", "Ana Vidal", "Swedish massage");
        String note;
        var portal = PortalProcess.start(data, Map.of());
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            note = write(browser, portal, visit);
        } finally {
            portal.kill();
        }
        try (var again = PortalProcess.start(data, Map.of())) {
            readAgain(again, visit, note, "Half a sent");
        }
    }

    @Test
    @Tag("long")
    @Tag("journeys")
    void signingANoteLongAfterSignInAsksForThePassword(@TempDir Path data) {
        try (var portal = PortalProcess.start(
                        data,
                        // her visit is at 11:00, and is signed once it has begun
                        Map.of("PLUMBLINE_PROOF_LASTS", "3s", "PLUMBLINE_CLOCK", "2026-11-24T18:00:00Z"));
                var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            write(browser, portal, new Visit("therapist", "Ana Vidal", "Swedish massage"));
            var page = browser.page();
            page.getByLabel("No change").check();
            page.getByLabel("Given", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByLabel("Better").check();
            page.keyboard().press("Control+Enter");
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByRole(AriaRole.TEXTBOX).fill("Asked at the start of the visit");
            page.keyboard().press("Enter");
            assertThat(dialog.getByText("Answer each in a few words")).not().isVisible();
            dialog.getByRole(AriaRole.TEXTBOX).fill("not it");
            page.keyboard().press("Enter");
            assertThat(dialog.getByText("Incorrect password for Tom Eriksen")).isVisible();
            assertThat(browser.axe()).isEmpty();
            dialog.getByRole(AriaRole.TEXTBOX).fill("demo-therapist-pass");
            page.keyboard().press("Enter");
            assertThat(page.getByText("As it was signed")).isVisible();
        }
    }

    @Test
    void typingWithoutAPauseAndGoingBackLosesNoText() {
        var portal = SharedPortal.get();
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            write(browser, portal, new Visit("stefan", "Gabriela Munteanu", "Myofascial release"));
            var page = browser.page();
            var nextStep = page.getByLabel("Next step");
            var saved = page.locator(".saved");
            var before = saved.getAttribute("data-version");
            var typing = new Locator.PressSequentiallyOptions().setDelay(60);
            nextStep.pressSequentially("ence, then many words without any pause that", typing);
            assertThat(saved).not().hasAttribute("data-version", before);
            nextStep.pressSequentially(" end right before the way back", typing);
            page.goBack();
            page.waitForURL(portal.address() + "notes");
            page.getByLabel("Continue note: Gabriela Munteanu").click();
            assertThat(nextStep)
                    .hasValue("Half a sentence, then many words without any pause that end right before the way back");
            endTheSessionWhileTyping(browser, "stefan");
        }
    }

    /** Case 16 of the public reports. */
    private static void endTheSessionWhileTyping(Chromium browser, String who) {
        var page = browser.page();
        var nextStep = page.getByLabel("Next step");
        page.onceDialog(Dialog::accept);
        nextStep.focus();
        // as it ends by itself: the browser keeps the token of the forms
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        // by the keyboard: the page may go to the sign-in between two letters, and with it the field
        page.keyboard().type(", which nobody keeps");
        page.waitForURL(Pattern.compile(".*/login.*"));
        browser.signIn(who);
        var said = page.getByRole(AriaRole.ALERT)
                .filter(new Locator.FilterOptions().setHasText("typed in “Next step” may not be saved"));
        assertThat(said).isVisible();
        assertThat(browser.axe()).isEmpty();
        said.getByText("Close").click();
        assertThat(said).not().isVisible();
        page.reload();
        assertThat(nextStep).isVisible();
        assertThat(said).not().isVisible();
    }

    /** Writes the half of a note; its address within the portal. */
    private static String write(Chromium browser, PortalProcess portal, Visit visit) {
        var page = browser.page();
        page.navigate(portal.address() + "notes");
        browser.signIn(visit.therapist());
        page.getByLabel("Write note: " + visit.patient()).click();
        page.waitForURL(Pattern.compile(".*/notes/.+"));
        page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("Pain before"))
                .getByRole(AriaRole.RADIO)
                .nth(7)
                .check();
        awaitSaved(page, 1);
        page.locator(".bc-hit[data-region='back-lumbar-left']").click();
        awaitSaved(page, 2);
        page.getByLabel(visit.modality()).check();
        awaitSaved(page, 3);
        page.getByLabel("Next step").pressSequentially("Half a sent");
        assertThat(page.locator(".saved")).hasText(Pattern.compile("Saving…"));
        // who types slowly is saved more than once
        assertThat(page.locator(".saved[data-state='answered']:not([data-version='3'])"))
                .isAttached();
        return page.url().substring(portal.address().length());
    }

    private static void awaitSaved(Page page, int version) {
        assertThat(page.locator(".saved[data-version='" + version + "'][data-state='answered']"))
                .isAttached();
    }

    /** An answer says nothing of what was typed since the portal was asked. */
    private static void writeOnWhileAnAnswerIsOnItsWay(Chromium browser) {
        var page = browser.page();
        var saved = page.locator(".saved");
        var before = Integer.parseInt(saved.getAttribute("data-version"));
        var nextStep = page.getByLabel("Next step");
        browser.delayAnswers(SLOW);
        saved.evaluate("saved => { window.asked = new Promise(ask => saved.addEventListener('autosave-ask', ask)); }");
        nextStep.pressSequentially("ence,");
        page.evaluate("async () => { await window.asked; }");
        nextStep.pressSequentially(" and on");
        var version = page.waitForFunction("""
                () => {
                  const {state, version} = document.querySelector(".saved").dataset;
                  return state === "answered" && Number(version);
                }""");
        assertThat((Integer) version.jsonValue()).isGreaterThanOrEqualTo(before + 2);
    }

    private static void readAgain(PortalProcess portal, Visit visit, String note, String nextStep) {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            var page = browser.page();
            page.navigate(portal.address() + note);
            browser.signIn(visit.therapist());
            assertThat(page.getByLabel("Next step")).hasValue(nextStep);
            assertThat(page.getByLabel(visit.modality())).isChecked();
            assertThat(page.locator("li", new Page.LocatorOptions().setHasText("Lumbar paraspinals, left")))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("Pain before"))
                            .getByRole(AriaRole.RADIO)
                            .nth(7))
                    .isChecked();
            page.navigate(portal.address() + "notes");
            assertThat(page.getByLabel("Continue note: " + visit.patient())).isVisible();
        }
    }
}
