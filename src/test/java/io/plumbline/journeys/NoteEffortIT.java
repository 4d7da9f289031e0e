package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many clicks, shortcuts and runs of typing a note takes, from the list of the day to signed. */
@Tag("long")
@Tag("journeys")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class NoteEffortIT {
    private static final Logger LOG = LoggerFactory.getLogger(NoteEffortIT.class);

    private static final List<String> FOUR = List.of("Bird dog", "Side plank", "Pelvic tilt", "Knee to chest");

    /** Counts each click, shortcut, and run of typing in one field. */
    private static final class Effort {
        private static final Pattern REQUESTS = Pattern.compile("v-r=uidl");

        private final Page page;
        private int groups;

        private Effort(Page page) {
            this.page = page;
        }

        void click(Locator what) {
            groups++;
            what.click();
        }

        void choose(Locator radio) {
            groups++;
            radio.check();
        }

        void press(String shortcut) {
            groups++;
            page.keyboard().press(shortcut);
        }

        /** Types in the field that has the focus. */
        void type(Locator field, String text) {
            groups++;
            field.pressSequentially(text);
            field.press("Enter");
        }

        /** Types names in a field that takes one after the other, each chosen before the portal answers. */
        void pick(Locator field, List<String> names) {
            groups++;
            for (var name : names) {
                var unanswered = new ArrayList<Route>();
                page.route(REQUESTS, unanswered::add);
                field.pressSequentially(name);
                field.press("ArrowDown");
                field.press("Enter");
                page.unroute(REQUESTS);
                unanswered.forEach(Route::resume);
                assertThat(field).hasValue("");
            }
        }
    }

    /** Counts each shortcut, and each run of keys in one field with the Tab keys that lead there. */
    private static final class Keyboard {
        private static final int MOST_TABS = 80;
        private static final String ROW = """
                grid => {
                  const cell = grid.shadowRoot.activeElement;
                  return cell?.querySelector("slot")?.assignedElements()[0]?.textContent ?? "";
                }""";

        private final Page page;
        private int groups;
        private int keys;

        private Keyboard(Page page) {
            this.page = page;
        }

        void press(String shortcut) {
            groups++;
            key(shortcut);
        }

        /** Goes to the row of a list that names somebody, and opens it. */
        void open(String row) {
            groups++;
            var grid = page.locator("vaadin-grid").filter(new Locator.FilterOptions().setHasText(row));
            assertThat(grid).isVisible();
            tabTo(grid, "e => document.activeElement === e");
            for (var rows = 0; !((String) grid.evaluate(ROW)).contains(row); rows++) {
                assertThat(rows).as("rows before " + row).isLessThan(MOST_TABS);
                key("ArrowDown");
            }
            key("Enter");
        }

        /** Chooses in a field by its keys. */
        void type(Locator field, String what) {
            groups++;
            tabTo(field, "e => e.contains(document.activeElement)");
            key(what);
            assertThat(field.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setChecked(true)))
                    .isVisible();
        }

        private void tabTo(Locator part, String isThere) {
            for (var tabs = 0; !((Boolean) part.evaluate(isThere)); tabs++) {
                assertThat(tabs).as("Tab keys to " + part).isLessThan(MOST_TABS);
                key("Tab");
            }
        }

        private void key(String name) {
            keys++;
            page.keyboard().press(name);
        }
    }

    @Test
    void aNoteOfEachDisciplineTakesFewClicks(@TempDir Path data) {
        try (var portal = PortalProcess.start(data, Map.of("PLUMBLINE_CLOCK", "2026-11-24T22:45:00Z"))) {
            assertThat(groups(portal, "therapist", NoteEffortIT::massage))
                    .as("clicks and runs of typing of a follow-up massage")
                    .isLessThanOrEqualTo(8);
            assertThat(groups(portal, "chiropractor", NoteEffortIT::adjustment))
                    .as("of an adjustment of three segments")
                    .isLessThanOrEqualTo(14);
            assertThat(groups(portal, "therapist", NoteEffortIT::exercises))
                    .as("of an exercise session with four exercises")
                    .isLessThanOrEqualTo(10);
            assertThat(groups(portal, "therapist", NoteEffortIT::massageByKeyboard))
                    .as("runs of keys and shortcuts of a follow-up massage by keyboard alone")
                    .isLessThanOrEqualTo(8);
        }
    }

    private static int groups(PortalProcess portal, String who, ToIntFunction<Page> note) {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 900)) {
            browser.page().navigate(portal.address() + "notes");
            browser.signIn(who);
            var groups = note.applyAsInt(browser.page());
            assertThat(browser.axe()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            return groups;
        }
    }

    /** Two areas, two modalities, pressure and next step are carried forward; pressure and pain are of today. */
    private static int massage(Page page) {
        var effort = new Effort(page);
        effort.click(page.getByLabel("Carry forward: Anand Mehta"));
        page.waitForURL(Pattern.compile(".*/notes/.+"));
        assertThat(page.getByText(Pattern.compile("\\d carried forward"))).isVisible();
        effort.choose(page.getByLabel("No change"));
        effort.choose(page.getByLabel("Given", new Page.GetByLabelOptions().setExact(true)));
        effort.choose(value(page, "Pain before", 5));
        effort.choose(value(page, "Pressure", 2));
        effort.choose(page.getByLabel("Better"));
        effort.choose(value(page, "Pain after", 3));
        effort.press("Control+Enter");
        return signed(page, effort, "a follow-up massage");
    }

    /** What {@link #massage} does, without a pointer; the pressure is as it was carried forward. */
    private static int massageByKeyboard(Page page) {
        var keyboard = new Keyboard(page);
        keyboard.open("Rania Haddad");
        page.waitForURL(Pattern.compile(".*/notes/.+"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Session note")))
                .isVisible();
        keyboard.press("Alt+Shift+F");
        assertThat(page.getByText(Pattern.compile("\\d carried forward"))).isVisible();
        keyboard.type(group(page, "Safety re-check"), "n");
        keyboard.type(group(page, "Consent today"), "g");
        keyboard.type(group(page, "Pain before"), "5");
        keyboard.type(group(page, "Response to treatment"), "b");
        keyboard.type(group(page, "Pain after"), "3");
        keyboard.press("Control+Enter");
        assertThat(page.getByText("As it was signed")).isVisible();
        LOG.info(
                "a follow-up massage by keyboard alone: {} runs of keys and shortcuts, {} keys",
                keyboard.groups,
                keyboard.keys);
        return keyboard.groups;
    }

    private static int adjustment(Page page) {
        var effort = new Effort(page);
        effort.click(page.getByLabel("Write note: Anand Mehta"));
        page.waitForURL(Pattern.compile(".*/notes/.+"));
        effort.choose(page.getByLabel("No change"));
        effort.choose(page.getByLabel("Given", new Page.GetByLabelOptions().setExact(true)));
        effort.choose(value(page, "Pain before", 4));
        effort.type(page.getByLabel("Add segments"), "L5 L PART MOB, L4 R P.R MOB, SI R A.R MOB");
        effort.choose(page.getByLabel("Better"));
        effort.choose(value(page, "Pain after", 2));
        effort.type(page.getByLabel("Next step"), "Again in a week");
        effort.press("Control+Enter");
        return signed(page, effort, "an adjustment of three segments");
    }

    private static int exercises(Page page) {
        var effort = new Effort(page);
        effort.click(page.getByLabel("Write note: Léa Brandt"));
        page.waitForURL(Pattern.compile(".*/notes/.+"));
        effort.choose(page.getByLabel("No change"));
        effort.choose(page.getByLabel("Given", new Page.GetByLabelOptions().setExact(true)));
        effort.pick(page.getByLabel("Add an exercise"), FOUR);
        effort.choose(page.getByLabel("Better"));
        effort.type(page.getByLabel("Next step"), "The same at home, daily");
        effort.press("Control+Enter");
        return signed(page, effort, "an exercise session with four exercises");
    }

    private static int signed(Page page, Effort effort, String what) {
        assertThat(page.getByText("As it was signed")).isVisible();
        LOG.info("{}: {} clicks, shortcuts and runs of typing", what, effort.groups);
        return effort.groups;
    }

    private static Locator value(Page page, String scale, int value) {
        return group(page, scale)
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions()
                                .setName(String.valueOf(value))
                                .setExact(true));
    }

    private static Locator group(Page page, String name) {
        return page.getByRole(
                AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
