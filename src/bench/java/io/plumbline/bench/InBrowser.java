package io.plumbline.bench;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.support.Chromium;
import io.plumbline.support.PortalProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What a real browser loads and draws: bytes that came over the wire, and the time from a click to its picture. */
final class InBrowser {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final double MILLION = 1e6;

    /** Clicks, waits for another heading and all rows, then for the picture of them; how many milliseconds it took. */
    private static final String CLICK_TO_DRAWN = """
            ([selector, number]) => new Promise((drawn) => {
              const heading = () => document.querySelector('main h1')?.textContent;
              const before = heading();
              const began = performance.now();
              const look = () => {
                const isThere = heading() && heading() !== before
                  && !document.querySelector('vaadin-grid[loading]')
                  && Object.values(window.Vaadin.Flow.clients).every((one) => !one.isActive?.());
                if (isThere || performance.now() - began > 10000) {
                  requestAnimationFrame(() => requestAnimationFrame(() => drawn(performance.now() - began)));
                } else {
                  setTimeout(look, 2);
                }
              };
              const meant = document.querySelectorAll(selector)[number];
              // what goes on in a navigation is the link within it
              (meant.shadowRoot?.querySelector('a') ?? meant).click();
              look();
            })""";

    private final PortalProcess portal;
    private final Path folder;
    private final String password;
    private final int walks;

    InBrowser(PortalProcess portal, Path folder, String password, int walks) {
        this.portal = portal;
        this.folder = folder;
        this.password = password;
        this.walks = walks;
    }

    Map<String, Double> all() {
        var figures = new LinkedHashMap<String, Double>();
        try (var chromium = new Chromium(folder.resolve("book"), ColorScheme.LIGHT, WIDTH, HEIGHT)) {
            var received = received(chromium.page());
            chromium.page().navigate(portal.address() + "book");
            chromium.settle();
            figures.put("bookBytes", received.doubleValue());
        }
        try (var chromium = new Chromium(folder.resolve("staff"), ColorScheme.LIGHT, WIDTH, HEIGHT)) {
            var page = chromium.page();
            var received = received(page);
            page.navigate(portal.address() + "login");
            chromium.settle();
            figures.put("signInBytes", received.doubleValue());
            page.getByLabel("User name").fill("manager");
            page.getByLabel("Password").fill(password);
            page.keyboard().press("Enter");
            page.waitForSelector("main h1");
            chromium.settle();
            figures.put("firstLoadBytes", received.doubleValue());
            received.set(0);
            page.reload();
            page.waitForSelector("main h1");
            chromium.settle();
            figures.put("warmLoadBytes", received.doubleValue());
            figures.putAll(clicks(chromium));
        }
        return figures;
    }

    private static AtomicLong received(Page page) {
        var received = new AtomicLong();
        CDPSession session = page.context().newCDPSession(page);
        session.on(
                "Network.loadingFinished",
                end -> received.addAndGet((long) end.get("encodedDataLength").getAsDouble()));
        session.send("Network.enable");
        return received;
    }

    /** Patients, one of them, plans, leads, and so on: what a manager goes through. */
    private Map<String, Double> clicks(Chromium chromium) {
        var page = chromium.page();
        var nanos = new ArrayList<Long>();
        var cpu = portal.cpu();
        for (int round = 0; round < walks + walks / 2; round++) {
            if (round == walks / 2) {
                cpu = portal.cpu();
            }
            var clicked = List.of(
                    click(chromium, "vaadin-side-nav-item[path='patients']", 0),
                    click(chromium, "vaadin-grid a.row-link", round % 10),
                    click(chromium, "vaadin-side-nav-item[path='plans']", 0),
                    click(chromium, "vaadin-side-nav-item[path='leads']", 0),
                    click(chromium, "vaadin-side-nav-item[path='schedule']", 0));
            if (round >= walks / 2) {
                clicked.forEach(ms -> nanos.add((long) (ms * MILLION)));
            }
        }
        var work = portal.cpu().minus(cpu);
        page.close();
        return Map.of(
                "navigationCpuMs",
                ColdStart.ms(work) / nanos.size(),
                "clickToDrawnP50Ms",
                Latencies.quantile(nanos, 0.5),
                "clickToDrawnP95Ms",
                Latencies.quantile(nanos, 0.95));
    }

    private static double click(Chromium chromium, String selector, int number) {
        var page = chromium.page();
        page.waitForFunction(
                "([selector, number]) => document.querySelectorAll(selector).length > number",
                List.of(selector, number));
        var ms = ((Number) page.evaluate(CLICK_TO_DRAWN, List.of(selector, number))).doubleValue();
        chromium.settle();
        return ms;
    }
}
