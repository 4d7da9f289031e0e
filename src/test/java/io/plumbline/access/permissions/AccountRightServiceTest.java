package io.plumbline.access.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.permissions.AccountRightService.AccountRight;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why an account may do something or not. */
@StoreTest
class AccountRightServiceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    AccountRightService rights;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRoleThatHoldsThePermissionIsNamed() {
        var account = account(Role.FRONT_DESK);
        var right = check(account, Permission.LEAD_WORK);
        assertThat(right.isGranted()).isTrue();
        assertThat(right.sentence()).endsWith("may do this by the role Front desk.");
        assertThat(check(account, Permission.ACCOUNT_OWN).sentence())
                .endsWith("may do this, as everybody who can sign in.");
    }

    @Test
    void aMissingRoleIsNamedWithWhoCanGiveIt() {
        var right = check(account(Role.FRONT_DESK), Permission.NOTE_WRITE);
        assertThat(right.isGranted()).isFalse();
        assertThat(right.sentence())
                .contains("none of the roles that may do this: Chiropractor or Therapist.")
                .contains("An administrator can grant a role");
        assertThat(check(account(Role.FRONT_DESK), Permission.MAIL_SEND).sentence())
                .isEqualTo("Only the portal itself does this. No person can.");
    }

    @Test
    void aRoleThatWaitsForConfirmationIsNamed() {
        var account = account(Role.THERAPIST);
        jdbc.sql("update staff_account set roles = '', pending_roles = 'THERAPIST' where id = ?")
                .param(Ids.bytes(account.value()))
                .update();
        var right = check(account, Permission.NOTE_WRITE);
        assertThat(right.isGranted()).isFalse();
        assertThat(right.sentence()).contains("the role Therapist, which waits for confirmation. A manager");
        assertThat(check(account, Permission.FIND).isGranted()).isTrue();
    }

    @Test
    void theClinicsOfALimitedRoleAreNamed() {
        var account = group.account("rights" + PEOPLE.incrementAndGet(), Role.FRONT_DESK, group.west, group.east);
        jdbc.sql("update staff_account_clinic set without_roles = 'FRONT_DESK' where staff_id = ? and clinic_id = ?")
                .params(Ids.bytes(account.value()), Ids.bytes(group.east.value()))
                .update();
        assertThat(check(account, Permission.LEAD_WORK).sentence())
                .endsWith("may do this by the role Front desk at west. Not at east: an administrator can extend the"
                        + " role to a clinic.");
        jdbc.sql("update staff_account_clinic set waiting_roles = 'FRONT_DESK' where staff_id = ? and clinic_id = ?")
                .params(Ids.bytes(account.value()), Ids.bytes(group.east.value()))
                .update();
        assertThat(check(account, Permission.LEAD_WORK).sentence())
                .contains("Not at east (the role waits there for a manager of the clinic)");
    }

    @Test
    void anAccountThatCannotSignInMayDoNothing() {
        var account = account(Role.THERAPIST);
        for (var status : List.of("SWITCHED_OFF", "INVITED")) {
            jdbc.sql("update staff_account set status = ? where id = ?")
                    .params(status, Ids.bytes(account.value()))
                    .update();
            var right = check(account, Permission.NOTE_WRITE);
            assertThat(right.isGranted()).as(status).isFalse();
            assertThat(right.sentence()).contains("An administrator can");
        }
    }

    @Test
    void anUnknownAccountOrPermissionIsNotAvailable() {
        assertThatThrownBy(() -> check(StaffId.next(), Permission.NOTE_WRITE)).isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> check(account(Role.THERAPIST), "note:everything"))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void accountsAreFoundByAPartOfTheirNameAndSignsAreNoPattern() {
        var name = "rights" + PEOPLE.incrementAndGet() + "x";
        var id = group.account(name, Role.FRONT_DESK, group.west);
        assertThat(staff.as("auditor", () -> rights.find(name.substring(1).toUpperCase(java.util.Locale.ROOT))))
                .extracting(AccountName::id)
                .containsExactly(id);
        assertThat(staff.as("auditor", () -> rights.find("rights%x"))).isEmpty();
        assertThat(staff.as("auditor", () -> rights.find("rights_x"))).isEmpty();
        assertThat(staff.as("auditor", () -> rights.named(id)).orElseThrow().username())
                .isEqualTo(staff.username(name));
    }

    private StaffId account(Role role) {
        return group.account("rights" + PEOPLE.incrementAndGet(), role, group.west);
    }

    private AccountRight check(StaffId account, String permission) {
        return staff.as("auditor", () -> rights.check(account, permission));
    }
}
