package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.sessions.StaffSessionService;
import io.plumbline.access.signin.CurrentAccountQuery;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.DisabledException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts: who changes them, who is told, and what ends with one. */
@StoreTest
@Tag("core")
@OnMySql("a row lock keeps the last administrator, and user names meet a unique key by collation")
class AccountServiceTest extends AccountTestSteps {
    @Autowired
    CurrentAccountQuery currentAccountQuery;

    @Autowired
    StaffSessionService sessions;

    @Autowired
    LeadService leads;

    @Autowired
    StaffUsers users;

    @Autowired
    Statements statements;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void invitedAccountsAndUnconfirmedRolesAreCounted() {
        var person = invite(Role.THERAPIST, group.west);
        assertThat(counted()).contains(person.id());
        choose(person.token(), PASSWORD);
        assertThat(counted()).as("the role waits").contains(person.id());
        staff.doAs("manager", () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST));
        assertThat(counted()).doesNotContain(person.id());
    }

    /** Whom the count is of: an administrator counts the accounts of all tests, which may add some meanwhile. */
    private List<StaffId> counted() {
        var atOnce = new TransactionTemplate(transactions);
        atOnce.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return staff.as(
                "admin",
                () -> atOnce.execute(reading -> {
                    var waiting = accounts.waiting(10_000).stream()
                            .map(AccountRow::id)
                            .toList();
                    assertThat(accounts.countWaiting()).isEqualTo(waiting.size());
                    return waiting;
                }));
    }

    @Test
    void aManagerSeesTheNewAccountsOfTheirClinicsOnly() {
        var here = active(Role.FRONT_DESK, group.west);
        var elsewhere = founder("told");
        assertThat(staff.as("manager", roles::newColleagues))
                .anySatisfy(person -> {
                    assertThat(person.account()).isEqualTo(here.id());
                    assertThat(person.roles()).containsExactly(Role.FRONT_DESK);
                    assertThat(person.madeBy()).isEqualTo("admin");
                })
                .noneMatch(person -> person.account().equals(elsewhere.id()));
        assertThat(staff.as(elsewhere.username(), roles::newColleagues)).isEmpty();
    }

    @Test
    void aManagerWhoAddsAClinicWorksThereAtOnce() {
        var founder = manager("manager");
        var seen = new AtomicReference<CurrentUser>();
        var clinic = staff.as(founder.username(), () -> {
            var id = clinics.create(clinic("founded"));
            seen.set(CurrentUser.current());
            assertThat(clinics.findForCurrentUser()).hasSize(1);
            return id;
        });
        assertThat(seen.get().clinics()).containsExactly(clinic);
        assertThat(open(founder.id()).draft().clinics()).containsExactly(clinic);
        assertThat(now(founder).orElseThrow().isAs(seen.get()))
                .as("their open screens go on")
                .isTrue();
    }

    @Test
    void aClinicThatItsManagerAddsMakesOpenFormsOfTheAccountStale() {
        var founder = manager("manager");
        staff.doAs(founder.username(), () -> clinics.create(clinic("staleone")));
        var seen = versionOf(founder.id());
        staff.doAs(founder.username(), () -> clinics.create(clinic("staletwo")));
        assertThat(versionOf(founder.id())).isEqualTo(seen + 1);
    }

    @Test
    void anAccountAndItsClinicsAreReadTogetherAtSignIn() {
        var person = active(Role.FRONT_DESK, group.west, group.east);
        assertThat(statements.of(() -> users.loadUserByUsername(person.username())))
                .filteredOn(sql -> sql.contains("staff_account"))
                .hasSize(1);
    }

    @Test
    void aRefusedClinicIsNotAssignedToItsManager() {
        var founder = manager("manager");
        staff.doAs(founder.username(), () -> {
            assertThatThrownBy(() -> clinics.create(clinic(group.codeOf(group.west))))
                    .isInstanceOf(RuntimeException.class);
            assertThat(CurrentUser.current().clinics()).isEmpty();
        });
        assertThat(open(founder.id()).draft().clinics()).isEmpty();
    }

    @Test
    void deactivatingAnAccountReleasesItsLeadsAndEndsItsSession() {
        var person = active(Role.FRONT_DESK, group.west);
        var before = signIn(person, PASSWORD);
        var lead = lead();
        staff.doAs(
                person.username(),
                () -> leads.claim(lead, leads.open(lead).orElseThrow().version()));
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> leads.claim(lead, leads.open(lead).orElseThrow().version())))
                .hasMessageContaining("colleague is calling");
        assertThat(now(person).orElseThrow().isAs(before)).isTrue();

        staff.doAs("admin", () -> accounts.switchOff(person.id(), versionOf(person.id())));
        assertThat(now(person)).isEmpty();
        assertThatThrownBy(() -> signIn(person, PASSWORD)).isInstanceOf(DisabledException.class);
        staff.doAs(
                "westdesk",
                () -> leads.claim(lead, leads.open(lead).orElseThrow().version()));

        staff.doAs("admin", () -> accounts.switchOn(person.id(), versionOf(person.id())));
        signIn(person, PASSWORD);
    }

    @Test
    void changedRolesOrClinicsMakeASessionStaleAndARenameDoesNot() {
        var person = active(Role.FRONT_DESK, group.west);
        var before = signIn(person, PASSWORD);
        change(person, new AccountDraft(person.username(), "Renamed", Set.of(Role.FRONT_DESK), Set.of(group.west)));
        assertThat(now(person).orElseThrow().isAs(before)).isTrue();
        change(person, new AccountDraft(person.username(), "Renamed", Set.of(Role.FRONT_DESK), Set.of(group.east)));
        assertThat(now(person).orElseThrow().isAs(before)).isFalse();
    }

    @Test
    void aStaleChangeIsRefusedAndNotSaved() {
        var person = active(Role.FRONT_DESK, group.west);
        var seen = versionOf(person.id());
        change(person, new AccountDraft(person.username(), "First", Set.of(Role.FRONT_DESK), Set.of(group.west)));
        var late = new AccountDraft(person.username(), "Late", Set.of(Role.AUDITOR), Set.of());
        assertThatThrownBy(() -> staff.doAs("admin", () -> accounts.change(person.id(), seen, late)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> staff.doAs("admin", () -> accounts.switchOff(person.id(), seen)))
                .isInstanceOf(StaleVersion.class);
        assertThat(open(person.id()).draft().displayName()).isEqualTo("First");
        assertThat(open(person.id()).changedBy()).isEqualTo("admin");
        assertThatThrownBy(() -> staff.doAs("admin", () -> accounts.switchOff(StaffId.next(), 0)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void anAdministratorCannotChangeTheirOwnRolesOrDeactivateThemselves() {
        var me = staff.as("admin", () -> CurrentUser.current().staff());
        var other = new AccountDraft("admin", "admin", Set.of(Role.MANAGER), Set.of());
        assertThatThrownBy(() -> staff.doAs("admin", () -> accounts.change(me, versionOf(me), other)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another administrator");
        assertThatThrownBy(() -> staff.doAs("admin", () -> accounts.switchOff(me, versionOf(me))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another administrator");
    }

    @Test
    void twoAdministratorsCannotDeactivateEachOtherConcurrently() throws Exception {
        var second = active(Role.ADMIN);
        var first = staff.as("admin", () -> CurrentUser.current().staff());
        var firstVersion = versionOf(first);
        var secondVersion = versionOf(second.id());
        // those of the other test classes: with them neither of the two would be the last
        var others = administrators() - 2;
        countAdministrators(-others);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> byFirst = () -> switchOff("admin", second.id(), secondVersion);
            Callable<Boolean> bySecond = () -> switchOff(second.username(), first, firstVersion);
            var done = 0;
            for (var one : threads.invokeAll(List.of(byFirst, bySecond))) {
                done += one.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
            assertThat(staff.as("system", links::forFirstAdministrator)).isEmpty();
        } finally {
            countAdministrators(others);
        }
        if (open(first).status() == AccountStatus.SWITCHED_OFF) {
            staff.doAs(second.username(), () -> accounts.switchOn(first, versionOf(first)));
            staff.doAs("admin", () -> accounts.switchOff(second.id(), versionOf(second.id())));
        }
    }

    private int administrators() {
        return jdbc.sql("select in_all from active_administrators where id = 1")
                .query(Integer.class)
                .single();
    }

    private void countAdministrators(int more) {
        jdbc.sql("update active_administrators set in_all = in_all + ? where id = 1")
                .param(more)
                .update();
    }

    @Test
    void aUserNameIsUniqueRegardlessOfCaseAndSpaces() {
        var person = invite(Role.AUDITOR);
        var same =
                new AccountDraft(" " + person.username().toUpperCase() + " ", "Other", Set.of(Role.AUDITOR), Set.of());
        assertThatThrownBy(() -> staff.as("admin", () -> accounts.invite(same)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("taken");
    }

    private LeadId lead() {
        var draft = new LeadDraft(
                "Somebody",
                new PhoneNumber("6025550142"),
                null,
                "",
                new CallWindow(Set.of(), Set.of()),
                LeadSource.OTHER,
                group.west,
                clock.instant());
        return staff.as("westdesk", () -> leads.receive(draft, null));
    }

    /** The account as a session sees it that has just begun. */
    private Optional<CurrentAccountQuery.Now> now(Person person) {
        var session = staff.as(person.username(), () -> sessions.begin(null, "127.0.0.1"));
        return Optional.ofNullable(currentAccountQuery
                .findCurrent(List.of(person.id()), List.of(session))
                .get(person.id()));
    }
}
