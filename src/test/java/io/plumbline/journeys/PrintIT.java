package io.plumbline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.Paper;
import io.plumbline.support.PortalProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What comes out of the printer: each main screen is printed from Chromium and read back. {@code target/printed} has
 * the files.
 */
@Tag("long")
@Tag("documents")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class PrintIT {
    private static final Path PRINTED = Path.of("target/printed");

    /** What only a screen has: the skip link, the account menu, and two places of the navigation. */
    private static final List<String> OF_THE_SCREEN =
            List.of("Skip to content", "Display settings", "Exercise library", "Practitioners");

    private static PortalProcess portal;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        Files.createDirectories(PRINTED);
        portal = PortalProcess.start(data, Map.of());
    }

    @AfterAll
    static void end() {
        portal.close();
    }

    @Test
    void aPatientsRecordIsPrintedWithNamePrinterAndPageNumbers() {
        // dark on the screen, light on paper
        try (var browser = new Chromium(ColorScheme.DARK, 1440, 900)) {
            signIn(browser, "chiropractor");
            assertThat(print(browser, "start").text()).contains("Harbour Street");
            open(browser, "flags");
            assertThat(print(browser, "flags").text()).contains(lastRow(browser));

            var page = browser.page();
            open(browser, "patients?q=Hana%20Sato");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hana Sato"))
                    .first()
                    .click();
            page.locator(".timeline").waitFor();
            var intake = address(page, "intake");
            var plan = address(page, "plans");
            var note = address(page, "notes");
            browser.settle();
            var oldest = page.locator(".timeline .event-link").last().innerText();
            var patient = print(browser, "patient");
            assertThat(patient.pages()).isNotEmpty().allMatch(text -> text.contains("Hana Sato"));
            assertThat(patient.text()).contains(oldest);
            assertThat(download(browser, "patient-summary.pdf")).contains("Identity and contact");

            open(browser, intake);
            assertThat(print(browser, "intake").pages())
                    .allMatch(text -> text.contains("Hana Sato"))
                    .last()
                    .asString()
                    .contains("As it was signed");
            assertThat(download(browser, "intake-note.pdf")).contains("Signed by Dr. Ada Novak");
            open(browser, note);
            assertThat(print(browser, "note").pages())
                    .allMatch(text -> text.contains("Hana Sato"))
                    .last()
                    .asString()
                    .contains("As it was signed");
            assertThat(download(browser, "session-note.pdf")).contains("As it was signed");
            open(browser, plan);
            var lastVisit = page.locator(".visit .num").last().innerText();
            var visits = print(browser, "plan");
            assertThat(visits.pages()).hasSizeGreaterThan(1).allMatch(text -> text.contains("Hana Sato"));
            assertThat(visits.text()).contains(lastVisit + " ");
            assertThat(download(browser, "treatment-plan.pdf")).contains("2 of 11 delivered");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void listsAndPlanesArePrintedToTheirLastRowAndColumn() {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 700)) {
            signIn(browser, "manager");
            var page = browser.page();
            open(browser, "schedule");
            var columns = page.locator(".day-col[aria-label]").all().stream()
                    .map(column -> column.getAttribute("aria-label"))
                    .toList();
            var day = print(browser, "schedule-day");
            assertThat(columns).hasSizeGreaterThan(2).allMatch(day.text()::contains);
            assertThat(day.text()).contains("5 PM");
            assertThat(columns).allMatch(download(browser, "day-sheet-2026-11-24.pdf")::contains);
            open(browser, "schedule?view=week");
            var week = print(browser, "schedule-week");
            assertThat(columns).allMatch(week.text()::contains);
            assertThat(week.text()).contains("Sun").contains("Sat");

            open(browser, "leads/list");
            var leads = printByKey(browser, "leads");
            assertThat(leads.pages()).hasSizeGreaterThan(1);
            assertThat(leads.text()).contains(lastRow(browser));

            open(browser, "leads");
            assertThat(printByKey(browser, "call-now").text()).contains(lastRow(browser));
            open(browser, "reports/leads");
            assertThat(print(browser, "report").text())
                    .contains(page.locator(".figures tbody th").last().innerText());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void whoHasNoClinicPrintsInUniversalTime() {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 700)) {
            signIn(browser, "auditor");
            open(browser, "audit");
            assertThat(print(browser, "audit", "Plumbline", "5:").text())
                    .contains("Filter the list to print the others");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** As Ctrl P prints, which loads the rows first that the screen has not needed. */
    private static Paper printByKey(Chromium browser, String name) {
        var page = browser.page();
        page.evaluate("() => { window.print = () => (window.isPrinted = true); }");
        page.keyboard().press("Control+p");
        page.waitForFunction("window.isPrinted");
        return print(browser, name);
    }

    private static Paper print(Chromium browser, String name) {
        return print(browser, name, "Harbour Street", "10:");
    }

    private static Paper print(Chromium browser, String name, String place, String time) {
        var paper = Paper.of(browser.page()
                .pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true)));
        try {
            Files.write(PRINTED.resolve(name + ".pdf"), paper.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var printedBy = "Printed by " + browser.page().locator(".me .strong").textContent() + ", Nov 24, 2026, " + time;
        for (int page = 1; page <= paper.pages().size(); page++) {
            assertThat(paper.pages().get(page - 1))
                    .as("%s, page %s", name, page)
                    .contains("Page %d of %d".formatted(page, paper.pages().size()))
                    .contains(printedBy)
                    .contains(place)
                    .doesNotContain(OF_THE_SCREEN);
        }
        return paper;
    }

    /** The text of the document that the screen offers. */
    private static String download(Chromium browser, String name) {
        var page = browser.page();
        var file = page.waitForDownload(() -> page.locator("main a[title^='Download as PDF']")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^PDF$")))
                .click());
        assertThat(file.suggestedFilename()).isEqualTo(name);
        file.saveAs(PRINTED.resolve(name));
        try {
            return Paper.of(Files.readAllBytes(PRINTED.resolve(name))).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name in the last row of the list on the screen; the demo clinic has fewer than the portal loads at once. */
    private static String lastRow(Chromium browser) {
        var page = browser.page();
        page.evaluate("document.querySelectorAll('vaadin-grid.list').forEach(one => one.scrollToIndex(one.size - 1))");
        return String.valueOf(page.waitForFunction("""
                () => {
                  const list = [...document.querySelectorAll('vaadin-grid.list')].at(-1);
                  const row = list._getRenderedRows().find((one) => one.index === list.size - 1);
                  return [...(row?.querySelectorAll('slot') ?? [])].flatMap((slot) => slot.assignedElements())
                    .map((cell) => cell.querySelector('.row-link')?.innerText).find(Boolean);
                }""").jsonValue());
    }

    private static String address(Page page, String room) {
        return page.locator("main a[href^='" + room + "/']").first().getAttribute("href");
    }

    private static void signIn(Chromium browser, String who) {
        browser.page().navigate(portal.address());
        browser.signIn(who);
        browser.page().locator(".topbar").waitFor();
        browser.settle();
    }

    private static void open(Chromium browser, String address) {
        browser.page().navigate(portal.address() + address);
        browser.page().locator("h1").waitFor();
        browser.settle();
    }
}
