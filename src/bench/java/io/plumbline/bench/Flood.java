package io.plumbline.bench;

import io.plumbline.support.PortalProcess;
import io.plumbline.support.StartCache;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Public requests through a trusted proxy while people work: first as many as a good day brings while many look at the
 * leads, then far more than the limits let through, then many requests that never end.
 */
final class Flood {
    static final String NAME = "flood";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CREATED = 201;
    private static final int TOO_MANY = 429;
    private static final int SLOW_SOCKETS = 205;

    private final OwnStore store;
    private final Path folder;
    private final String password;
    private final Effort effort;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private int sent;

    Flood(OwnStore store, Path folder, String password, Effort effort) {
        this.store = store;
        this.folder = folder;
        this.password = password;
        this.effort = effort;
    }

    /** What came back for a request, and after how many milliseconds; the reference where a lead was made. */
    private record Answer(int status, String reference, double ms) {}

    Map<String, Double> measure() throws SQLException, IOException {
        var figures = new LinkedHashMap<String, Double>();
        var environment = new HashMap<>(store.environment());
        environment.put("SERVER_FORWARD_HEADERS_STRATEGY", "native");
        try (var portal = PortalProcess.start(StartCache.asLaunched(), folder, environment);
                var staff = LoopbackBrowser.client(InetAddress.getByName("127.0.0.2"));
                var proxy = LoopbackBrowser.client()) {
            var tabs = new ArrayList<UidlTab>();
            for (int i = 0; i < effort.lookers(); i++) {
                var tab = new UidlTab(staff, URI.create(portal.address()));
                tab.signIn(i % 2 == 0 ? "manager" : "frontdesk", password);
                tab.open("leads");
                tabs.add(tab);
            }
            Clicks.undisturbed(List.of(tabs.getFirst()), effort.calm());
            lookAndArrive(portal, proxy, tabs, figures);
            flood(portal, proxy, tabs.getFirst(), figures);
            slowBodies(portal, tabs.getFirst(), figures);
        }
        figures.put("floodNotStoredOnce", (double) store.read(this::notStoredOnce));
        return figures;
    }

    private void lookAndArrive(PortalProcess portal, HttpClient proxy, List<UidlTab> tabs, Map<String, Double> figures)
            throws SQLException {
        var before = store.longestLockWaitMs();
        Clicks.during(tabs, () -> post(portal, proxy, effort.arrivals(), effort.arrivals() / 10, effort.calm()));
        figures.put("arrivalsCreated", (double) count(CREATED));
        figures.put(
                "arrivalsPostP95Ms",
                Clicks.percentile(answers.stream().map(Answer::ms).toList(), 0.95));
        var after = store.longestLockWaitMs();
        if (after.isPresent()) {
            // the store tells the longest of all time
            figures.put("arrivalsLongestLockWaitMs", after.getAsDouble());
            figures.put("longestLockWaitBeforeMs", before.getAsDouble());
        }
    }

    private void flood(PortalProcess portal, HttpClient proxy, UidlTab tab, Map<String, Double> figures) {
        var calm = Clicks.undisturbed(List.of(tab), effort.calm());
        var createdBefore = count(CREATED);
        var sentBefore = answers.size();
        var during = Clicks.during(List.of(tab), () -> post(portal, proxy, effort.flood(), 300, effort.floodLasts()));
        var created = count(CREATED) - createdBefore;
        var posts = answers.size() - sentBefore;
        figures.put("floodPosts", (double) posts);
        figures.put("floodCreated", (double) created);
        figures.put("floodTooMany", (double) count(TOO_MANY));
        figures.put("floodOther", (double) (answers.size() - count(CREATED) - count(TOO_MANY)));
        figures.put(
                "floodPostP95Ms",
                Clicks.percentile(
                        answers.stream().skip(sentBefore).map(Answer::ms).toList(), 0.95));
        figures.put("clickCalmP50Ms", Clicks.percentile(calm, 0.5));
        figures.put("clickCalmP95Ms", Clicks.percentile(calm, 0.95));
        figures.put("clickFloodP50Ms", Clicks.percentile(during, 0.5));
        figures.put("clickFloodP95Ms", Clicks.percentile(during, 0.95));
    }

    /** Many sockets of one stranger, each with a body of which a byte comes every two seconds. */
    private void slowBodies(PortalProcess portal, UidlTab tab, Map<String, Double> figures) throws IOException {
        var calm = Clicks.undisturbed(List.of(tab), effort.calm());
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW_SOCKETS; i++) {
                sockets.add(slow(URI.create(portal.address()), i % 2 == 0 ? "/login" : "/book"));
            }
            var during = Clicks.during(List.of(tab), () -> trickle(sockets));
            figures.put("clickBeforeSlowBodiesP95Ms", Clicks.percentile(calm, 0.95));
            figures.put("clickSlowBodiesP50Ms", Clicks.percentile(during, 0.5));
            figures.put("clickSlowBodiesP95Ms", Clicks.percentile(during, 0.95));
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket slow(URI portal, String path) throws IOException {
        var socket = new Socket(
                InetAddress.getByName(portal.getHost()), portal.getPort(), InetAddress.getByName("127.0.0.3"), 0);
        socket.getOutputStream()
                .write(("POST " + path
                                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded"
                                + "\r\nContent-Length: 5000\r\n\r\nu")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void trickle(List<Socket> sockets) {
        var until = System.nanoTime() + effort.calm().toNanos();
        while (System.nanoTime() < until) {
            for (var socket : sockets) {
                try {
                    socket.getOutputStream().write('u');
                } catch (IOException closedByThePortal) {
                    // as it should be, after a while
                }
            }
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        }
    }

    private long count(int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    /** Sends requests, one after the other in equal steps, each at its time whatever became of those before. */
    private void post(PortalProcess portal, HttpClient proxy, int requests, int addresses, Duration lasts) {
        var step = lasts.dividedBy(requests).toNanos();
        var began = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests; i++) {
                var number = sent++;
                var address = "203.0." + number % addresses / 250 + "." + (1 + number % addresses % 250);
                LockSupport.parkNanos(began + i * step - System.nanoTime());
                senders.submit(() -> answers.add(posted(portal, proxy, number, address)));
            }
        }
    }

    private static Answer posted(PortalProcess portal, HttpClient proxy, int number, String address) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("name", "Person " + number)
                .put("phone", "+1480" + (2_000_000 + number))
                .put("concern", "My lower back hurts when I sit for long")
                .put("consent", true);
        var request = HttpRequest.newBuilder(URI.create(portal.address() + "api/public/consultations"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        var began = System.nanoTime();
        try {
            var response = proxy.send(request, BodyHandlers.ofString());
            var ms = (System.nanoTime() - began) / 1e6;
            var reference = response.statusCode() == CREATED
                    ? JSON.readTree(response.body()).path("reference").asString()
                    : "";
            return new Answer(response.statusCode(), reference, ms);
        } catch (IOException lost) {
            return new Answer(0, "", (System.nanoTime() - began) / 1e6);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long notStoredOnce(Connection reading) throws SQLException {
        var stored = new HashMap<String, Long>();
        try (var asked = reading.createStatement();
                var rows = asked.executeQuery("select reference, count(*) from consultation_lead"
                        + " where reference is not null group by reference")) {
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getLong(2));
            }
        }
        return answers.stream()
                .filter(answer -> answer.status() == CREATED)
                .filter(answer -> stored.getOrDefault(answer.reference(), 0L) != 1)
                .count();
    }
}
