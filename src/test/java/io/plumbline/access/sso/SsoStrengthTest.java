package io.plumbline.access.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Http;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A portal that demands of the provider how, and how recently, a person signed in there. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "plumbline.test=sso-strength",
            "plumbline.demo=false",
            "plumbline.clock=",
            "plumbline.session.sign-ins-per-minute=1000",
            "plumbline.sso.client-id=" + SsoProviderSteps.CLIENT,
            "plumbline.sso.client-secret=" + SsoProviderSteps.SECRET,
            "plumbline.sso.name=Hill Clinic",
            "plumbline.sso.acr=two-steps,urn:clinic:high",
            "plumbline.sso.amr=mfa,hwk",
            "plumbline.sso.max-age=1h"
        })
@ActiveProfiles("test")
@Import(MovableClock.class)
class SsoStrengthTest {
    private static final SsoProviderSteps PROVIDER = new SsoProviderSteps();
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String TOO_OLD = "Hill Clinic did not ask you to sign in again, as the portal requires";
    private static final String TOO_WEAK =
            "Your sign-in at Hill Clinic was without the second step that the portal requires.";

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
    StaffId account;
    Http browser;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("plumbline.sso.issuer", PROVIDER::issuer);
    }

    @AfterAll
    static void providerEnds() {
        PROVIDER.close();
    }

    @BeforeEach
    void aPersonWhomAnAdministratorExpects() {
        clock.reset();
        PROVIDER.start();
        browser = new Http(port);
        PROVIDER.redirect = "http://localhost:" + port + "/login/sso/back";
        email = "strong" + PEOPLE.incrementAndGet() + "@clinic.example";
        account = staff.as(
                "system",
                () -> accounts.create(
                        new AccountDraft(email, "Known person", Set.of(Role.AUDITOR), Set.of()),
                        "four words side by side"));
        signsInThere(Duration.ZERO);
    }

    @Test
    void theProviderIsAskedForIt() {
        assertThat(to(browser.get("login/sso"))).contains("max_age=3600", "acr_values=two-steps");
        signIn();
        assertThat(to(browser.get("login/sso/prove"))).contains("prompt=login", "max_age=0", "acr_values=two-steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-steps", "urn:clinic:high"})
    void oneOfTheDemandedLevelsIsEnough(String acr) {
        PROVIDER.claims.put("acr", acr);
        PROVIDER.claims.put("amr", List.of("pwd", "hwk"));
        assertThat(signsIn()).isTrue();
    }

    @Test
    void aSingleMethodThatIsNoListCountsToo() {
        PROVIDER.claims.put("amr", "mfa");
        assertThat(signsIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "two-steps ", "TWO-STEPS", "two-steps,urn:clinic:high", "null"})
    void anotherLevelOpensNothing(String acr) {
        PROVIDER.claims.put("acr", acr);
        assertThat(signIn().body()).contains(TOO_WEAK);
        nothingIsOpen("sign-in too weak: acr");
    }

    @Test
    void aLevelThatIsNotSaidOpensNothing() {
        PROVIDER.withheld.add("acr");
        assertThat(signIn().body()).contains(TOO_WEAK);
        nothingIsOpen("sign-in too weak: acr");
    }

    @Test
    void anotherMethodOrNoneOpensNothing() {
        for (var amr : List.<Object>of(List.of("pwd"), List.of(), "pwd", List.of("mfax"), "pwd mfa")) {
            PROVIDER.claims.put("amr", amr);
            assertThat(signIn().body()).as("%s", amr).contains(TOO_WEAK);
            nothingIsOpen("sign-in too weak: amr");
        }
        PROVIDER.withheld.add("amr");
        assertThat(signIn().body()).contains(TOO_WEAK);
        nothingIsOpen("sign-in too weak: amr");
    }

    @Test
    void aSignInThatIsTooOldOrOfNoKnownTimeOpensNothing() {
        signsInThere(Duration.ofMinutes(62));
        assertThat(signIn().body()).contains(TOO_OLD);
        nothingIsOpen("sign-in too old");
        signsInThere(Duration.ZERO);
        PROVIDER.withheld.add("auth_time");
        assertThat(signIn().body()).contains(TOO_OLD);
        nothingIsOpen("sign-in too old");
        signsInThere(Duration.ofMinutes(59));
        assertThat(signsIn()).isTrue();
    }

    @Test
    void aSignInInTheFutureOpensNothing() {
        signsInThere(Duration.ofMinutes(-5));
        assertThat(signIn().body()).contains("The sign-in could not be completed. Try again.");
        nothingIsOpen("sign-in in the future");
        signsInThere(Duration.ofSeconds(-30));
        assertThat(signsIn()).as("a clock that is a little ahead").isTrue();
    }

    @Test
    void anOldSignInThereIsNoProofAndANewOneIs() {
        signsInThere(Duration.ofMinutes(30));
        assertThat(signsIn()).isTrue();
        assertThat(isProved()).as("signed in there half an hour ago").isFalse();

        signsInThere(Duration.ofMinutes(2));
        assertThat(prove()).contains(TOO_OLD);
        signsInThere(Duration.ZERO);
        PROVIDER.withheld.add("auth_time");
        assertThat(prove()).contains(TOO_OLD);
        signsInThere(Duration.ofMinutes(-5));
        assertThat(prove()).contains("The sign-in could not be completed. Try again.");
        signsInThere(Duration.ZERO);
        PROVIDER.claims.put("acr", "one-step");
        assertThat(prove()).contains(TOO_WEAK);
        signsInThere(Duration.ZERO);
        PROVIDER.claims.put("amr", List.of("pwd"));
        assertThat(prove()).contains(TOO_WEAK);
        assertThat(isProved()).as("after what was refused").isFalse();
        assertThat(refusedProofs())
                .containsExactly(
                        "single sign-on: sign-in too old",
                        "single sign-on: sign-in too old",
                        "single sign-on: sign-in in the future",
                        "single sign-on: sign-in too weak: acr",
                        "single sign-on: sign-in too weak: amr");

        signsInThere(Duration.ZERO);
        assertThat(prove()).contains("You confirmed at Hill Clinic who you are.");
        assertThat(isProved()).isTrue();
        clock.pass(Duration.ofMinutes(16));
        assertThat(isProved()).as("a quarter of an hour later").isFalse();
    }

    @Test
    void aSignInJustNowIsProofFromItsOwnTimeOn() {
        signsInThere(Duration.ofMinutes(10));
        assertThat(signsIn()).isTrue();
        assertThat(isProved()).isTrue();
        clock.pass(Duration.ofMinutes(6));
        assertThat(isProved()).isFalse();
    }

    /** Whether the portal lets the person do what demands a proof: it leads to the provider to connect the account. */
    private boolean isProved() {
        var answer = browser.get("login/sso/connect");
        if (answer.statusCode() == 302) {
            assertThat(to(answer)).startsWith(PROVIDER.issuer());
            return true;
        }
        assertThat(answer.body()).contains("Confirm first who you are");
        return false;
    }

    private String prove() {
        var answer = back(to(browser.get("login/sso/prove")));
        return (answer.statusCode() == 302 ? browser.get(to(answer).replaceFirst("^/", "")) : answer).body();
    }

    /** The person signed in at the provider so long ago, with all that the portal demands. */
    private void signsInThere(Duration ago) {
        var more = new HashMap<String, Object>(Map.of("acr", "two-steps", "amr", List.of("pwd", "mfa")));
        more.put("auth_time", clock.instant().minus(ago).getEpochSecond());
        PROVIDER.person("subject of " + email, email, clock.instant(), more);
    }

    private void nothingIsOpen(String why) {
        assertThat(browser.get("audit").statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select detail from audit_event where kind = 'signin.refused' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains(why);
        assertThat(jdbc.sql("select count(*) from staff_identity where staff_id = ?")
                        .param(Ids.bytes(account.value()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> refusedProofs() {
        return jdbc.sql("select detail from audit_event where kind = 'signature.refused' and actor = ? order by id")
                .param(Ids.bytes(account.value()))
                .query(String.class)
                .list();
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
        var address = PROVIDER.follow(atProvider);
        return browser.get(address.getRawPath().substring(1) + "?" + address.getRawQuery());
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseGet(() -> "no redirect: /login " + answer.statusCode() + answer.body());
    }
}
