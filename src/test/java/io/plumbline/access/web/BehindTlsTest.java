package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Http;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What browsers are told where a proxy says that the request came by TLS. */
@BehindProxyTest
class BehindTlsTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"login", "", "patients", "book", "assets/tokens.css", "actuator/health", "no/such/place"})
    void everyAnswerAsksForTlsFromThenOn(String path) throws Exception {
        assertThat(get(path, "https").headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(asked -> assertThat(asked).contains("max-age=31536000"));
        assertThat(get(path, "http").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void everyCookieIsSentByTlsOnlyAndSetByThisHostOnly() throws Exception {
        var cookies = new ArrayList<String>();
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, (uri, cookie) -> {
                    // the test itself has no TLS to send it back by
                    cookie.setSecure(false);
                    return true;
                }))
                .build()) {
            cookies.addAll(setBy(browser.send(request("patients", "https").build(), BodyHandlers.ofString())));
            var page = browser.send(request("login", "https").build(), BodyHandlers.ofString());
            cookies.addAll(setBy(page));
            var form = "username=auditor&password=demo-auditor-pass&_csrf="
                    + URLEncoder.encode(Http.token(page), StandardCharsets.UTF_8);
            var signedIn = browser.send(
                    request("login", "https")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(signedIn.statusCode()).isEqualTo(302);
            cookies.addAll(setBy(signedIn));
            assertThat(browser.send(request("account", "https").build(), BodyHandlers.ofString())
                            .statusCode())
                    .as("the session is found by the name that the browser was given")
                    .isEqualTo(200);
            var planted = request("account", "https").header("Cookie", "JSESSIONID=of.another.host");
            assertThat(browser.send(planted.build(), BodyHandlers.ofString()).statusCode())
                    .as("what another host of the domain set counts for nothing")
                    .isEqualTo(200);
        }
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("__Host-JSESSIONID="))
                .anyMatch(cookie -> cookie.startsWith("__Host-XSRF-TOKEN="))
                .anyMatch(cookie -> cookie.startsWith("__Host-REDIRECT_URI="))
                .anyMatch(cookie -> cookie.startsWith("device-"))
                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
    }

    @Test
    void withoutTlsCookiesHaveNoPrefixThatBrowsersWouldRefuse() throws Exception {
        assertThat(setBy(get("login", "http")))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.startsWith("__"))
                .noneMatch(cookie -> cookie.contains("Secure"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login?out", "login?ended", "login?elsewhere", "login?longest"})
    void atTheEndOfASessionTheBrowserForgetsItsPages(String path) throws Exception {
        assertThat(get(path, "https").headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        assertThat(get("login", "https").headers().firstValue("Clear-Site-Data"))
                .as("nobody was signed in")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "patients", "book", "api/public/consultations", "actuator/health"})
    void whatABrowserSentIsNotRepeatedToIt(String path) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            var answer = browser.send(
                    request(path, "https")
                            .header("X-Secret", "kept from scripts")
                            .method("TRACE", BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("kept from scripts");
        }
    }

    private HttpResponse<String> get(String path, String protocol) throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(request(path, protocol).build(), BodyHandlers.ofString());
        }
    }

    private HttpRequest.Builder request(String path, String protocol) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", protocol)
                .header("Accept", "text/html");
    }

    private static List<String> setBy(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .toList();
    }
}
