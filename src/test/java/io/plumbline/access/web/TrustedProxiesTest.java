package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Behind a proxy that adds to what the client said of its address, the proxy's own word counts. */
@BehindProxyTest
class TrustedProxiesTest {
    @LocalServerPort
    int port;

    @Test
    void aClientWithAPrivateAddressCannotForgeItsAddress() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(post("9.9.9." + i + ", 10.0.0.5")).as("try " + i).isEqualTo(400);
        }
        assertThat(post("9.9.9.99, 10.0.0.5")).isEqualTo(429);
        assertThat(post("9.9.9.99, 10.0.0.6")).as("a neighbor").isEqualTo(400);
    }

    private int post(String forwardedFor) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/public/consultations"))
                    .header("X-Forwarded-For", forwardedFor)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
