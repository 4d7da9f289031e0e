package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.factors.PasskeyService;
import io.plumbline.access.factors.PasskeySteps;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Http;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.TwoStepTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in by a passkey, alone and after the password, as a browser meets it. Auditors must have a second factor here. */
@TwoStepTest
class PasskeySignInTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PASSWORD = "four words side by side";

    @LocalServerPort
    int port;

    @Autowired
    AccountService accounts;

    @Autowired
    PasskeyService passkeys;

    @Autowired
    IdentityService identity;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    String username;
    StaffId account;
    PasskeySteps device;
    List<String> recoveryCodes;
    Http browser;

    @BeforeEach
    void aPersonWithAPasskey() {
        browser = new Http(port);
        device = new PasskeySteps();
        username = "passkey" + PEOPLE.incrementAndGet();
        account = staff.as(
                "system",
                () -> accounts.create(
                        new AccountDraft(username, "Passkey person", Set.of(Role.AUDITOR), Set.of()), PASSWORD));
        recoveryCodes = staff.as(username, () -> {
            identity.prove(PASSWORD);
            var asked = passkeys.begin("Laptop");
            return passkeys.add(asked, device.create(asked.json(), origin()));
        });
        clock.pass(Duration.ofMinutes(1));
    }

    @Test
    void aPasskeyAloneIsTheWholeSignInAtTheAddressThatWasAskedFor() {
        browser.get("audit");
        var page = browser.get("login");
        assertThat(page.body()).contains("Sign in with a passkey", "data-site=\"localhost\"", "passkey.js");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(csp -> assertThat(csp)
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe"));
        var asked = browser.fetch("login/passkey/asked");
        assertThat(asked.body())
                .contains("\"userVerification\":\"required\"", "\"rpId\":\"localhost\"")
                .doesNotContain(username);
        assertThat(asked.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        assertThat(browser.hasSession()).as("a stranger creates no session").isFalse();

        assertThat(to(send(page, device.sign(asked.body(), origin())))).contains("/audit");
        assertThat(browser.get("audit").statusCode()).isEqualTo(200);
        assertThat(kinds()).endsWith("account.signed-in");
        assertThat(jdbc.sql("select count(*) from staff_session where staff_id = ?")
                        .param(Ids.bytes(account.value()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(browser.cookies()).anyMatch(cookie -> cookie.getName().startsWith("device-"));
    }

    @Test
    void aPasskeyIsTheSecondStepAfterThePassword() {
        assertThat(to(browser.signIn(username, PASSWORD))).endsWith("/login/code");
        var page = browser.get("login/code");
        assertThat(page.body())
                .contains("Use your passkey", "Use a passkey", "Use a recovery code", "This browser cannot use")
                .doesNotContain("authenticator app", username);
        var asked = browser.fetch("login/passkey/asked?step");
        assertThat(asked.body()).contains("\"allowCredentials\":[{");
        var done = browser.post(
                "login/code", Map.of("passkey", device.sign(asked.body(), origin()), "_csrf", Http.token(page)));
        assertThat(to(done)).doesNotContain("login");
        assertThat(browser.get("audit").statusCode()).isEqualTo(200);
        assertThat(kinds()).endsWith("account.signed-in");
    }

    @Test
    void aRecoveryCodeStandsInForALostPasskey() {
        browser.signIn(username, PASSWORD);
        var page = browser.get("login/code?recovery");
        assertThat(page.body()).contains("name=\"recovery\"").doesNotContain("data-asked");
        assertThat(to(browser.post(
                        "login/code", Map.of("recovery", recoveryCodes.getFirst(), "_csrf", Http.token(page)))))
                .doesNotContain("login");
    }

    @Test
    void refusalsSayTheSameWhicheverAccountAndAreOnRecord() {
        var unknown = send(new PasskeySteps());
        assertThat(unknown.body()).contains("This passkey cannot be used here. Sign in with your password.");
        jdbc.sql("update staff_account set status = 'SWITCHED_OFF' where username = ?")
                .param(username)
                .update();
        var off = send(device);
        assertThat(withoutTokens(off.body())).isEqualTo(withoutTokens(unknown.body()));
        assertThat(off.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(browser.get("audit").statusCode()).isEqualTo(302);
        assertThat(kinds()).endsWith("signin.refused");
        assertThat(details()).endsWith("account " + username + ", account switched off, from 127.0.0.1");
        assertThat(details(StaffId.NOBODY)).contains("unknown passkey, from 127.0.0.1");
    }

    @Test
    void aPasskeyOfAnotherSiteIsRefusedInClearWords() {
        var page = browser.get("login");
        var asked = browser.fetch("login/passkey/asked");
        assertThat(send(page, device.sign(asked.body(), "https://portal.example"))
                        .body())
                .contains("used at another address than the portal&#39;s own", "its own address");
        assertThat(details()).endsWith("account " + username + ", passkey of another site, from 127.0.0.1");
    }

    @Test
    void anAnswerIsForOneBrowserWorksOnceAndNeedsTheTokenOfTheForm() {
        var page = browser.get("login");
        var asked = browser.fetch("login/passkey/asked").body();
        var stranger = new Http(port);
        var strangersPage = stranger.get("login");
        var answer = device.sign(asked, origin());
        assertThat(stranger.post("login/passkey", Map.of("passkey", answer, "_csrf", Http.token(strangersPage)))
                        .body())
                .contains("That took too long");
        assertThat(browser.post("login/passkey", Map.of("passkey", answer)).statusCode())
                .isEqualTo(403);
        assertThat(new Http(port).fetch("login/passkey/asked").statusCode())
                .as("without a sign-in page")
                .isEqualTo(400);
        assertThat(to(send(page, answer))).doesNotContain("login");
    }

    @Test
    void aCounterThatGoesBackwardIsOnRecord() {
        assertThat(to(send(device.countFrom(5)))).doesNotContain("login");
        browser = new Http(port);
        clock.pass(Duration.ofMinutes(1));
        assertThat(send(device.countFrom(5)).body()).contains("This passkey cannot be used here");
        assertThat(details())
                .endsWith("account " + username + ", the counter of the passkey went backward, from 127.0.0.1");
    }

    @Test
    void wrongAnswersWaitAndThePasswordStaysFree() {
        for (int i = 0; i < 5; i++) {
            assertThat(send(device.unverified()).body()).contains("cannot be used here");
        }
        var later = send(device);
        assertThat(later.statusCode()).isEqualTo(429);
        assertThat(later.body()).contains("Too many attempts. Wait");
        assertThat(to(browser.signIn(username, PASSWORD))).endsWith("/login/code");
    }

    @Test
    void fiveWrongPasskeysEndTheSecondStep() {
        browser.signIn(username, PASSWORD);
        for (int i = 0; i < 5; i++) {
            var page = browser.get("login/code");
            var last = browser.post("login/code", Map.of("passkey", "{}", "_csrf", Http.token(page)));
            if (i == 4) {
                assertThat(to(last)).endsWith("/login?codes");
            } else {
                assertThat(last.body()).contains("nothing that can be read");
            }
        }
        assertThat(kinds()).filteredOn("factor.code-refused"::equals).hasSize(5);
    }

    private HttpResponse<String> send(PasskeySteps from) {
        var page = browser.get("login");
        return send(page, from.sign(browser.fetch("login/passkey/asked").body(), origin()));
    }

    private HttpResponse<String> send(HttpResponse<String> page, String answer) {
        return browser.post("login/passkey", Map.of("passkey", answer, "_csrf", Http.token(page)));
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private static String withoutTokens(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no redirect: login " + answer.statusCode());
    }

    private List<String> kinds() {
        return column("kind", account);
    }

    private List<String> details() {
        return column("detail", account);
    }

    private List<String> details(StaffId of) {
        return column("detail", of);
    }

    private List<String> column(String name, StaffId of) {
        return jdbc.sql("select " + name
                        + " from audit_event where kind not like 'content.%' and subject = ? order by id")
                .param(Ids.bytes(of.value()))
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
