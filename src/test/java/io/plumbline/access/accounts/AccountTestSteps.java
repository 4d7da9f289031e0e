package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** What the tests of accounts do on every store. */
abstract class AccountTestSteps {
    static final AtomicInteger PEOPLE = new AtomicInteger();

    static final String PASSWORD = TestGroup.PASSWORD;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    AccountService accounts;

    @Autowired
    OneTimeLinkService links;

    @Autowired
    IdentityService identity;

    @Autowired
    RoleConfirmationService roles;

    @Autowired
    ClinicService clinics;

    @Autowired
    AuthenticationManager authentication;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    boolean switchOff(String who, StaffId whom, long version) {
        try {
            staff.doAs(who, () -> accounts.switchOff(whom, version));
            return true;
        } catch (Refused last) {
            assertThat(last).hasMessageContaining("last administrator");
            return false;
        }
    }

    record Person(StaffId id, String username, String token) {}

    Person invite(Role role, ClinicId... places) {
        var username = "person" + PEOPLE.incrementAndGet();
        var draft = new AccountDraft(username, username, Set.of(role), Set.of(places));
        var invitation = staff.as("admin", () -> accounts.invite(draft));
        return new Person(invitation.account(), username, invitation.token());
    }

    Person active(Role role, ClinicId... places) {
        var person = invite(role, places);
        choose(person.token, PASSWORD);
        return person;
    }

    /** A manager whose role another manager has confirmed. */
    Person manager(String confirmedBy, ClinicId... places) {
        var person = active(Role.MANAGER, places);
        staff.doAs(confirmedBy, () -> roles.confirm(person.id, versionOf(person.id), Role.MANAGER));
        return person;
    }

    Person founder(String code) {
        var person = manager("manager");
        staff.doAs(person.username, () -> clinics.create(clinic(code)));
        return person;
    }

    /** A second later: who chose before and who chose after is told apart by it. */
    void choose(String token, String password) {
        clock.pass(Duration.ofSeconds(1));
        staff.doAs("system", () -> links.choosePassword(token, password, password));
    }

    CurrentUser signIn(Person person, String password) {
        return (CurrentUser) authentication
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(person.username, password))
                .getPrincipal();
    }

    void change(Person person, AccountDraft draft) {
        staff.doAs("admin", () -> {
            identity.prove(PASSWORD);
            accounts.change(person.id, accounts.open(person.id).orElseThrow().version(), draft);
        });
    }

    AccountDetails open(StaffId id) {
        return staff.as("admin", () -> accounts.open(id)).orElseThrow();
    }

    long versionOf(StaffId id) {
        return staff.as("admin", () -> accounts.open(id)).orElseThrow().version();
    }

    List<String> kindsOf(StaffId account) {
        return jdbc.sql("select kind from audit_event where subject = ? and kind not like 'account.signed-in'"
                        + " and kind not like 'content.%' order by id")
                .params(Ids.bytes(account.value()))
                .query(String.class)
                .list();
    }

    static ClinicDraft clinic(String code) {
        return clinic(code, "US");
    }

    static ClinicDraft clinic(String code, String country) {
        return ClinicDrafts.of(code, code, ZoneId.of("America/Phoenix"), country, "911", 15, List.of(), List.of());
    }
}
