package io.plumbline.access.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Http;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Single sign-on as a browser meets it, with a provider of its own. */
@SsoTest
class SsoSignInTest {
    private static final SsoProviderSteps PROVIDER = SsoProviderSteps.SHARED;
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PASSWORD = "four words side by side";

    @LocalServerPort
    int port;

    @Autowired
    AccountService accounts;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    String email;
    String subject;
    StaffId account;
    Http browser;

    @BeforeEach
    void aPersonWhomAnAdministratorExpects() {
        PROVIDER.start();
        browser = new Http(port);
        PROVIDER.redirect = "http://localhost:" + port + "/login/sso/back";
        email = "sso" + PEOPLE.incrementAndGet() + "@clinic.example";
        subject = "subject of " + email;
        account = account(email, Role.AUDITOR);
        said("portal-audit");
    }

    @Test
    void aPersonSignsInAndIsWhereTheyWantedToBe() {
        browser.get("audit");
        var page = browser.get("login");
        assertThat(page.body()).contains("Sign in with Hill Clinic", "href=\"/login/sso\"", "name=\"password\"");
        var start = browser.get("login/sso");
        assertThat(to(start))
                .startsWith(PROVIDER.issuer() + "/oauth2/authorize?response_type=code&client_id=portal")
                .contains("code_challenge_method=S256", "code_challenge=", "&state=", "&nonce=")
                .doesNotContain("prompt=");
        assertThat(browser.hasSession()).as("a stranger creates no session").isFalse();

        assertThat(to(back(to(start)))).endsWith("/audit");
        assertThat(browser.get("audit").statusCode()).isEqualTo(200);
        assertThat(kinds(account)).contains("account.provider-linked").endsWith("account.signed-in");
        assertThat(count("staff_session")).isEqualTo(1);
        assertThat(browser.cookies()).noneMatch(cookie -> cookie.getName().equals(SsoRounds.COOKIE));
    }

    @Test
    void fromThenOnOnlyTheSubjectCounts() {
        signIn();
        email = "other-" + email;
        said("portal-audit");
        assertThat(signsIn()).as("the same person with another address").isTrue();

        email = email.substring("other-".length());
        subject = "another person";
        said("portal-audit");
        assertThat(signIn().body()).contains("belongs to another person at Hill Clinic. Ask your administrator.");
        assertThat(details(account)).last().asString().contains("account linked to another person, from 127.0.0.1");
    }

    @Test
    void anUnverifiedAddressFindsNoAccount() {
        for (var unverified : List.of(Map.of("email_verified", false), Map.of("email_verified", "no"))) {
            PROVIDER.claims.putAll(unverified);
            assertThat(signIn().body()).contains("Hill Clinic does not confirm your e-mail address");
        }
        PROVIDER.claims.remove("email_verified");
        assertThat(signIn().body()).contains("Hill Clinic does not confirm your e-mail address");
        assertThat(count("staff_identity")).isZero();
        assertThat(browser.get("audit").statusCode()).isEqualTo(302);
    }

    @Test
    void withoutAKnownRoleNothingOpens() {
        said("something-else");
        assertThat(signIn().body())
                .contains("Your account at Hill Clinic has no role in the portal. Ask your administrator.");
        assertThat(browser.get("audit").statusCode()).isEqualTo(302);
        assertThat(details(account)).last().isEqualTo("account " + email + ", no role in the claims, from 127.0.0.1");
    }

