package io.plumbline.uidl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * The requests of one browser to a portal on this machine: keeps its cookies, takes compressed answers and counts what
 * comes over the wire. Many of them share a client; each is one thread's.
 */
public final class LoopbackBrowser {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient client;
    private final URI portal;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private long received;
    private long requests;

    /** @param portal its address, which ends with a slash */
    public LoopbackBrowser(HttpClient client, URI portal) {
        try {
            if (!InetAddress.getByName(portal.getHost()).isLoopbackAddress()) {
                throw new IllegalArgumentException("Only a portal on this machine is asked, not " + portal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.client = client;
        this.portal = portal;
    }

    /** A client that many browsers may share. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** A client that asks from another address of this machine, of which each may sign in so often. */
    public static HttpClient client(InetAddress from) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(20))
                .localAddress(from)
                .build();
    }

    /**
     * What came back.
     *
     * @param location where a redirection leads, otherwise empty
     */
    public record Answer(int status, String location, String body) {
        /** Whether it leads to the page where one signs in. */
        public boolean isToSignIn() {
            return location.contains("/login");
        }
    }

    /** Asks for a page; a redirection is not followed. */
    public Answer get(String path) {
        return send(
                "GET " + path, request(path).header("Accept", "text/html,*/*").GET());
    }

    /** Sends a form. */
    public Answer post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST " + path, request(path).header("Content-Type", FORM).POST(BodyPublishers.ofString(body)));
    }

    /** Sends JSON. */
    public Answer postJson(String path, String json) {
        return send(
                "POST " + path,
                request(path)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(json)));
    }

    /** How many bytes of bodies came, as they came. */
    public long received() {
        return received;
    }

    /** How many requests were answered. */
    public long requests() {
        return requests;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(portal.resolve(path))
                .timeout(PATIENCE)
                // Vaadin asks who is asking
                .header(
                        "User-Agent",
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36")
                .header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(String asked, HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            requests++;
            received += answer.body().length;
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("location").orElse(""), text(answer));
        } catch (IOException lost) {
            throw new PortalLost(asked, lost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        var isPacked =
                answer.headers().firstValue("content-encoding").orElse("").equals("gzip");
        if (!isPacked) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair.length < 2 || pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
