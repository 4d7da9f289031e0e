package io.plumbline.bench;

import io.plumbline.support.PortalProcess;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * People who are signed in with the list of patients open, and then work: how much of the heap each takes, and how much
 * of a processor each click. Their tabs speak Vaadin's protocol and draw nothing.
 */
final class ManySessions {
    private static final int SIGN_INS_OF_AN_ADDRESS = 40;
    private static final double KB = 1024;
    private static final List<String> STAFF = List.of("manager", "frontdesk", "chiropractor", "therapist");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final PortalProcess portal;
    private final UnaryOperator<String> passwords;
    private final Effort effort;
    private final List<HttpClient> clients = new ArrayList<>();
    private final List<UidlTab> tabs = new ArrayList<>();

    /** @param passwords of each user name */
    ManySessions(PortalProcess portal, UnaryOperator<String> passwords, Effort effort) {
        this.portal = portal;
        this.passwords = passwords;
        this.effort = effort;
    }

    /**
     * The heap of a session is what those take who come after the first few. What the portal fills or lets go of with
     * its first people falls on nobody.
     */
    Map<String, Double> measure() throws IOException {
        var few = effort.few();
        try {
            signIn(few);
            work(tabs);
            var ofFew = liveHeap();
            signIn(effort.sessions());
            var ofMany = liveHeap();
            var later = tabs.subList(few, tabs.size());
            work(later);
            var ofWorked = liveHeap();
            var before = portal.cpu();
            var clicks = 0;
            for (var tab : tabs.subList(0, few)) {
                clicks += work(tab, effort.clicks());
            }
            var cpu = portal.cpu().minus(before);
            var figures = new LinkedHashMap<String, Double>();
            figures.put("heapPerSessionKb", (ofMany - ofFew) / KB / later.size());
            figures.put("heapPerSessionWorkedKb", (ofWorked - ofFew) / KB / later.size());
            figures.put("cpuPerClickMs", ColdStart.ms(cpu) / clicks);
            return figures;
        } finally {
            clients.forEach(HttpClient::close);
        }
    }

    private static void work(List<UidlTab> all) {
        all.forEach(tab -> work(tab, 5));
    }

    private void signIn(int until) throws IOException {
        while (tabs.size() < until) {
            tabs.add(signedIn(tabs.size()));
        }
    }

    private UidlTab signedIn(int number) throws IOException {
        if (number / SIGN_INS_OF_AN_ADDRESS >= clients.size()) {
            clients.add(LoopbackBrowser.client(InetAddress.getByName("127.0.0." + (clients.size() + 2))));
        }
        var tab = new UidlTab(clients.getLast(), URI.create(portal.address()));
        var who = STAFF.get(number % STAFF.size());
        tab.signIn(who, passwords.apply(who));
        tab.open("patients");
        return tab;
    }

    /** Reads on, searches, opens a patient and comes back; how many clicks that were. */
    private static int work(UidlTab tab, int clicks) {
        var done = 0;
        while (done < clicks) {
            tab.view("Patients", 50, 50);
            tab.type("Search patients", done % 2 == 0 ? "an" : "ma");
            tab.type("Search patients", "");
            var rows = tab.rows("Patients");
            tab.go(rows.get(done % rows.size()).says("address"));
            tab.go("patients");
            done += 5;
        }
        return done;
    }

    /** What is left of the heap when all garbage is collected, in bytes. */
    private long liveHeap() throws IOException {
        histogram();
        var total = TOTAL.matcher(histogram());
        if (!total.find()) {
            throw new IllegalStateException("The heap of the portal cannot be read");
        }
        return Long.parseLong(total.group(1));
    }

    private String histogram() throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, String.valueOf(portal.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
