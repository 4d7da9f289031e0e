package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.SharedPortal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Phrases are inserted by their code, and dictated or composed words are left alone: neither a phrase nor the autosave
 * nor a change in another window moves the caret, ends a composition or replaces a word.
 */
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class NotePhraseIT {
    /** As fast as a person types. */
    private static final Keyboard.TypeOptions TYPING = new Keyboard.TypeOptions().setDelay(30);

    private static final String LOWBACK = "Broad strokes over the lumbar and sacral area. Deeper pressure on"
            + " {paraspinals or quadratus lumborum}, {side}. Myofascial release around {hips or glutes}."
            + " Gentler strokes to close.";

    @Test
    @Tag("long")
    @Tag("journeys")
    void aCodeAndASpaceInsertThePhraseAndTabGoesFromStopToStop() {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            var page = openNote(browser, "therapist", "Ana Vidal");
            var findings = page.getByLabel("Findings", new Page.GetByLabelOptions().setExact(true));
            stopsAreFilledInWithTheKeyboard(page, findings);
            assertThat(browser.axe()).isEmpty();
            undoBringsTheCodeBack(page, findings);
            whatIsNoCodeStaysAsTyped(page, findings);
            linesStayLinesAndOwnPhrasesInsertThoseOfTheClinics(page, findings);
            aPhraseThatDoesNotFitIsNotCut(page);
            aPhraseIsFoundByItsWords(page, findings);
            keysOfTheScreenNameThePhrases(page);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void stopsAreFilledInWithTheKeyboard(Page page, Locator findings) {
        findings.focus();
        page.keyboard().type("Today: .lowback ", TYPING);
        assertThat(findings).hasValue("Today: " + LOWBACK + " ");
        assertThat(page.locator(".phrases[data-key] [role=status]")).hasText("Phrase inserted, 3 stops");
        assertThat(selected(findings)).isEqualTo("{paraspinals or quadratus lumborum}");
        page.keyboard().type("paraspinals", TYPING);
        page.keyboard().press("Tab");
        assertThat(selected(findings)).isEqualTo("{side}");
        page.keyboard().type("leftt", TYPING);
        page.keyboard().press("Backspace");
        page.keyboard().press("Tab");
        assertThat(selected(findings)).isEqualTo("{hips or glutes}");
        page.keyboard().press("Shift+Tab");
        assertThat(selected(findings)).isEqualTo("left");
        page.keyboard().press("Shift+Tab");
        assertThat(selected(findings)).isEqualTo("paraspinals");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("hips", TYPING);
        assertThat(findings).isFocused();
        page.keyboard().press("Tab");
        assertThat(findings).not().isFocused();
        var filled = "Today: Broad strokes over the lumbar and sacral area. Deeper pressure on paraspinals, left."
                + " Myofascial release around hips. Gentler strokes to close. ";
        assertThat(findings).hasValue(filled);
        page.keyboard().press("Shift+Tab");
        assertThat(findings).isFocused();
        page.keyboard().press("Tab");
        assertThat(findings).not().isFocused();
        awaitSaved(page);
        page.reload();
        assertThat(findings).hasValue(filled.strip());
    }

    private static void undoBringsTheCodeBack(Page page, Locator findings) {
        empty(page, findings);
        page.keyboard().type("Before .ql ", TYPING);
        assertThat(findings).hasValue("Before Deeper pressure on the quadratus lumborum, {side}. ");
        page.keyboard().press("Control+z");
        assertThat(findings).hasValue("Before .ql ");
        page.keyboard().type("x", TYPING);
        assertThat(findings).hasValue("Before .ql x");
        awaitSaved(page);
        page.reload();
        assertThat(findings).hasValue("Before .ql x");
    }

    private static void whatIsNoCodeStaysAsTyped(Page page, Locator findings) {
        for (var typed : List.of("word.ql ", ".unknown ", "4.5 ", "L5.QL ", ". ql ", ".ql. ")) {
            empty(page, findings);
            page.keyboard().type(typed, TYPING);
            assertThat(findings).hasValue(typed);
        }
        empty(page, findings);
        page.keyboard().type(".HINGE ", TYPING);
        assertThat(findings).hasValue("Hip hinge: bend at the hips, not by rounding the back. ");
    }

    private static void linesStayLinesAndOwnPhrasesInsertThoseOfTheClinics(Page page, Locator findings) {
        empty(page, findings);
        page.keyboard().type(".homecare ", TYPING);
        assertThat(findings).hasValue("""
                Posture check daily: ears over shoulders, shoulders over hips, neutral spine.
                Get up regularly when sitting for hours: stand or walk.\s""");
        empty(page, findings);
        page.keyboard().type(".lb ", TYPING);
        assertThat(findings).hasValue(LOWBACK + " Asked to stop at {1 to 5}. ");
        // a phrase within a stop: its own stops come first, those of the outer one after them
        page.keyboard().type("muscle .ql ", TYPING);
        assertThat(selected(findings)).isEqualTo("{side}");
        page.keyboard().type("right", TYPING);
        page.keyboard().press("Tab");
        assertThat(selected(findings)).isEqualTo("{side}");
        page.keyboard().press("Tab");
        assertThat(selected(findings)).isEqualTo("{hips or glutes}");
        page.keyboard().press("Escape");
        page.keyboard().press("Tab");
        assertThat(findings).not().isFocused();
    }

    private static void aPhraseThatDoesNotFitIsNotCut(Page page) {
        var cue = page.getByLabel("Movement cue taught");
        cue.fill("x".repeat(150));
        cue.press("End");
        page.keyboard().type(" .lowback ", TYPING);
        assertThat(cue).hasValue("x".repeat(150) + " .lowback ");
        assertThat(page.locator(".phrases[data-key] [role=status]"))
                .hasText("Not inserted: the phrase is too long for this field, which has at most 300 characters.");
    }

    private static void aPhraseIsFoundByItsWords(Page page, Locator findings) {
        empty(page, findings);
        page.keyboard().type("Before after", TYPING);
        for (int n = 0; n < 5; n++) {
            page.keyboard().press("ArrowLeft");
        }
        page.keyboard().press("Alt+p");
        assertThat(page.getByLabel("Find a phrase")).isFocused();
        page.keyboard().type("quadratus deeper", TYPING);
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(3);
        page.keyboard().type(" ql", TYPING);
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(findings).hasValue("Before Deeper pressure on the quadratus lumborum, {side}.after");
        assertThat(findings).isFocused();
        assertThat(selected(findings)).isEqualTo("{side}");
        assertThat(page.getByLabel("Find a phrase")).hasValue("");
    }

    private static void keysOfTheScreenNameThePhrases(Page page) {
        page.locator("h1").click();
        page.keyboard().press("?");
        assertThat(page.getByText("In a text: insert the phrase with this code; Tab goes to its stops"))
                .isVisible();
        page.keyboard().press("Escape");
    }

    @Test
    void dictatedAndComposedWordsAreLeftAlone() {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            var page = openNote(browser, "mateus", "Keala Makoa");
            var findings = page.getByLabel("Findings", new Page.GetByLabelOptions().setExact(true));
            aCompositionOutlastsTheAutosave(page, findings);
            dictationInsertsNoPhrase(page, findings);
            aStopTakesDictatedWords(page, findings);
            aChangeInAnotherWindowLeavesACompositionAlone(page, findings, "Next step", "Again in a week", "multif");
            aChangeInAnotherWindowLeavesACompositionAlone(page, findings, "Home care", "Walk", "multifidus and ");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void aCompositionOutlastsTheAutosave(Page page, Locator findings) {
        empty(page, findings);
        page.keyboard().type("Before after", TYPING);
        for (int n = 0; n < 5; n++) {
            page.keyboard().press("ArrowLeft");
        }
        compose(page, "tender ");
        awaitSaved(page);
        assertThat(findings).hasValue("Before tender after");
        compose(page, "tender in the ");
        awaitSaved(page);
        compose(page, "tender in the back ");
        assertThat(findings).hasValue("Before tender in the back after");
        assertThat(caret(findings)).isEqualTo("Before tender in the back ".length());
        page.context().newCDPSession(page).send("Input.insertText", text("tender in the back, left "));
        assertThat(findings).hasValue("Before tender in the back, left after");
        assertThat(caret(findings)).isEqualTo("Before tender in the back, left ".length());
        awaitSaved(page);
        assertThat(caret(findings)).isEqualTo("Before tender in the back, left ".length());
    }

    /** Each kind of input by which words come that nobody types. */
    private static void dictationInsertsNoPhrase(Page page, Locator findings) {
        empty(page, findings);
        compose(page, ".ql ");
        assertThat(findings).hasValue(".ql ");
        page.context().newCDPSession(page).send("Input.insertText", text(".ql "));
        assertThat(findings).hasValue(".ql ");
        for (var kind :
                List.of("insertReplacementText", "insertFromDictation", "insertCompositionText", "insertFromPaste")) {
            empty(page, findings);
            page.keyboard().type("Say wrong here", TYPING);
            findings.evaluate("""
                    (field, kind) => {
                      field.setRangeText('.ql ', 4, 9, 'end');
                      field.dispatchEvent(new InputEvent('input', { inputType: kind, data: ' ', bubbles: true, composed: true }));
                    }""", kind);
            assertThat(findings).hasValue("Say .ql  here");
            assertThat(caret(findings)).as(kind).isEqualTo(8);
            awaitSaved(page);
            assertThat(findings).hasValue("Say .ql  here");
            assertThat(caret(findings)).as(kind).isEqualTo(8);
        }
        empty(page, findings);
        page.keyboard().insertText("dictated .ql ");
        assertThat(findings).hasValue("dictated .ql ");
    }

    private static void aStopTakesDictatedWords(Page page, Locator findings) {
        empty(page, findings);
        page.keyboard().type(".lowback ", TYPING);
        compose(page, "both");
        awaitSaved(page);
        compose(page, "both of them");
        page.context().newCDPSession(page).send("Input.insertText", text("both of them"));
        page.keyboard().press("Tab");
        assertThat(selected(findings)).isEqualTo("{side}");
        page.keyboard().insertText("on the left");
        page.keyboard().press("Shift+Tab");
        assertThat(selected(findings)).isEqualTo("both of them");
    }

    /** The same person has the note open twice, as on a tablet: what the other window saves comes in with the next save here. */
    private static void aChangeInAnotherWindowLeavesACompositionAlone(
            Page page, Locator findings, String label, String words, String composed) {
        empty(page, findings);
        page.keyboard().type("Left ", TYPING);
        awaitSaved(page);
        var other = page.context().newPage();
        other.navigate(page.url());
        other.getByLabel(label).fill(words);
        awaitSaved(other);
        other.close();
        page.bringToFront();
        compose(page, composed);
        assertThat(page.getByLabel(label)).hasValue(words);
        awaitSaved(page);
        assertThat(findings).isFocused();
        assertThat(findings).hasValue("Left " + composed);
        assertThat(caret(findings)).isEqualTo("Left ".length() + composed.length());
        var more = "multifidus and quadratus ";
        // a composition that was ended would stand there twice
        compose(page, more);
        assertThat(findings).hasValue("Left " + more);
        awaitSaved(page);
        assertThat(findings).hasValue("Left " + more);
        assertThat(caret(findings)).isEqualTo("Left ".length() + more.length());
        page.context().newCDPSession(page).send("Input.insertText", text(more));
        assertThat(findings).hasValue("Left " + more);
        awaitSaved(page);
    }

    private static Page openNote(Chromium browser, String who, String patient) {
        var page = browser.page();
        page.navigate(SharedPortal.get().address() + "notes");
        browser.signIn(who);
        page.getByLabel("Write note: " + patient).click();
        page.waitForURL(Pattern.compile(".*/notes/.+"));
        assertThat(page.locator(".phrases[data-key]")).isAttached();
        return page;
    }

    private static void empty(Page page, Locator field) {
        field.focus();
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        assertThat(field).hasValue("");
    }

    private static void compose(Page page, String words) {
        var composed = text(words);
        composed.addProperty("selectionStart", words.length());
        composed.addProperty("selectionEnd", words.length());
        page.context().newCDPSession(page).send("Input.imeSetComposition", composed);
    }

    private static JsonObject text(String words) {
        var parameters = new JsonObject();
        parameters.addProperty("text", words);
        return parameters;
    }

    private static void awaitSaved(Page page) {
        assertThat(page.locator(".saved[data-state='answered']")).isAttached();
    }

    private static String selected(Locator field) {
        return (String) field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)");
    }

    private static int caret(Locator field) {
        return (int) field.evaluate("field => field.selectionStart === field.selectionEnd ? field.selectionStart : -1");
    }
}
