package io.plumbline.support;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Chromium of this machine, driven by Playwright, and everything that a page complains of. */
public final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String LOCALE = "en-GB";
    private static final String ZONE = "UTC";
    private static final String RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

    private static final String AXE = script("/axe.min.js");
    private static final String LOOK = script("/look.js");
    private static final String SHAPES = script("/shapes.js");

    /** So long a page is waited for: what goes on beside the tests makes a portal slow. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One of each thread, in which each journey has a context of its own: only that thread may use it. */
    private static final ThreadLocal<Browser> SHARED = ThreadLocal.withInitial(Chromium::launch);

    private final BrowserContext context;
    private final Page page;
    private final @Nullable Own own;
    private final List<String> complaints = new ArrayList<>();

    /** A process of its own, which can be killed. */
    private record Own(Path profile, Playwright playwright) {}

    /** Opens a window in the browser of this thread, which nothing that others did has touched. */
    public Chromium(ColorScheme scheme, int width, int height) {
        own = null;
        context = SHARED.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale(LOCALE)
                        .setTimezoneId(ZONE));
        page = context.newPage();
        listen();
    }

    /** Starts a browser of its own on a profile. */
    public Chromium(Path profile, ColorScheme scheme, int width, int height) {
        own = new Own(profile, playwright());
        context = own.playwright()
                .chromium()
                .launchPersistentContext(
                        profile,
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(executable())
                                .setHeadless(true)
                                .setArgs(FLAGS)
                                .setViewportSize(width, height)
                                .setColorScheme(scheme)
                                // else each change of window or scheme is waited for until it has faded in
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale(LOCALE)
                                .setTimezoneId(ZONE));
        page = context.pages().getFirst();
        listen();
    }

    private static Playwright playwright() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    }

    /** Starts the browser of this thread. It ends with this JVM: its driver reads from it. */
    private static Browser launch() {
        return playwright()
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    private void listen() {
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.page().url() + ": " + message.text());
            }
        });
    }

    public Page page() {
        return page;
    }

    /** Delays each answer of the portal from now on. */
    public void delayAnswers(Duration latency) {
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", latency.toMillis());
        line.addProperty("downloadThroughput", -1);
        line.addProperty("uploadThroughput", -1);
        context.newCDPSession(page).send("Network.emulateNetworkConditions", line);
    }

    /** Signs a demo account in, from wherever the sign-in page was met. */
    public void signIn(String username) {
        page().getByLabel("User name").fill(username);
        page().getByLabel("Password").fill("demo-" + username + "-pass");
        page().keyboard().press("Enter");
    }

    /**
     * Follows a link to an address within the portal that is open already, as a colleague might have sent it. What is
     * loaded already is not loaded again: the next screen is there in a quarter of the time.
     */
    public void follow(String address) {
        page().evaluate("""
                (address) => {
                  window.before = {from: location.href, parts: [...document.querySelectorAll('#main *')], at: performance.now()};
                  const link = document.createElement('a');
                  link.href = address;
                  document.body.append(link);
                  link.click();
                  link.remove();
                }""", address);
        // a screen that shows another record may keep all of its parts
        page().waitForFunction("""
                () => location.href !== window.before.from
                  && (window.before.parts.some((part) => !part.isConnected)
                    || performance.now() - window.before.at > 2000)""");
        settle();
    }

    /** Scrolls the grid, of which only the rows in sight are drawn, until a text is in it. */
    public void scrollTo(String text) {
        page().locator("vaadin-grid").waitFor();
        for (int row = 0; page().getByText(text).count() == 0 && row < 100; row += 5) {
            page().locator("vaadin-grid").evaluate("(grid, row) => grid.scrollToIndex(row)", row);
            page().waitForFunction("() => !document.querySelector('vaadin-grid').loading");
        }
    }

    /** The errors of all consoles so far. */
    public List<String> complaints() {
        return complaints;
    }

    /** What axe finds on the page as it is now. */
    public List<String> axe() {
        return findings("document", "{type: 'tag', values: " + RULES + "}");
    }

    /** What axe finds in the dialog that is open; nobody reaches what it covers of the page behind. */
    public List<String> axeOfDialog() {
        return findings("'vaadin-dialog'", "{type: 'tag', values: " + RULES + "}");
    }

    /** Where a text is hard to read on its ground; all that another color scheme can change. */
    public List<String> contrast() {
        return findings("document", "{type: 'rule', values: ['color-contrast']}");
    }

    /**
     * Loads axe into a page once, and asks it for violations alone: to list where everything is that passed takes longer
     * than to judge it. The portal has no frames to look into.
     */
    private List<String> findings(String where, String rules) {
        if (Boolean.TRUE.equals(page().evaluate("() => !window.axe"))) {
            page().evaluate(AXE);
        }
        var found = (List<?>) page().evaluate("""
                () => axe.run(%s, {runOnly: %s, resultTypes: ['violations'], iframes: false}).then((found) =>
                    found.violations.map((one) => one.id + ' at ' + one.nodes[0].target))""".formatted(where, rules));
        return found.stream().map(String::valueOf).toList();
    }

    /** All that axe judges of the page as it is now but its words; see {@code shapes.js}. */
    public Set<String> shapes() {
        return ((List<?>) page().evaluate(SHAPES)).stream().map(String::valueOf).collect(Collectors.toSet());
    }

    /** What scrolls sideways or is cut on the page as it is now; see {@code look.js}. */
    public List<String> outOfPlace() {
        return ((List<?>) page().evaluate(LOOK))
                .stream().map(String::valueOf).distinct().toList();
    }

    /**
     * Waits until the portal has answered, all rows are there and so is the font. The words of Vaadin that the portal is
     * away are not on the screen, and take half a second to the colors of another scheme.
     */
    public void settle() {
        // what a new size or scheme sets off begins with the next frame
        page().evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        page().waitForFunction("""
                () => !document.querySelector('vaadin-grid[loading]')
                  && Object.values(window.Vaadin?.Flow?.clients ?? {}).every((one) => !one.isActive?.())
                  && document.getAnimations().every((one) => one.playState !== 'running'
                    || one.effect.getComputedTiming().iterations === Infinity
                    || one.effect.target.closest('vaadin-connection-indicator'))""");
        page().evaluate("() => document.fonts.ready.then(() => true)");
    }

    /** Ends the browser as a crash would: no page is told. */
    public void kill() {
        var killed = Objects.requireNonNull(own, "the browser of others is not killed");
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("--user-data-dir=" + killed.profile()))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
        killed.playwright().close();
    }

    private static String script(String name) {
        try (var in = Objects.requireNonNull(Chromium.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path executable() {
        return Stream.of(
                        System.getenv("CHROMIUM_PATH"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium here: set CHROMIUM_PATH"));
    }

    @Override
    public void close() {
        context.close();
        if (own != null) {
            own.playwright().close();
        }
    }
}
