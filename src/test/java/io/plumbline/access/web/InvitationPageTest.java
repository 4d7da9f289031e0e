package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.Invitation;
import io.plumbline.access.accounts.OneTimeLinkService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Http;
import io.plumbline.support.Staff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a one-time link, as who was given one meets it. */
@DemoTest
class InvitationPageTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PASSWORD = "four words side by side";
    private static final String OVER = "This link does not work";

    @LocalServerPort
    int port;

    @Autowired
    AccountService accounts;

    @Autowired
    OneTimeLinkService links;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    Http browser;

    @BeforeEach
    void openBrowser() {
        browser = new Http(port);
    }

    @Test
    void anInvitationLinkLetsItsHolderChooseAPasswordAndSignIn() {
        var invited = invite("Tom <b>Eriksen</b>");
        var page = browser.get(address(invited));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Choose your password", "Tom &lt;b&gt;Eriksen&lt;/b&gt;", usernameOf(invited))
                .doesNotContain("<script", "<b>Eriksen");
        assertThat(browser.get(address(invited)).statusCode())
                .as("looking uses nothing up")
                .isEqualTo(200);

        var saved = browser.post(address(invited), form(PASSWORD, PASSWORD));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("/login?chosen");
        assertThat(browser.get("login?chosen").body()).contains("Your password is saved");
        assertThat(browser.cookies())
                .as("nothing but the token of the sign-in form")
                .hasSize(1);
        assertThat(browser.signIn(usernameOf(invited), PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).doesNotContain("login"));
    }

    @Test
    void theLinkForALostDeviceSaysWhatItRemoves() {
        var invited = invite("Tom");
        assertThat(browser.get(address(invited)).body()).doesNotContain("lost device");
        jdbc.sql("update account_link set resets_factor = true where subject_id = ?")
                .param(Ids.bytes(invited.account().value()))
                .update();
        assertThat(browser.get(address(invited)).body())
                .contains("This link is for a lost device", "your signing PIN are removed", "tell your manager");
    }

    @Test
    void thePageHasAStrictPolicyIsNotCachedAndSetsNoCookie() {
        var page = browser.get(address(invite("Tom")));
        var headers = page.headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        csp -> assertThat(csp).contains("default-src 'none'").doesNotContain("unsafe"));
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        assertThat(browser.cookies()).isEmpty();
        assertThat(browser.get("login").headers().allValues("Referrer-Policy")).containsExactly("same-origin");
    }

    @Test
    void usedExpiredReplacedAndInventedLinksGetTheSamePage() {
        var used = invite("Used");
        browser.post(address(used), form(PASSWORD, PASSWORD));
        var expired = invite("Expired");
        jdbc.sql("update account_link set expires_at = '2020-01-01 00:00:00'").update();
        var replaced = invite("Replaced");
        staff.as(
                "admin",
                () -> accounts.newLink(
                        replaced.account(),
                        accounts.open(replaced.account()).orElseThrow().version()));
        var invented = browser.get("invitation/invented");
        assertThat(invented.statusCode()).isEqualTo(404);
        assertThat(invented.body()).contains(OVER, "Ask your administrator");
        for (var link : new Invitation[] {used, expired, replaced}) {
            assertThat(browser.get(address(link)).body()).isEqualTo(invented.body());
            var sent = browser.post(address(link), form(PASSWORD, PASSWORD));
            assertThat(sent.statusCode()).isEqualTo(404);
            assertThat(sent.body()).isEqualTo(invented.body());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "short, short, has 15 to 128 characters",
        "jennifermichelle, jennifermichelle, This password is easy to guess",
        "passwordstandard, passwordstandard, This password is too common",
        "four words side by side, four words side by sid, do not match"
    })
    void aRefusedPasswordIsReportedAtItsFieldAndTheLinkStaysValid(String password, String repeated, String why) {
        var invited = invite("Tom");
        var refused = browser.post(address(invited), form(password, repeated));
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains(why, "aria-invalid=\"true\"").doesNotContain("value=\"" + password);
        assertThat(browser.post(address(invited), form(PASSWORD, PASSWORD)).statusCode())
                .isEqualTo(302);
    }

    @Test
    void aPasswordInTheAddressIsRefused() {
        var invited = invite("Tom");
        var answer = browser.post(address(invited) + "?password=x", form(PASSWORD, PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(browser.get(address(invited)).body()).contains("Choose your password");
    }

    @Test
    void theFirstAdministratorIsCreatedOnceAndOnlyIfNoneExists() {
        assertThat(staff.as("system", links::forFirstAdministrator))
                .as("the demo clinic has one")
                .isEmpty();
        jdbc.sql("update active_administrators set in_all = 0").update();
        var token = staff.as("system", links::forFirstAdministrator).orElseThrow();
        assertThat(browser.get("invitation/" + token).body()).contains("Become the administrator", "displayName");

        var typed = new HashMap<>(form(PASSWORD, PASSWORD));
        typed.put("username", "two words");
        typed.put("displayName", "Sam Okafor");
        var refused = browser.post("invitation/" + token, typed);
        assertThat(refused.body()).contains("A user name has 2 to 60", "value=\"two words\"", "value=\"Sam Okafor\"");

        typed.put("username", "first");
        assertThat(browser.post("invitation/" + token, typed).statusCode()).isEqualTo(302);
        assertThat(browser.post("invitation/" + token, typed).statusCode()).isEqualTo(404);
        assertThat(browser.signIn("first", PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).doesNotContain("login"));
        assertThat(staff.as("system", links::forFirstAdministrator)).isEmpty();
        jdbc.sql("update active_administrators set in_all = 2").update();
    }

    @Test
    void noOtherPathBelowInvitationAnswersOrStartsASession() {
        for (var path : List.of(
                "invitation",
                "invitation/",
                "invitation/?v-r=init&location=",
                "invitation/?v-r=push",
                "invitation/a/b",
                "invitation/a/?v-r=init",
                "invitation/VAADIN/push?v-r=push")) {
            for (var answer : List.of(browser.get(path), browser.post(path, Map.of()))) {
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).as(path).isEmpty();
            }
        }
        assertThat(browser.get("invitation/no-such-token?v-r=init").body()).contains(OVER);
        assertThat(browser.hasSession()).isFalse();
    }

    private Invitation invite(String name) {
        var draft = new AccountDraft("guest" + PEOPLE.incrementAndGet(), name, Set.of(Role.AUDITOR), Set.of());
        return staff.as("admin", () -> accounts.invite(draft));
    }

    private String usernameOf(Invitation invited) {
        return staff.as("admin", () -> accounts.open(invited.account()))
                .orElseThrow()
                .draft()
                .username();
    }

    private static String address(Invitation invited) {
        return "invitation/" + invited.token();
    }

    private static Map<String, String> form(String password, String repeated) {
        return Map.of("password", password, "repeated", repeated);
    }
}
