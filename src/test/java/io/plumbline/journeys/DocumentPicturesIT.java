package io.plumbline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The parts that {@code docs/design.md} names are on the screens that it pictures. With
 * {@code -Dplumbline.docs.write=true} each picture is taken again.
 */
@Tag("long")
@Tag("documents")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class DocumentPicturesIT {
    private static final Path DOCUMENT = Path.of("docs/design.md");
    private static final Path PICTURES = Path.of("docs/screenshots/parts");
    private static final boolean TAKES_PICTURES = Boolean.getBoolean("plumbline.docs.write");

    private static final String DIALOG = "vaadin-dialog[opened] [part=overlay]";
    private static final String HANA = "patients?q=Hana%20Sato";

    private static PortalProcess portal;

    /**
     * A part on a screen.
     *
     * @param name of its picture
     * @param where the selector of what is pictured
     */
    private record Part(String name, String where, String address, Consumer<Page> prepare) {
        Part(String name, String where, String address) {
            this(name, where, address, page -> {});
        }
    }

    /** What one person sees. */
    private record Visit(String who, List<Part> parts) {
        @Override
        public String toString() {
            return who;
        }
    }

    private static Stream<Visit> visits() {
        return Stream.of(
                new Visit(
                        "manager",
                        List.of(
                                new Part("trend", ".card:has-text('Response target met')", ""),
                                new Part("funnel", ".card:has-text('Funnel')", ""),
                                new Part("count", "vaadin-side-nav-item[path='leads']", ""),
                                new Part("filters", ".filters", "leads/list?status=NEW"),
                                new Part("empty", ".empty", "patients?q=zzzzz"),
                                new Part("errors", DIALOG, "leads", DocumentPicturesIT::enterNothing),
                                new Part("find", DIALOG, "leads", DocumentPicturesIT::findBerg),
                                new Part("toast", ".toast", "leads", page -> page.keyboard()
                                        .press("c")))),
                new Visit(
                        "frontdesk",
                        List.of(
                                new Part("day", ".card:has-text('Today')", ""),
                                new Part("facts", ".beside .facts", "schedule", DocumentPicturesIT::openAppointment),
                                new Part("times", ".beside", "schedule", DocumentPicturesIT::moveAppointment))),
                new Visit(
                        "chiropractor",
                        List.of(
                                new Part("flag", ".flag-row", "flags"),
                                new Part("chips", "nav.chips", "plans"),
                                new Part("plan-row", ".list-row", "plans"),
                                new Part("header", ".patient-header", HANA, DocumentPicturesIT::openHana),
                                new Part("rail", ".rail", HANA, DocumentPicturesIT::openHana))),
                new Visit(
                        "therapist",
                        List.of(
                                new Part("scale", ".seg", "", DocumentPicturesIT::continueNote),
                                new Part("body-chart", ".body-chart-parts", "", DocumentPicturesIT::continueNote),
                                new Part("saved", ".saved", "", DocumentPicturesIT::continueNote))));
    }

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        portal = PortalProcess.start(data, Map.of());
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void end() {
        portal.close();
    }

    @ParameterizedTest
    @MethodSource("visits")
    void eachPartOfTheDesignIsOnTheScreenThatItsPictureShows(Visit visit) {
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address());
            browser.signIn(visit.who());
            page.locator(".topbar").waitFor();
            for (var part : visit.parts()) {
                page.navigate(portal.address() + part.address());
                page.locator("h1").waitFor();
                browser.settle();
                part.prepare().accept(page);
                browser.settle();
                var place = page.locator(part.where()).first();
                assertThat(place).isVisible();
                if (TAKES_PICTURES) {
                    place.screenshot(new Locator.ScreenshotOptions().setPath(PICTURES.resolve(part.name() + ".png")));
                }
            }
        }
    }

    @Test
    void theDocumentShowsEachPicture() throws IOException {
        var text = Files.readString(DOCUMENT);
        assertThat(visits().flatMap(visit -> visit.parts().stream()))
                .allSatisfy(part -> assertThat(text).contains("(screenshots/parts/" + part.name() + ".png)"));
    }

    private static void enterNothing(Page page) {
        page.locator("vaadin-button").getByText("New lead").click();
        page.getByRole(AriaRole.DIALOG).locator("vaadin-button").last().click();
    }

    private static void findBerg(Page page) {
        page.keyboard().press("Control+k");
        page.keyboard().type("berg");
        page.locator(".find-item").getByText("Carl Berg").waitFor();
    }

    private static void openAppointment(Page page) {
        page.locator("[data-appointment]")
                .filter(new Locator.FilterOptions().setHasText("12:00–12:50 PM"))
                .first()
                .click();
        page.locator(".beside .facts").waitFor();
    }

    private static void moveAppointment(Page page) {
        openAppointment(page);
        page.getByText("Move…").click();
        page.locator(".time-chips vaadin-radio-button").first().waitFor();
    }

    private static void openHana(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hana Sato"))
                .first()
                .click();
        page.locator(".rail").waitFor();
    }

    private static void continueNote(Page page) {
        page.getByText("Continue note").first().click();
        page.locator(".seg").first().waitFor();
    }
}
