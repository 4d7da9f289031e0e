package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Http;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A port of its own for what is open to anybody. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class PublicPortTest {
    private static final int PUBLIC_PORT = free();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("plumbline.public.port", () -> PUBLIC_PORT);
    }

    @ParameterizedTest
    @CsvSource({
        "book, 404, 200",
        "api/public/openapi.yaml, 404, 200",
        "api/public/consultations, 404, 405",
        "api/public/anything, 404, 404",
        "invitation/no-such-link, 404, 404",
        "assets/book.css, 200, 200",
        "login, 200, 404",
        "leads, 302, 404",
        "VAADIN/anything, 302, 404",
        "actuator/health, 200, 404"
    })
    void eachPortAnswersOnlyItsOwnRoutes(String path, int onMain, int onPublic) {
        assertThat(answer(port, path)).isEqualTo(onMain);
        assertThat(answer(PUBLIC_PORT, path)).isEqualTo(onPublic);
    }

    private static int answer(int port, String path) {
        var browser = new Http(port);
        var isPage = !path.contains(".") && !path.startsWith("actuator");
        return (isPage ? browser.get(path) : browser.fetch(path)).statusCode();
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
