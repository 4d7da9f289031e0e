package io.plumbline.leads.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The clinic's own web site, as it calls the endpoint. */
final class Endpoint {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    Endpoint(int port) {
        address = URI.create("http://localhost:" + port + "/api/public/consultations");
    }

    HttpResponse<String> post(Object body) {
        return post(body, null);
    }

    HttpResponse<String> post(Object body, @Nullable String key) {
        return send("POST", JSON.writeValueAsBytes(body), key == null ? Map.of() : Map.of("Idempotency-Key", key));
    }

    HttpResponse<String> postText(String body) {
        return postBytes(body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> postBytes(byte[] body) {
        return send("POST", body, Map.of());
    }

    HttpResponse<String> send(String method, byte[] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.ofByteArray(body))
                .setHeader("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static String reference(HttpResponse<String> answer) {
        return json(answer).path("reference").asString();
    }

    /** The fields that an answer calls wrong. */
    static List<String> wrongFields(HttpResponse<String> answer) {
        return json(answer)
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }
}
