package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.shared.Role;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Http;
import io.plumbline.support.Rbac;
import io.plumbline.support.Staff;
import io.plumbline.support.TestGroup;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The addresses as anybody on the network meets them. */
@DemoTest
class EndpointSecurityTest {
    private static final Pattern SCRIPT_TAG = Pattern.compile("<script[^>]*>");
    private static final Pattern SCRIPT_SOURCES = Pattern.compile("script-src[^;]*");
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']{22,})'");
    private static final Pattern SCRIPT = Pattern.compile("VAADIN/build/[\\w.-]+\\.js");

    @LocalServerPort
    int port;

    Http browser;

    @BeforeEach
    void openBrowser() {
        browser = new Http(port);
    }

    @Test
    void theHealthEndpointIsPublicAndEveryOtherActuatorEndpointIsClosed() {
        var health = browser.fetch("actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .as("the state and the names of its two parts, and nothing of what is inside")
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "details", "store", "disk");
        for (var part : List.of("liveness", "readiness")) {
            assertThat(browser.fetch("actuator/health/" + part).body()).as(part).isEqualTo("{\"status\":\"UP\"}");
        }
        for (var closed :
                List.of("actuator", "actuator/env", "actuator/info", "actuator/health/db", "actuator/beans")) {
            assertThat(browser.fetch(closed).statusCode()).as(closed).isIn(403, 404);
        }
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void everyRouteRedirectsAnAnonymousVisitorToTheSignInPageWithoutASession() {
        for (var route : Rbac.lines("route")) {
            var answer =
                    browser.get(route.name().replace(":id", UUID.randomUUID().toString()));
            assertThat(answer.statusCode()).as(route.name()).isEqualTo(302);
            assertThat(location(answer)).as(route.name()).endsWith("/login");
        }
        assertThat(browser.get("no/such/place").statusCode()).isEqualTo(302);
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void noFlowEndpointAnswersAnAnonymousVisitor() {
        for (var path : List.of(
                "?v-r=init&location=",
                "?v-r=heartbeat&v-uiId=0",
                "?v-r=uidl&v-uiId=0",
                "?v-r=push",
                "VAADIN/push?v-r=push",
                "VAADIN/static/push/vaadinPush-min.js",
                "favicon.x",
                "favicon.ico",
                "assets/nothing.css",
                "assets/",
                "aura/nothing",
                "assets/nothing?v-r=push&v-uiId=0")) {
            var answer = browser.fetch(path);
            assertThat(answer.body()).as(path).doesNotContain("appConfig", "\"uidl\"");
        }
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void signingInStartsASessionAndOpensTheRequestedPage() {
        browser.get("patients");
        var answer = browser.signIn("manager", "demo-manager-pass");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/patients");
        assertThat(browser.hasSession()).isTrue();
        assertThat(browser.get("patients").statusCode()).isEqualTo(200);
    }

    @Test
    void theUserNameIgnoresCaseAndSurroundingSpaces() {
        assertThat(location(browser.signIn("  Manager ", "demo-manager-pass"))).doesNotContain("login");
    }

    @Test
    void cookiesAreHttpOnlyAndLax() {
        browser.get("patients");
        var all =
                browser.get("login").headers().allValues("Set-Cookie").stream().toList();
        var signedIn = browser.signIn("manager", "demo-manager-pass").headers().allValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .toList();
        assertThat(signedIn).isNotEmpty();
        for (var cookie : Stream.concat(all.stream(), signedIn.stream()).toList()) {
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        }
    }

    @Test
    void anOlderBcryptHashIsAcceptedAndRenewedAsArgon2(
            @Autowired JdbcClient jdbc, @Autowired AccountService accounts, @Autowired Staff staff) {
        var draft = new AccountDraft("from-before", "From Before", Set.of(Role.AUDITOR), Set.of());
        staff.as("system", () -> accounts.create(draft, "to be replaced"));
        var bcrypt = "{bcrypt}" + new BCryptPasswordEncoder().encode("kept for years");
        jdbc.sql("update staff_account set password_hash = ? where username = 'from-before'")
                .param(bcrypt)
                .update();
        assertThat(location(browser.signIn("from-before", "kept for years"))).endsWith("/");
        assertThat(jdbc.sql("select password_hash from staff_account where username = 'from-before'")
                        .query(String.class)
                        .single())
                .startsWith("{argon2@SpringSecurity_v5_8}$argon2id$");
        assertThat(location(new Http(port).signIn("from-before", "kept for years")))
                .endsWith("/");
    }

    @Test
    void anOlderArgon2HashIsRenewedAtTheNextSignIn(
            @Autowired JdbcClient jdbc, @Autowired AccountService accounts, @Autowired Staff staff) {
        var draft = new AccountDraft("fewer-passes", "Fewer Passes", Set.of(Role.AUDITOR), Set.of());
        staff.as("system", () -> accounts.create(draft, "to be replaced"));
        var before =
                "{argon2@SpringSecurity_v5_8}" + new Argon2PasswordEncoder(16, 32, 1, 8, 1).encode("kept for years");
        assertThat(before).contains("$m=8,t=1,p=1$");
        jdbc.sql("update staff_account set password_hash = ? where username = 'fewer-passes'")
                .param(before)
                .update();
        assertThat(location(browser.signIn("fewer-passes", "kept for years"))).endsWith("/");
        assertThat(jdbc.sql("select password_hash from staff_account where username = 'fewer-passes'")
                        .query(String.class)
                        .single())
                .as("with the passes of the tests, which are fewer than the portal's")
                .contains("$m=8,t=2,p=1$");
        assertThat(location(new Http(port).signIn("fewer-passes", "kept for years")))
                .endsWith("/");
    }

    @Test
    void aSecondUserOfTheSameBrowserGetsANewSession() {
        browser.signIn("manager", "demo-manager-pass");
        var first = browser.session();
        browser.signIn("auditor", "demo-auditor-pass");
        assertThat(browser.session()).isNotEqualTo(first);
    }

    @Test
    void aFailedSignInDoesNotRevealWhetherTheAccountExists() {
        var known = browser.signIn("auditor", "wrong");
        var unknown = browser.signIn("nobody-here", "wrong");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        assertThat(messageOf(known)).isEqualTo(messageOf(unknown)).contains("Incorrect user name or password");
        assertThat(known.body()).contains("value=\"auditor\"").doesNotContain("wrong");
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void aSignInWithoutTheFormsTokenIsRefused() {
        browser.get("login");
        var forged = browser.post("login", Map.of("username", "manager", "password", "demo-manager-pass"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void fiveFailedSignInsBlockOnlyThatAccount(@Autowired AccountService accounts, @Autowired Staff staff) {
        var username = guessedAt(accounts, staff);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(username, "wrong " + i).statusCode()).isEqualTo(200);
        }
        var sixth = browser.signIn(username, TestGroup.PASSWORD);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
        assertThat(messageOf(sixth)).contains("Too many attempts");
        assertThat(browser.hasSession()).isFalse();
        assertThat(location(new Http(port).signIn("therapist", "demo-therapist-pass")))
                .endsWith("/");
    }

    /** An account of the test alone: the portal remembers the failures, and others sign in as the demo's people. */
    private static String guessedAt(AccountService accounts, Staff staff) {
        var username = "guessed-" + UUID.randomUUID();
        staff.as(
                "system",
                () -> accounts.create(
                        new AccountDraft(username, "Guessed At", Set.of(Role.AUDITOR), Set.of()), TestGroup.PASSWORD));
        return username;
    }

    @Test
    void aBlockedAccountStaysBlockedUnderAnotherSpelling() {
        for (int i = 0; i < 5; i++) {
            browser.signIn("desk-two", "wrong " + i);
        }
        for (var spelling : List.of("\u0000desk-two", "desk-two\u0007", " D\u00e9sk-two\u2003", "desk\u200B-two")) {
            assertThat(browser.signIn(spelling, "wrong").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void aPasswordInTheAddressIsRefused() {
        var token = Http.token(browser.get("login"));
        var answer = browser.post(
                "login?username=manager&password=demo-manager-pass", Map.of("_csrf", token, "username", "manager"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void anUndecodableRequestIsRefusedWithSecurityHeaders() {
        for (var path : List.of("book?name=%ff", "login?password=%ff")) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).isEmpty();
            assertHeaders(answer);
        }
    }

    @Test
    void noAnswerRepeatsTheHostHeader() throws IOException {
        for (var path : List.of("/", "/patients", "/logout", "/book/")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write(("GET " + path
                                        + " HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                var head =
                        new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n\r\n")[0];
                assertThat(head).as(path).doesNotContain("evil");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/patients\r\nX-Planted: yes",
                "http://localhost:99999999/patients",
                "http://evil.example//evil.example",
                "http://[",
                "//evil.example/",
                "",
                "\u0000"
            })
    void aForgedReturnAddressLeadsToTheStartPage(String planted) {
        browser.get("login");
        var cookie = new HttpCookie(
                "REDIRECT_URI", Base64.getEncoder().encodeToString(planted.getBytes(StandardCharsets.UTF_8)));
        cookie.setPath("/");
        cookie.setVersion(0);
        browser.plant(cookie);
        var answer = browser.signIn("manager", "demo-manager-pass");
        assertThat(location(answer)).isEqualTo("/");
        assertThat(answer.headers().firstValue("X-Planted")).isEmpty();
        assertThat(browser.get("").statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressTooLongToRememberStillLeadsToTheSignInPage() {
        var answer = browser.get("a".repeat(6_000));
        assertThat(location(answer)).endsWith("/login");
        assertHeaders(answer);
    }

    @Test
    void backgroundReportsAreNotUsedAsReturnAddress() {
        browser.get("patients");
        browser.post("own-action", Map.of());
        browser.get("own-action");
        assertThat(location(browser.signIn("manager", "demo-manager-pass"))).endsWith("/patients");
    }

    @Test
    void reportsOfAnEndedSessionAreNotLedToAnotherSignInPage() {
        var answer = browser.post("own-action", Map.of());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void concurrentPasswordGuessesAreLimited(@Autowired AccountService accounts, @Autowired Staff staff)
            throws Exception {
        var username = guessedAt(accounts, staff);
        try (var threads = Executors.newFixedThreadPool(12)) {
            Callable<Integer> guess =
                    () -> new Http(port).signIn(username, "guess").statusCode();
            var refused = 0;
            for (var answer : threads.invokeAll(Collections.nCopies(12, guess))) {
                refused += answer.get() == 429 ? 1 : 0;
            }
            assertThat(refused).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login",
                "",
                "patients",
                "actuator/health",
                "actuator/env",
                "favicon.svg",
                "assets/tokens.css",
                "assets/nothing.css",
                "aura/aura.css",
                "VAADIN/build/nothing.js",
                "a;b=c"
            })
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        assertHeaders(browser.get(path));
        browser.signIn("manager", "demo-manager-pass");
        assertHeaders(browser.get(path));
    }

    private static void assertHeaders(HttpResponse<String> answer) {
        var headers = answer.headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(csp -> assertThat(csp).contains("frame-ancestors 'none'"));
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Location").orElse("")).doesNotContain("jsessionid");
    }

    @Test
    void aScreenRunsNoScriptWithoutTheNumberOfItsPage() {
        browser.signIn("manager", "demo-manager-pass");
        var page = browser.get("patients");
        var nonce = nonce(page);
        var scripts = SCRIPT_TAG
                .matcher(page.body())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(scripts).isNotEmpty().allSatisfy(tag -> assertThat(tag).contains("nonce=\"" + nonce + "\""));
        assertThat(nonce(browser.get("patients"))).as("for one page only").isNotEqualTo(nonce);
    }

    private static String nonce(HttpResponse<String> page) {
        var policies = page.headers().allValues("Content-Security-Policy");
        assertThat(policies).hasSize(1);
        var scripts = SCRIPT_SOURCES.matcher(policies.getFirst());
        assertThat(scripts.find()).isTrue();
        assertThat(scripts.group()).doesNotContain("unsafe-inline");
        var nonce = NONCE.matcher(scripts.group());
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    @Test
    void pagesAreNotCachedAndScriptsAre() {
        assertThat(browser.get("login").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        browser.signIn("manager", "demo-manager-pass");
        var page = browser.get("");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        var script = SCRIPT.matcher(page.body());
        assertThat(script.find()).isTrue();
        for (var path : List.of(script.group(), "VAADIN/static/push/vaadinPush-min.js?v=1")) {
            var answer = browser.fetch(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Pragma")).as(path).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(
                            kept -> assertThat(kept).contains("max-age").doesNotContain("no-store"));
        }
    }

    @Test
    void noErrorPageShowsInternals() {
        browser.signIn("manager", "demo-manager-pass");
        for (var path : List.of("assets/nothing.css", "error", "login/x", "a;b=c", "%00")) {
            assertThat(browser.get(path).body())
                    .as(path)
                    .doesNotContain("Exception", "io.plumbline", "\tat ", "Whitelabel");
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + ": " + answer.body()));
    }

    private static String messageOf(HttpResponse<String> page) {
        var message = Pattern.compile("role=\"alert\">([^<]+)<").matcher(page.body());
        return message.find() ? message.group(1) : "";
    }
}
