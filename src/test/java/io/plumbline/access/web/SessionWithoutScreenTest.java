package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.OneTimeLinkService;
import io.plumbline.access.sessions.StaffSessionService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Http;
import io.plumbline.support.Staff;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session that was begun and has opened no screen: nobody but the store knows that it is over. */
@DemoTest
class SessionWithoutScreenTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PASSWORD = "four words side by side";

    @LocalServerPort
    int port;

    @Autowired
    AccountService accounts;

    @Autowired
    OneTimeLinkService links;

    @Autowired
    IdentityService identity;

    @Autowired
    StaffSessionService sessions;

    @Autowired
    Staff staff;

    String username;
    StaffId account;
    Http browser;

    @BeforeEach
    void signsInAndOpensNothing() {
        username = "cold" + PEOPLE.incrementAndGet();
        account = staff.as("system", () -> accounts.create(draft(Role.AUDITOR), PASSWORD));
        browser = new Http(port);
        browser.signIn(username, PASSWORD);
        assertThat(browser.hasSession()).isTrue();
    }

    @Test
    void anUnchangedAccountKeepsTheSession() {
        staff.doAs("admin", () -> accounts.newLink(account, version()));
        assertThat(browser.get("audit").statusCode()).isEqualTo(200);
        assertThat(browser.get("audit").statusCode()).isEqualTo(200);
    }

    @Test
    void aChangedPasswordEndsTheSession() {
        var link = staff.as("admin", () -> accounts.newLink(account, version()));
        staff.doAs("system", () -> links.choosePassword(link.token(), "another four words", "another four words"));
        assertEnded();
        var anew = new Http(port);
        anew.signIn(username, "another four words");
        assertThat(anew.get("audit").statusCode()).isEqualTo(200);
    }

    @Test
    void deactivatingTheAccountEndsTheSession() {
        staff.doAs("admin", () -> accounts.switchOff(account, version()));
        assertEnded();
    }

    @Test
    void anActionReportOfADeactivatedAccountIsAnsweredBeforeTheSessionEnds() {
        staff.doAs("admin", () -> accounts.switchOff(account, version()));
        assertThat(browser.post("own-action", Map.of()).statusCode()).isEqualTo(204);
        assertEnded();
    }

    @Test
    void changedRolesEndTheSession() {
        var version = version();
        staff.doAs("admin", () -> {
            identity.prove("demo-admin-pass");
            accounts.change(account, version, draft(Role.MANAGER));
        });
        assertEnded();
    }

    @Test
    void aSessionThatWasSignedOutElsewhereEndsAndTheOtherGoesOn() {
        var other = new Http(port);
        other.signIn(username, PASSWORD);
        var running = staff.as(username, sessions::list);
        assertThat(running).hasSize(2).allSatisfy(one -> assertThat(one.address())
                .isEqualTo("127.0.0.1"));
        staff.doAs(username, () -> sessions.end(running.getLast().id()));
        var answers = Stream.of(browser, other)
                .map(one -> one.get("audit").statusCode())
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(200, 302);
        assertThat(staff.as(username, sessions::list)).hasSize(1);
    }

    @Test
    void aSessionEndsWhenTheRowsOfAllAreDeletedAndSigningOutDeletesItsOwn() {
        browser.post("logout", Map.of("_csrf", Http.token(browser.get("login"))));
        assertThat(staff.as(username, sessions::list)).isEmpty();
        var anew = new Http(port);
        anew.signIn(username, PASSWORD);
        assertThat(staff.as(username, () -> sessions.endOthers(null))).isEqualTo(1);
        browser = anew;
        assertEnded();
    }

    private void assertEnded() {
        assertThat(browser.fetch("?v-r=uidl&v-uiId=0").body())
                .as("what a screen does")
                .doesNotContain("\"changes\"");
        var page = browser.get("audit");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/login"));
    }

    private AccountDraft draft(Role role) {
        return new AccountDraft(username, "Cold", Set.of(role), Set.of());
    }

    private long version() {
        return staff.as("admin", () -> accounts.open(account)).orElseThrow().version();
    }
}
