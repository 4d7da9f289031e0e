package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How high a session note is on full records, and how far down its first field is on a tablet and a phone. The patients
 * have three alerts or more, an open red flag and an open reaction.
 */
@Tag("long")
@Tag("screens")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class NoteHeightIT {
    private static final Logger LOG = LoggerFactory.getLogger(NoteHeightIT.class);
    private static final int MOST = 1_100;
    private static final List<String> AREAS = List.of(
            "Lumbar paraspinals, right", "Flank, quadratus lumborum, right", "Gluteals, left", "Gluteals, right");
    private static final List<String> MODALITIES = List.of(
            "Swedish massage",
            "Myofascial release",
            "Trigger point",
            "Positional release",
            "Sports massage",
            "Therapist-assisted stretching");
    private static final List<String> EXERCISES =
            List.of("Bird dog", "Side plank", "Pelvic tilt", "Knee to chest", "Cat", "Adductor stretch");

    @Test
    void aNoteOfEachDisciplineFitsOnFullRecords(@TempDir Path data) {
        try (var portal = PortalProcess.start(data, Map.of("PLUMBLINE_CLOCK", "2026-11-24T22:45:00Z"))) {
            addAlerts(portal, "Anand Mehta");
            addAlerts(portal, "Léa Brandt");
            look(portal, "therapist", "Carry forward: Anand Mehta", NoteHeightIT::massage);
            look(portal, "chiropractor", "Write note: Anand Mehta", NoteHeightIT::adjustment);
            look(portal, "therapist", "Write note: Léa Brandt", NoteHeightIT::exercises);
        }
    }

    private static void addAlerts(PortalProcess portal, String patient) {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1440, 900)) {
            var page = browser.page();
            page.navigate(portal.address() + "notes");
            browser.signIn("therapist");
            page.getByLabel(Pattern.compile("(Write|Continue) note: " + patient))
                    .first()
                    .click();
            page.locator(".patient-name").click();
            for (var kind : List.of("Latex allergy", "Preference", "Other")) {
                button(page, "Add alert…").click();
                page.getByLabel("Description").fill("Told by the patient at the first visit");
                page.locator("vaadin-select")
                        .filter(new Locator.FilterOptions().setHasText("Alert type"))
                        .click();
                page.getByRole(
                                AriaRole.OPTION,
                                new Page.GetByRoleOptions().setName(kind).setExact(true))
                        .click();
                button(page, "Add alert").click();
                assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
            }
        }
    }

    private static void look(PortalProcess portal, String who, String visit, Consumer<Page> write) {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1440, 900)) {
            var page = browser.page();
            page.navigate(portal.address() + "notes");
            browser.signIn(who);
            page.getByLabel(visit).click();
            page.waitForURL(Pattern.compile(".*/notes/.+"));
            assertThat(page.locator(".note-page")).isVisible();
            write.accept(page);
            // what must be known is seen without opening anything
            assertThat(page.locator(".patient-marks .badge")).not().hasCount(0);
            assertThat(page.locator(".before-treatment .badge").first()).isVisible();
            assertThat(page.getByText("Adverse reactions")).isVisible();
            assertThat(page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("Sign · \\d+ missing"))))
                    .isVisible();
            var height = number(page, "document.querySelector('main').scrollHeight");
            var tablet = firstField(page, 1024, 768);
            var phone = firstField(page, 400, 860);
            LOG.info("{} as {}: {} px, first field at {} and {} px", visit, who, height, tablet, phone);
            assertThat(height).as(visit + " as " + who).isLessThanOrEqualTo(MOST);
            assertThat(tablet).as("first field on a tablet").isLessThan(768);
            assertThat(phone).as("first field on a phone").isLessThan(860);
        }
    }

    private static int firstField(Page page, int width, int height) {
        page.setViewportSize(width, height);
        page.waitForTimeout(300);
        return number(
                page,
                "Math.round(document.querySelector('.note-page vaadin-radio-group').getBoundingClientRect().top)");
    }

    private static int number(Page page, String script) {
        return ((Number) page.evaluate("() => " + script)).intValue();
    }

    private static void massage(Page page) {
        var byName = page.getByLabel("Add an area by name");
        AREAS.forEach(area -> pick(byName, area));
        MODALITIES.forEach(name -> page.getByLabel(name, new Page.GetByLabelOptions().setExact(true))
                .check());
    }

    private static void adjustment(Page page) {
        var typed = page.getByLabel("Add segments");
        typed.fill("L5 L PART MOB, L4 R P.R MOB, SI R A.R MOB, T4 L P MOB, C2 R P MOB");
        typed.press("Enter");
        assertThat(page.locator(".segment-row")).hasCount(5);
    }

    private static void exercises(Page page) {
        var byName = page.getByLabel("Add an exercise");
        EXERCISES.forEach(exercise -> pick(byName, exercise));
        assertThat(page.locator(".exercise-row")).hasCount(6);
    }

    private static void pick(Locator field, String name) {
        field.pressSequentially(name);
        field.press("ArrowDown");
        field.press("Enter");
        assertThat(field).hasValue("");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
