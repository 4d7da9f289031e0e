package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.factors.FactorSecret;
import io.plumbline.access.factors.FactorSteps;
import io.plumbline.access.factors.SecondFactorService;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second step of a sign-in, as a browser meets it. Auditors must use it here, others may. */
@TwoStepTest
class CodeSignInTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PASSWORD = "four words side by side";
    private static final Pattern KEY = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>");
    private static final Pattern RECOVERY_CODE = Pattern.compile("<code>([a-z2-9]{5}-[a-z2-9]{5})</code>");

    @LocalServerPort
    int port;

    @Autowired
    AccountService accounts;

    @Autowired
    SecondFactorService factors;

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
    FactorSecret secret;
    List<String> recoveryCodes;
    Http browser;

    @BeforeEach
    void openBrowser() {
        browser = new Http(port);
    }

    @Test
    void theRightCodeCompletesTheSignInAtTheAddressThatWasAskedFor() {
        administratorWithFactor();
        browser.get("accounts");
        var asked = browser.signIn(username, PASSWORD);
        assertThat(to(asked)).endsWith("/login/code");
        assertThat(kinds()).as("nobody is signed in yet").doesNotContain("account.signed-in");
        var half = browser.session();

        var page = browser.get("login/code");
        assertThat(page.body())
                .contains("autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", "Use a recovery code")
                .doesNotContain("<script", username);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        csp -> assertThat(csp).contains("default-src 'none'").doesNotContain("unsafe"));

        var done = send(code());
        assertThat(to(done)).contains("/accounts");
        assertThat(browser.session()).as("a new session").isPresent().isNotEqualTo(half);
        assertThat(browser.get("accounts").statusCode()).isEqualTo(200);
        assertThat(kinds()).endsWith("account.signed-in");
        assertThat(browser.cookies()).anyMatch(cookie -> cookie.getName().startsWith("device-"));
    }

    @Test
    void aHalfSignInGetsNothing() {
        administratorWithFactor();
        browser.signIn(username, PASSWORD);
        for (var path : List.of("", "accounts", "account", "patients", "leads/export", "audit", "own-action")) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(to(answer)).as(path).contains("/login");
        }
        assertThat(browser.fetch("?v-r=init&location=").statusCode()).isEqualTo(302);
        assertThat(browser.fetch("?v-r=uidl&v-uiId=0").body()).doesNotContain("\"changes\"");
        assertThat(browser.post("?v-r=uidl&v-uiId=0", Map.of()).body()).doesNotContain("\"changes\"");
        assertThat(browser.fetch("VAADIN/dynamic/resource/0/x/y").statusCode()).isNotEqualTo(200);
        assertThat(kinds()).doesNotContain("account.signed-in");
    }

    @Test
    void theHalfSignInOfANewUserEndsTheSessionOfTheOneBefore() {
        administratorWithFactor();
        var withFactor = username;
        account("before", Role.ADMIN);
        browser.signIn(username, PASSWORD);
        assertThat(browser.get("accounts").statusCode()).isEqualTo(200);
        browser.signIn(withFactor, PASSWORD);
        assertThat(browser.get("accounts").statusCode()).isEqualTo(302);
    }

    @Test
    void aHalfSignInLastsFiveMinutes() {
        administratorWithFactor();
        browser.signIn(username, PASSWORD);
        clock.pass(Duration.ofMinutes(5));
        assertThat(to(browser.get("login/code"))).endsWith("/login?over");
        assertThat(browser.get("login?over").body()).contains("took too long");
        browser.signIn(username, PASSWORD);
        var page = browser.get("login/code");
        clock.pass(Duration.ofMinutes(6));
        assertThat(to(browser.post("login/code", Map.of("code", code(), "_csrf", Http.token(page)))))
                .endsWith("/login?over");
        assertThat(browser.get("accounts").statusCode()).isEqualTo(302);
    }

    @Test
    void fiveWrongCodesEndTheSignInAndFurtherCodesWaitButThePasswordStaysFree() {
        administratorWithFactor();
        browser.signIn(username, PASSWORD);
        var wrong = FactorSteps.wrongCodeAt(secret, clock.instant());
        for (int i = 0; i < 4; i++) {
            assertThat(send(wrong).body()).contains("This code is not right", "aria-invalid=\"true\"");
        }
        assertThat(to(send(wrong))).endsWith("/login?codes");
        assertThat(kinds()).filteredOn("factor.code-refused"::equals).hasSize(5);
        assertThat(to(browser.get("login/code"))).endsWith("/login?over");

        assertThat(to(browser.signIn(username, PASSWORD))).as("the password").endsWith("/login/code");
        var later = send(code());
        assertThat(later.statusCode()).isEqualTo(429);
        assertThat(later.body()).contains("Too many attempts. Wait");
        assertThat(browser.get("accounts").statusCode()).isEqualTo(302);
    }

    @Test
    void whatIsNoCodeIsNoAttempt() {
        administratorWithFactor();
        browser.signIn(username, PASSWORD);
        for (int i = 0; i < 10; i++) {
            assertThat(send("12 34").body()).contains("six digits");
        }
        assertThat(to(send(code()))).doesNotContain("login");
    }

    @Test
    void aClockThatIsOffAndACodeUsedTwiceAreSaidInPlainWords() {
        administratorWithFactor();
        browser.signIn(username, PASSWORD);
        assertThat(send(FactorSteps.codeAt(secret, clock.instant().plusSeconds(120)))
                        .body())
                .contains("clock of your phone is off", "automatic");
        var code = code();
        assertThat(to(send(code))).doesNotContain("login");
        var other = new Http(port);
        other.signIn(username, PASSWORD);
        assertThat(other.post("login/code", Map.of("code", code, "_csrf", Http.token(other.get("login/code"))))
                        .body())
                .contains("used already", "next one");
    }

    @Test
    void aRecoveryCodeSignsInOnce() {
        administratorWithFactor();
        browser.signIn(username, PASSWORD);
        var page = browser.get("login/code?recovery");
        assertThat(page.body()).contains("Recovery code", "name=\"recovery\"");
        var sent = Map.of("recovery", recoveryCodes.getFirst(), "_csrf", Http.token(page));
        assertThat(to(browser.post("login/code", sent))).doesNotContain("login");
        assertThat(kinds()).endsWith("factor.recovery-code-used", "account.signed-in");

        var other = new Http(port);
        other.signIn(username, PASSWORD);
        var again = other.post(
                "login/code",
                Map.of("recovery", recoveryCodes.getFirst(), "_csrf", Http.token(other.get("login/code?recovery"))));
        assertThat(again.body()).contains("was used already", "name=\"recovery\"");
    }

    @Test
    void goingBackForgetsThePassword() {
        administratorWithFactor();
        browser.signIn(username, PASSWORD);
        assertThat(to(browser.get("login/code?back"))).endsWith("/login");
        assertThat(to(browser.get("login/code"))).endsWith("/login?over");
    }

    @Test
    void aStalePageOfTheSecondStepDoesNotEndASession() {
        administratorWithFactor();
        browser.signIn(username, PASSWORD);
        var stale = browser.get("login/code");
        send(code());
        browser.post("login/code", Map.of("code", "123456", "_csrf", Http.token(stale)));
        browser.post("login/code", Map.of("code", "123456", "_csrf", Http.token(browser.get("login"))));
        assertThat(browser.get("accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void aDeactivatedAccountCannotCompleteItsSignIn() {
        administratorWithFactor();
        browser.signIn(username, PASSWORD);
        jdbc.sql("update staff_account set status = 'SWITCHED_OFF' where username = ?")
                .param(username)
                .update();
        assertThat(to(send(code()))).endsWith("/login?over");
        assertThat(browser.get("accounts").statusCode()).isEqualTo(302);
    }

    @Test
    void aCodeWithoutAPasswordBeforeIsRefused() {
        administratorWithFactor();
        var page = browser.get("login");
        assertThat(to(browser.post("login/code", Map.of("code", code(), "_csrf", Http.token(page)))))
                .endsWith("/login?over");
        assertThat(to(browser.get("login/set-up"))).endsWith("/login?over");
        assertThat(to(browser.post("login/set-up", Map.of("code", code(), "_csrf", Http.token(page)))))
                .endsWith("/login?over");
        assertThat(browser.post("login/code", Map.of("code", code())).statusCode())
                .as("without the token of a form")
                .isEqualTo(403);
    }

    @Test
    void aRequiredFactorMayBeSetUpLaterForSevenDaysAndIsThenSetUpBeforeTheSignIn() {
        account("two", Role.AUDITOR);
        assertThat(to(browser.signIn(username, PASSWORD))).doesNotContain("login");
        clock.pass(Duration.ofDays(6));
        browser = new Http(port);
        assertThat(to(browser.signIn(username, PASSWORD))).doesNotContain("login");
        clock.pass(Duration.ofDays(1));

        browser = new Http(port);
        assertThat(to(browser.signIn(username, PASSWORD))).endsWith("/login/set-up");
        assertThat(browser.get("audit").statusCode()).isEqualTo(302);
        assertThat(to(browser.get("login/code"))).endsWith("/login/set-up");
        var page = browser.get("login/set-up");
        assertThat(page.body()).contains("<svg class=\"qr\"", "QR code").doesNotContain("<script");
        secret = FactorSteps.typed(found(KEY, page.body()));
        assertThat(to(browser.post("login/code", Map.of("code", code(), "_csrf", Http.token(page)))))
                .as("the set-up is not left out")
                .endsWith("/login?over");

        browser.signIn(username, PASSWORD);
        page = browser.get("login/set-up");
        secret = FactorSteps.typed(found(KEY, page.body()));
        var wrong = browser.post(
                "login/set-up",
                Map.of("code", FactorSteps.wrongCodeAt(secret, clock.instant()), "_csrf", Http.token(page)));
        assertThat(wrong.body()).contains("This code is not right", found(KEY, page.body()));
        assertThat(to(browser.post("login/set-up", Map.of("code", code(), "_csrf", Http.token(page)))))
                .endsWith("/login/set-up");
        var codes = browser.get("login/set-up");
        assertThat(RECOVERY_CODE.matcher(codes.body()).results()).hasSize(10);
        assertThat(browser.get("audit").statusCode()).isEqualTo(302);
        assertThat(to(browser.post("login/code", Map.of("_csrf", Http.token(codes)))))
                .doesNotContain("login");
        assertThat(browser.get("audit").statusCode()).isEqualTo(200);
        assertThat(kinds()).endsWith("factor.set-up", "account.signed-in");
    }

    private void administratorWithFactor() {
        account("one", Role.ADMIN);
        recoveryCodes = staff.as(username, () -> {
            identity.prove(PASSWORD);
            secret = factors.begin();
            return factors.confirm(secret, code());
        });
        clock.pass(Duration.ofMinutes(1));
    }

    private void account(String name, Role role) {
        username = "step" + name + PEOPLE.incrementAndGet();
        var draft = new AccountDraft(username, "Step " + name, Set.of(role), Set.of());
        account = staff.as("system", () -> accounts.create(draft, PASSWORD));
    }

    private HttpResponse<String> send(String code) {
        return browser.post("login/code", Map.of("code", code, "_csrf", Http.token(browser.get("login/code"))));
    }

    private String code() {
        return FactorSteps.codeAt(secret, clock.instant());
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no redirect: " + answer.statusCode() + answer.body());
    }

    private static String found(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from audit_event where kind not like 'content.%' and subject = ? order by id")
                .param(Ids.bytes(account.value()))
                .query(String.class)
                .list();
    }
}
