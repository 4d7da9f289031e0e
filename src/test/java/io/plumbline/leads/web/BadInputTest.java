package io.plumbline.leads.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.leads.Forms;
import io.plumbline.support.BadInput;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Http;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** What nobody should send, in every field of form and endpoint: a clear refusal, or kept as it is and shown as text. */
@DemoTest
class BadInputTest {
    private static final List<String> FIELDS = List.of(
            "name",
            "phone",
            "email",
            "concern",
            "since",
            "service",
            "clinic",
            "practitioner",
            "source",
            "days",
            "dayParts",
            "from",
            "safety.RF-CES-1");
    private static final List<Object> NO_TEXTS =
            List.of(1, 6025550163L, 1.5, true, List.of(), List.of("x"), Map.of(), Map.of("x", List.of(Map.of())));

    @LocalServerPort
    int port;

    private Forms forms;

    @Autowired
    void makeForms(JdbcClient jdbc, Clock clock) {
        forms = new Forms(jdbc, clock);
    }

    @Test
    void everyBadInputToTheEndpointIsSavedOrRefusedAtItsField() {
        var site = new Endpoint(port);
        for (var field : FIELDS) {
            for (var text : BadInput.TEXTS) {
                var answer = site.post(request(field, text));
                assertThat(answer.statusCode()).as("%s: %s", field, text).isIn(201, 400);
                if (answer.statusCode() == 400) {
                    assertThat(Endpoint.wrongFields(answer))
                            .as("%s: %s", field, text)
                            .containsExactly(path(field));
                }
                assertSaysNothingOfTheInside(answer.body());
            }
        }
    }

    @Test
    void aValueThatIsNotTextIsRefusedAtItsField() {
        var site = new Endpoint(port);
        for (var field : FIELDS) {
            for (var value : NO_TEXTS) {
                var answer = site.post(request(field, value));
                assertThat(answer.statusCode()).as("%s: %s", field, value).isEqualTo(400);
                assertThat(Endpoint.wrongFields(answer))
                        .as("%s: %s", field, value)
                        .containsExactly(path(field));
            }
        }
        for (var field : List.of("whenToCall", "safety", "consent")) {
            var request = new HashMap<>(request("name", "No Text"));
            request.put(field, "words");
            assertThat(Endpoint.wrongFields(site.post(request))).containsExactly(field);
        }
        var days = new HashMap<>(request("name", "No List"));
        days.put("whenToCall", Map.of("days", "MONDAY"));
        assertThat(Endpoint.wrongFields(site.post(days))).containsExactly("whenToCall.days");
    }

    @Test
    void invalidJsonIsRefused() {
        var site = new Endpoint(port);
        var bodies = new ArrayList<byte[]>();
        for (var text : List.of(
                "",
                "null",
                "\"text\"",
                "[]",
                "{",
                "{\"name\":",
                "{} {}",
                "[".repeat(1000) + "]".repeat(1000),
                "{\"a\":".repeat(1000) + "1" + "}".repeat(1000))) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        bodies.add(
                new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'
                });
        bodies.add(new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0});
        for (var body : bodies) {
            var answer = site.postBytes(body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertSaysNothingOfTheInside(answer.body());
        }
    }

    @Test
    void anUnpairedSurrogateIsOmitted() {
        var site = new Endpoint(port);
        var answer = site.postText(
                "{\"name\":\"Half \\ud83d One\",\"phone\":\"(602) 555-0163\",\"concern\":\"\\udc00\",\"consent\":true}");
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void everyBadInputToTheFormIsAcceptedOrShownAgainAsText() {
        var browser = new Http(port);
        for (var field : Stream.concat(FIELDS.stream(), Stream.of("dates")).toList()) {
            for (var text : BadInput.TEXTS) {
                var typed = new HashMap<String, String>(Map.of(
                        "name",
                        "Bad Input",
                        "phone",
                        "(602) 555-0168",
                        "consent",
                        "yes",
                        "form",
                        forms.openFor(Duration.ofMinutes(1))));
                typed.put(field, text);
                var page = browser.post("book", typed);
                assertThat(page.statusCode()).as("%s: %s", field, text).isEqualTo(200);
                assertSaysNothingOfTheInside(page.body());
                assertThat(page.body()).doesNotContain("<script", "<img");
                var isThanked = page.body().contains("Your reference is");
                if (!isThanked
                        && !List.of(
                                        "service",
                                        "clinic",
                                        "source",
                                        "days",
                                        "dayParts",
                                        "from",
                                        "dates",
                                        "safety.RF-CES-1")
                                .contains(field)) {
                    assertThat(page.body())
                            .as("%s: %s", field, text)
                            .contains(HtmlUtils.htmlEscape(BadInput.inUtf8(text), "UTF-8"));
                }
            }
        }
    }

    @Test
    void anUndecodableRequestIsRefused() {
        var site = new Http(port);
        assertThat(site.get("book?name=%ff%fe").statusCode()).isIn(200, 400);
        assertThat(site.get("book/call.ics?at=never&until=1&reference=x").statusCode())
                .isEqualTo(404);
        assertThat(site.get("book/call.ics?at=2026-11-24T17:00:00Z&until=2026-11-24T17:15:00Z&reference=%0d%0aX:1")
                        .statusCode())
                .isEqualTo(404);
    }

    private static Map<String, Object> request(String field, Object value) {
        var request =
                new HashMap<String, Object>(Map.of("name", "Bad Input", "phone", "(602) 555-0168", "consent", true));
        switch (field) {
            case "days", "dayParts" -> request.put("whenToCall", Map.of(field, List.of(value)));
            case "from" -> request.put("whenToCall", Map.of(field, value));
            case "safety.RF-CES-1" -> request.put("safety", Map.of("RF-CES-1", value));
            default -> request.put(field, value);
        }
        return request;
    }

    private static String path(String field) {
        return switch (field) {
            case "days", "dayParts" -> "whenToCall." + field + "[0]";
            case "from" -> "whenToCall.from";
            default -> field;
        };
    }

    private static void assertSaysNothingOfTheInside(String body) {
        assertThat(body).doesNotContain("Exception", "io.plumbline", "org.springframework", "tools.jackson", "\tat ");
    }
}