    @Test
    void whoHasNoAccountGetsNone() {
        email = "stranger-" + email;
        said("portal-audit");
        assertThat(signIn().body()).contains("You have no account in the portal. Ask your administrator.");
        assertThat(jdbc.sql("select count(*) from staff_account where username = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDeactivatedAccountStaysOutAndAnInvitedOneGetsIn() {
        status("SWITCHED_OFF");
        assertThat(signIn().body()).contains("Your account in the portal is deactivated. Ask your administrator.");
        assertThat(count("staff_identity")).isZero();
        jdbc.sql("update staff_account set status = 'INVITED', password_set_at = null where id = ?")
                .param(Ids.bytes(account.value()))
                .update();
        assertThat(signsIn()).isTrue();
        assertThat(status()).isEqualTo("ACTIVE");
        status("SWITCHED_OFF");
        assertThat(signIn().body()).contains("deactivated");
    }

    @Test
    void claimsChangeTheRolesAtTheNextSignIn() {
        said("portal-audit", "portal-reception");
        assertThat(signsIn()).isTrue();
        assertThat(roles()).contains("AUDITOR", "FRONT_DESK");
        assertThat(browser.get("audit").statusCode()).isEqualTo(200);
        var before = browser;
        browser = new Http(port);
        said("portal-desk");
        assertThat(signsIn()).isTrue();
        assertThat(roles()).isEqualTo("FRONT_DESK");
        assertThat(before.get("audit").statusCode()).as("the session before").isEqualTo(302);
        assertThat(details(account)).contains("roles now FRONT_DESK");
    }

    @Test
    void aManagerOfTheClaimsWaitsForAnother() {
        account("manager-" + email, Role.MANAGER);
        said("portal-audit", "portal-manager");
        assertThat(signsIn()).isTrue();
        assertThat(roles()).isEqualTo("AUDITOR");
        assertThat(pending()).isEqualTo("MANAGER");
        assertThat(signsIn()).isTrue();
        assertThat(pending()).isEqualTo("MANAGER");
    }

    @Test
    void claimsThatNoAccountCanHaveAreRefused() {
        said("portal-therapist");
        assertThat(signIn().body())
                .contains(
                        "Your roles at Hill Clinic do not fit the portal: Choose the clinic where this person treats");
        assertThat(roles()).isEqualTo("AUDITOR");
    }

    @Test
    void theAddressThatAnAdministratorWroteFindsTheAccount() {
        var username = "plain" + PEOPLE.get();
        account = account(username, Role.AUDITOR);
        staff.doAs("system", () -> jdbc.sql("insert into staff_identity (staff_id, email, email_by) values (?, ?, ?)")
                .params(Ids.bytes(account.value()), "written-" + email, Ids.bytes(account.value()))
                .update());
        email = "written-" + email;
        said("portal-audit");
        assertThat(signsIn()).isTrue();
        assertThat(kinds(account)).endsWith("account.signed-in");
    }

    @Test
    void theProviderNeverOpensTheAccountOfLocalSignIn() {
        account = account("local.admin", Role.AUDITOR);
        jdbc.sql("insert into staff_identity (staff_id, email, email_by) values (?, ?, ?)")
                .params(Ids.bytes(account.value()), "local-" + email, Ids.bytes(account.value()))
                .update();
        email = "local-" + email;
        said("portal-audit");
        assertThat(signIn().body()).contains("This account signs in with its own password only.");
    }

    @Test
    void anAnswerIsForTheBrowserThatBegan() {
        var answer = PROVIDER.follow(to(browser.get("login/sso")));
        browser = new Http(port);
        assertThat(open(answer).body()).contains("The sign-in took too long, or was begun in another window.");
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void aWrongStateIsRefused() {
        var answer = PROVIDER.follow(to(browser.get("login/sso"))).toString();
        assertThat(open(URI.create(answer.replaceFirst("state=[^&]+", "state=another")))
                        .body())
                .contains("The sign-in could not be completed. Try again.");
        assertThat(details(StaffId.NOBODY)).contains("state does not match, from 127.0.0.1");
        assertThat(open(URI.create(answer)).body()).as("the round is over").contains("took too long");
    }

    @Test
    void anAnswerWorksOnceAndForTenMinutes() {
        var answer = PROVIDER.follow(to(browser.get("login/sso")));
        clock.pass(Duration.ofMinutes(11));
        assertThat(open(answer).body()).contains("took too long");
    }

    @Test
    void aTokenThatIsNotForUsIsRefused() {
        for (var wrong : List.<Map<String, ?>>of(
                Map.of("nonce", "another"),
                Map.of("iss", "https://provider.example"),
                Map.of("aud", List.of("another")),
                Map.of(
                        "iat",
                        clock.instant().minusSeconds(300),
                        "exp",
                        clock.instant().minusSeconds(61)))) {
            said("portal-audit");
            PROVIDER.claims.putAll(wrong);
            assertThat(signIn().body())
                    .as("%s", wrong)
                    .contains("The sign-in could not be completed. Try again.")
                    .doesNotContain("eyJ");
        }
        assertThat(details(StaffId.NOBODY))
                .anyMatch(why -> why.startsWith("answer not valid: invalid_nonce"))
                .anyMatch(why -> why.startsWith("answer not valid: invalid_id_token"));
        assertThat(count("staff_identity")).isZero();
    }

    @Test
    void aTokenThatAnotherSignedIsRefused() {
        PROVIDER.isForged = true;
        assertThat(signIn().body()).contains("The sign-in could not be completed. Try again.");
        assertThat(count("staff_identity")).isZero();
        PROVIDER.isForged = false;
        assertThat(signsIn()).as("the same token of the provider").isTrue();
    }

    @Test
    void anAnswerOfAnotherProviderIsRefused() {
        var answer = PROVIDER.follow(to(browser.get("login/sso"))).toString().replaceFirst("&iss=[^&]*", "");
        assertThat(open(URI.create(answer + "&iss=https://provider.example")).body())
                .contains("The sign-in could not be completed. Try again.");
        assertThat(details(StaffId.NOBODY)).last().isEqualTo("answer of another issuer, from 127.0.0.1");
        assertThat(count("staff_identity")).isZero();
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotUsed() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "plumbline.sso.issuer",
                        PROVIDER.issuer().replace("localhost", "127.0.0.1"),
                        "plumbline.sso.client-id",
                        "portal")))
                .bind("plumbline.sso", SsoSettings.class)
                .get();
        assertThatThrownBy(() -> new SsoProvider(settings, clock).known())
                .isInstanceOf(SsoProvider.Unreachable.class)
                .rootCause()
                .hasMessageContaining("calls itself otherwise");
    }

