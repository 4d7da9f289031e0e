package io.plumbline.bench;

import io.plumbline.support.PortalProcess;
import io.plumbline.support.StartCache;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A build that is measured beside another, by what a person at a desk and the machine below feel of it. */
final class ComparedBuild {
    private static final Effort EFFORT = Effort.COMPARED;
    private static final double SECOND = 1e9;
    private static final Map<String, String> EMPTY = Map.of("PLUMBLINE_DEMO", "false", "PLUMBLINE_CLOCK", "");
    /** Few accounts stand for many people. */
    private static final Map<String, String> DEMO = Map.of("PLUMBLINE_SESSION_MOST_PLACES", "1000");

    private static final List<String> FIRST_TO_COME = List.of("manager", "therapist", "frontdesk");
    private static final List<String> SCREENS = List.of(
            "", "leads", "leads/list", "patients", "plans", "notes", "schedule", "practitioners", "recalls", "orders");

    private final Path folder;
    private final List<String> command;

    /** @param folder in which its stores are made */
    ComparedBuild(Path jar, Path folder) throws IOException {
        this.folder = folder;
        command = StartCache.of(jar);
        // stores that exist, since nobody starts a new one each day
        started("empty", EMPTY).close();
        started("demo", DEMO).close();
    }

    static String passwordOf(String who) {
        return "demo-" + who + "-pass";
    }

    /** One round of all figures. */
    Map<String, Double> measure() throws IOException {
        var figures = new LinkedHashMap<String, Double>();
        var began = System.nanoTime();
        try (var portal = started("empty", EMPTY)) {
            figures.put("startWallS", (System.nanoTime() - began) / SECOND);
            figures.put("startCpuS", portal.cpu().toNanos() / SECOND);
        }
        try (var portal = started("demo", DEMO);
                var client = LoopbackBrowser.client(InetAddress.getLoopbackAddress())) {
            var tabs = firstScreens(portal, client);
            figures.put("firstScreensCpuS", portal.cpu().toNanos() / SECOND);
            figures.putAll(screens(tabs.getFirst()));
            figures.putAll(new ManySessions(portal, ComparedBuild::passwordOf, EFFORT).measure());
            figures.putAll(new InBrowser(
                            portal, Files.createTempDirectory(folder, "browser"), passwordOf("manager"), EFFORT.walks())
                    .all());
        }
        return figures;
    }

    private PortalProcess started(String store, Map<String, String> settings) throws IOException {
        return PortalProcess.start(command, Files.createDirectories(folder.resolve(store)), settings);
    }

    private static List<UidlTab> firstScreens(PortalProcess portal, HttpClient client) {
        var tabs = new ArrayList<UidlTab>();
        for (var who : FIRST_TO_COME) {
            var tab = new UidlTab(client, URI.create(portal.address()));
            tab.signIn(who, passwordOf(who));
            tab.open("");
            tabs.add(tab);
        }
        return tabs;
    }

    /** How long each screen takes to answer a link, the median of some. */
    private static Map<String, Double> screens(UidlTab tab) {
        var figures = new LinkedHashMap<String, Double>();
        for (var screen : SCREENS) {
            var nanos = new ArrayList<Long>();
            for (int i = 0; i < EFFORT.rounds(); i++) {
                tab.go("account");
                var began = System.nanoTime();
                tab.go(screen);
                nanos.add(System.nanoTime() - began);
            }
            figures.put("screenMs /" + screen, Latencies.quantile(nanos, 0.5));
        }
        return figures;
    }
}
