package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.OneTimeLinkService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Http;
import io.plumbline.support.Staff;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A session that was begun and has opened no screen: nobody but the store knows that it is over. */
// tries of its own: they are counted by address
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "plumbline.test=cold")
@ActiveProfiles("test")
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
        staff.doAs("admin", () -> accounts.change(account, version(), draft(Role.MANAGER)));
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