    @Test
    void whatTheProviderRefusesIsSaidWithoutItsWords() {
        var state = to(browser.get("login/sso")).replaceFirst(".*[?&]state=([^&]+).*", "$1");
        assertThat(browser.get("login/sso/back?error=access_denied&error_description=%3Cb%3E&state=" + state)
                        .body())
                .contains("The sign-in at Hill Clinic was canceled or not allowed there.")
                .doesNotContain("<b>");
    }

    @Test
    void aStrangerProvesNothing() {
        assertThat(browser.get("login/sso/prove").statusCode())
                .as("nobody is signed in")
                .isEqualTo(302);
        assertThat(to(browser.get("login/sso/prove"))).contains("/login");
    }

    @Test
    void aPersonProvesAtTheProviderWhoTheyAre() {
        signIn();
        var before = clock.instant().getEpochSecond();
        clock.pass(Duration.ofMinutes(9));
        PROVIDER.person(subject, email, clock.instant(), Map.of("auth_time", before));
        var start = to(browser.get("login/sso/prove"));
        assertThat(start).contains("prompt=login", "max_age=0");
        assertThat(page(back(start)).body()).as("an old sign-in there").contains("did not ask you to sign in again");
        assertThat(kinds(account)).endsWith("signature.refused");

        PROVIDER.person(subject, email, clock.instant(), Map.of());
        assertThat(page(back(to(browser.get("login/sso/prove")))).body())
                .contains("Confirmed", "You confirmed at Hill Clinic who you are.");

        PROVIDER.person("another", email, clock.instant(), Map.of());
        assertThat(page(back(to(browser.get("login/sso/prove")))).body())
                .contains("as somebody else than in the portal");
        assertThat(browser.get("audit").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void aPersonWhoIsSignedInLinksTheirAccount() {
        var own = "own" + PEOPLE.get();
        account = account(own, Role.AUDITOR);
        email = "own-" + email;
        browser.signIn(own, PASSWORD);
        said();
        assertThat(page(back(to(browser.get("login/sso/connect")))).body())
                .contains("Account connected", "You can now sign in to the portal with Hill Clinic.");
        assertThat(kinds(account)).endsWith("account.provider-linked");
        browser = new Http(port);
        said("portal-audit");
        assertThat(signsIn()).isTrue();
    }

    @Test
    void signingOutLeadsToTheProvider() {
        signIn();
        assertThat(to(browser.post("logout", Map.of("_csrf", token()))))
                .startsWith(PROVIDER.issuer() + "/connect/logout?client_id=portal&post_logout_redirect_uri=")
                .doesNotContain("token");
        assertThat(count("staff_session")).isZero();
        browser.signIn(email, PASSWORD);
        assertThat(to(browser.post("logout", Map.of("_csrf", token())))).endsWith("/login?out");
    }

    private String token() {
        return Http.token(browser.get("login"));
    }

    private StaffId account(String username, Role role) {
        return staff.as(
                "system",
                () -> accounts.create(new AccountDraft(username, "Known person", Set.of(role), Set.of()), PASSWORD));
    }

    /** The provider says that the person has these roles. */
    private void said(String... roles) {
        PROVIDER.person(subject, email, clock.instant(), Map.of("realm_access", Map.of("roles", List.of(roles))));
    }

    private HttpResponse<String> signIn() {
        browser.get("login");
        return back(to(browser.get("login/sso")));
    }

    private boolean signsIn() {
        var answer = signIn();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return !to(answer).contains("/login");
    }

    private HttpResponse<String> back(String atProvider) {
        return open(PROVIDER.follow(atProvider));
    }

    private HttpResponse<String> open(URI address) {
        return browser.get(address.getRawPath().substring(1) + "?" + address.getRawQuery());
    }

    /** The page itself, or the one to which an answer leads. */
    private HttpResponse<String> page(HttpResponse<String> answer) {
        return answer.statusCode() == 302 ? browser.get(to(answer).replaceFirst("^/", "")) : answer;
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseGet(() -> "no redirect: /login " + answer.statusCode() + answer.body());
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where staff_id = ?")
                .param(Ids.bytes(account.value()))
                .query(Integer.class)
                .single();
    }

    private void status(String now) {
        jdbc.sql("update staff_account set status = ? where id = ?")
                .params(now, Ids.bytes(account.value()))
                .update();
    }

    private String status() {
        return column("status");
    }

    private String roles() {
        return column("roles");
    }

    private String pending() {
        return column("pending_roles");
    }

    private String column(String name) {
        return jdbc.sql("select " + name + " from staff_account where id = ?")
                .param(Ids.bytes(account.value()))
                .query(String.class)
                .single();
    }

    private List<String> kinds(StaffId of) {
        return audit("kind", of);
    }

    private List<String> details(StaffId of) {
        return audit("detail", of);
    }

    private List<String> audit(String name, StaffId of) {
        return jdbc.sql("select " + name
                        + " from audit_event where kind not like 'content.%' and subject = ? order by id")
                .param(Ids.bytes(of.value()))
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
