package io.plumbline.access.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.shared.Role;
import io.plumbline.support.Http;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** A portal without local sign-in, on the day on which the provider is down. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "plumbline.test=sso-alone",
            "plumbline.demo=false",
            "plumbline.clock=",
            "plumbline.sso.issuer=http://localhost:1",
            "plumbline.sso.client-id=portal",
            "plumbline.sso.name=Hill Clinic",
            "plumbline.sso.local-sign-in=false",
            "plumbline.sso.local-administrator=Glass"
        })
@ActiveProfiles("test")
@Import(MovableClock.class)
class SsoAloneTest {
    private static final String PASSWORD = "four words side by side";

    @LocalServerPort
    int port;

    @Autowired
    AccountService accounts;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    Http browser;

    @BeforeEach
    void twoAccounts() {
        browser = new Http(port);
        for (var username : Set.of("glass", "colleague")) {
            if (jdbc.sql("select 1 from staff_account where username = ?")
                    .param(username)
                    .query(Integer.class)
                    .optional()
                    .isEmpty()) {
                staff.as(
                        "system",
                        () -> accounts.create(
                                new AccountDraft(username, "Person", Set.of(Role.AUDITOR), Set.of()), PASSWORD));
            }
        }
    }

    @Test
    void theSignInPageHasTheButtonAndALinkForTheAdministrator() {
        assertThat(browser.get("login").body())
                .contains("Sign in with Hill Clinic", "href=\"/login?local\"", ">Administrator</a>")
                .doesNotContain("name=\"password\"", "passkey\"");
        assertThat(browser.get("login?local").body()).contains("name=\"password\"", "Sign in with Hill Clinic");
    }

    @Test
    void onlyThePasswordOfTheLocalAdministratorCounts() {
        var wrong = signIn("colleague", "another four words here");
        var right = signIn("colleague", PASSWORD);
        assertThat(right.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(withoutTokens(right.body())).isEqualTo(withoutTokens(wrong.body()));
        assertThat(right.body()).contains("Incorrect user name or password", "name=\"password\"");
        assertThat(browser.get("audit").statusCode()).isEqualTo(302);

        assertThat(signIn("Glass", PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("login"));
        assertThat(browser.get("audit").statusCode()).isEqualTo(200);
    }

    @Test
    void aProviderThatIsDownIsSaidAndNothingIsStuck() {
        for (int i = 0; i < 2; i++) {
            var answer = browser.get("login/sso");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("Hill Clinic does not answer. Try again in a few minutes.", "Sign in with Hill Clinic");
        }
        assertThat(browser.hasSession()).isFalse();
        assertThat(jdbc.sql("select count(*) from audit_event where detail like 'provider does not answer%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private HttpResponse<String> signIn(String username, String password) {
        var page = browser.get("login?local");
        return browser.post("login", Map.of("username", username, "password", password, "_csrf", Http.token(page)));
    }

    private static String withoutTokens(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
