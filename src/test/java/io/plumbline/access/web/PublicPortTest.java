package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Http;
import io.plumbline.support.TwoStepTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A port of its own for what is open to anybody. */
@TwoStepTest
class PublicPortTest {
    @LocalServerPort
    int port;

    @Value("${plumbline.public.port}")
    int publicPort;

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
        assertThat(answer(publicPort, path)).isEqualTo(onPublic);
    }

    private static int answer(int port, String path) {
        var browser = new Http(port);
        var isPage = !path.contains(".") && !path.startsWith("actuator");
        return (isPage ? browser.get(path) : browser.fetch(path)).statusCode();
    }
}
