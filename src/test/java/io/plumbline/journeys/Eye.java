package io.plumbline.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;

/**
 * What looks at one screen: in a window and a scheme it notes what is wrong, and takes the picture then.
 *
 * @param alike what the same screen of another person is called
 */
record Eye(Chromium browser, SoftAssertions found, String screen, Seen seen, String alike) {
    static final Window WIDE = new Window(1440, 900);
    static final Window PHONE = new Window(390, 844);
    static final Window NARROW = new Window(320, 700);
    static final Window TABLET = new Window(1024, 768);
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final boolean EVERY_PICTURE = Boolean.getBoolean("plumbline.pictures");

    /** Width and height in CSS px. */
    record Window(int width, int height) {}

    /** What of each screen was judged already: axe, which takes longest, says the same of the same again. */
    static final class Seen {
        private final Map<String, Set<String>> shapes = new ConcurrentHashMap<>();

        boolean hasAll(String screen, Set<String> parts) {
            return !shapes.computeIfAbsent(screen, fresh -> ConcurrentHashMap.newKeySet())
                    .addAll(parts);
        }
    }

    Eye(Chromium browser, SoftAssertions found, String screen) {
        this(browser, found, screen, new Seen(), screen);
    }

    /** Returns whether it saw something that no earlier look at this screen did, or takes every picture. */
    boolean lookTwice() {
        return look(WIDE, ColorScheme.LIGHT) | look(PHONE, ColorScheme.DARK) | EVERY_PICTURE;
    }

    boolean look(Window window, ColorScheme scheme) {
        var where = turn(window, scheme);
        var before = found.errorsCollected().size();
        var isNew = isNew(window, scheme);
        if (isNew) {
            found.assertThat(atRest(browser::axe)).as(where).isEmpty();
        }
        found.assertThat(browser.outOfPlace()).as(where).isEmpty();
        take(where, before);
        return isNew;
    }

    /** Where only the colors differ from what was looked at. */
    void glance(Window window, ColorScheme scheme) {
        var where = turn(window, scheme);
        var before = found.errorsCollected().size();
        if (isNew(window, scheme)) {
            found.assertThat(atRest(browser::contrast)).as(where).isEmpty();
        }
        take(where, before);
    }

    /** What is found on the screen at rest: a color that was still changing is right at the second look. */
    private List<String> atRest(Supplier<List<String>> findings) {
        var wrong = findings.get();
        if (wrong.isEmpty()) {
            return wrong;
        }
        browser.settle();
        return findings.get();
    }

    private boolean isNew(Window window, ColorScheme scheme) {
        return !seen.hasAll(alike + window + scheme, browser.shapes());
    }

    private String turn(Window window, ColorScheme scheme) {
        var page = browser.page();
        page.setViewportSize(window.width(), window.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        browser.settle();
        return screen + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + window.width();
    }

    private void take(String where, int foundBefore) {
        if (EVERY_PICTURE || found.errorsCollected().size() > foundBefore) {
            browser.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(where + ".png")));
        }
    }
}
