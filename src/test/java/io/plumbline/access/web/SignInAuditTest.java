package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Http;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the trail says of who came, who was refused and who went. */
@DemoTest
class SignInAuditTest {
    /** Sign-ins are counted by address, and other tests sign in too. */
    private static final String ADDRESS = "127.0.3.1";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private UUID newestBefore;
    private Http browser;

    private record Entry(String kind, StaffId actor, UUID subject, String detail) {}

    @BeforeEach
    void rememberWhatThereWas() {
        newestBefore = Ids.next();
        browser = Http.at(ADDRESS, port);
    }

    @Test
    void aWrongPasswordIsAuditedWithTheAccountButWithoutAnActor() {
        browser.signIn("Auditor ", "wrong");
        assertThat(entries())
                .containsExactly(new Entry(
                        "signin.refused",
                        StaffId.NOBODY,
                        accountOf("auditor"),
                        "account auditor, wrong password, from " + ADDRESS));
    }

    @Test
    void anUnknownUserNameIsNotStoredBecauseItMayBeAPassword() {
        browser.signIn("hunter2-my-password", "oops");
        assertThat(entries())
                .containsExactly(new Entry(
                        "signin.refused", StaffId.NOBODY, StaffId.NOBODY.value(), "no such account, from " + ADDRESS));
    }

    @Test
    void aRefusedSignInOfADeactivatedAccountIsAudited() {
        jdbc.sql("update staff_account set status = 'SWITCHED_OFF' where username = 'admin'")
                .update();
        try {
            browser.signIn("admin", "demo-admin-pass");
        } finally {
            jdbc.sql("update staff_account set status = 'ACTIVE' where username = 'admin'")
                    .update();
        }
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("signin.refused");
            assertThat(entry.detail()).contains("account admin, account switched off");
        });
    }

    @Test
    void signInsStoppedByTheLimitsAreNotAudited() {
        for (int i = 0; i < 9; i++) {
            browser.signIn("somebody-who-guesses", "guess " + i);
        }
        assertThat(entries()).hasSize(5);
    }

    @Test
    void signInsAndSignOutsAreAudited() {
        browser.signIn("manager", "demo-manager-pass");
        browser.post("logout", Map.of("_csrf", Http.token(browser.get("login"))));
        assertThat(entries())
                .extracting(Entry::kind, Entry::actor)
                .containsExactly(
                        tuple("account.signed-in", new StaffId(accountOf("manager"))),
                        tuple("account.signed-out", new StaffId(accountOf("manager"))));
    }

    private List<Entry> entries() {
        // whoever signs out gives back the leads they had claimed, and the portal looks after leads by itself
        return jdbc.sql(
                        "select kind, actor, subject, detail from audit_event where id > ? and kind not like 'lead.%' and kind not like 'content.%'"
                                + " order by id")
                .param(Ids.bytes(newestBefore))
                .query((row, n) -> new Entry(
                        row.getString("kind"),
                        new StaffId(Ids.uuid(row.getBytes("actor"))),
                        Ids.uuid(row.getBytes("subject")),
                        row.getString("detail")))
                .list();
    }

    private UUID accountOf(String username) {
        return Ids.uuid(jdbc.sql("select id from staff_account where username = ?")
                .param(username)
                .query(byte[].class)
                .single());
    }
}
