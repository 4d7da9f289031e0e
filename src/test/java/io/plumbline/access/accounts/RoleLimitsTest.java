package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.sessions.StaffSessionService;
import io.plumbline.access.signin.CurrentAccountQuery;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.StoreTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Roles that hold at some clinics of an account alone. */
@StoreTest
class RoleLimitsTest extends AccountTestSteps {
    private static final Set<Role> BOTH = Set.of(Role.MANAGER, Role.THERAPIST);

    @Autowired
    CurrentAccountQuery current;

    @Autowired
    StaffSessionService sessions;

    private AccountDraft draft(Person person, Set<Role> all, Set<ClinicId> places, Map<Role, Set<ClinicId>> limits) {
        return new AccountDraft(person.username(), person.username(), all, places, new Role.Limits(limits));
    }

    private AccountDraft managerWestTherapistEast(Person person) {
        return draft(
                person,
                BOTH,
                Set.of(group.west, group.east),
                Map.of(Role.MANAGER, Set.of(group.west), Role.THERAPIST, Set.of(group.east)));
    }

    /** Confirmed: manager in the west, therapist in the east. */
    private Person managerWestTherapistEast() {
        var person = manager("manager", group.west);
        change(person, managerWestTherapistEast(person));
        var east = manager("manager", group.east);
        staff.doAs(east.username(), () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST));
        return person;
    }

    @Test
    void eachRoleHoldsAtItsClinics() {
        var person = managerWestTherapistEast();
        var user = signIn(person, PASSWORD);
        assertThat(user.clinics()).containsExactlyInAnyOrder(group.west, group.east);
        assertThat(user.clinicsAs(Role.MANAGER)).containsExactly(group.west);
        assertThat(user.clinicsAs(Role.THERAPIST)).containsExactly(group.east);
        assertThat(user.clinicsAs(Role.CHIROPRACTOR)).isEmpty();
        assertThat(user.clinicsSeen()).containsExactly(group.west);
        assertThat(open(person.id()).draft()).isEqualTo(managerWestTherapistEast(person));
        assertThat(lastDetail(person, "account.changed"))
                .contains("MANAGER at " + group.west, "THERAPIST at " + group.east);
    }

    @Test
    void aLimitedRoleIsConfirmedByAManagerOfItsClinicAlone() {
        var person = manager("manager", group.west);
        change(person, managerWestTherapistEast(person));
        var west = manager("manager", group.west);
        var east = manager("manager", group.east);
        assertThat(asked(west, person)).isEmpty();
        assertThatThrownBy(() -> staff.doAs(
                        west.username(), () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a manager of the clinic of this role");
        assertThat(asked(east, person)).singleElement().satisfies(row -> assertThat(row.clinics())
                .containsExactly(group.east));
    }

    @Test
    void aManagerConfirmsRolesOnlyWhereTheyAreManager() {
        var person = managerWestTherapistEast();
        var newcomer = active(Role.THERAPIST, group.east);
        assertThat(asked(person, newcomer)).isEmpty();
        assertThatThrownBy(() -> staff.doAs(
                        person.username(),
                        () -> roles.confirm(newcomer.id(), versionOf(newcomer.id()), Role.THERAPIST)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void aClinicalRoleThatIsExtendedWaitsForAManagerOfThatClinic() {
        var person = active(Role.THERAPIST, group.west);
        staff.doAs("manager", () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST));
        change(person, draft(person, Set.of(Role.THERAPIST), Set.of(group.west, group.east), Map.of()));

        assertThat(signIn(person, PASSWORD).clinicsAs(Role.THERAPIST)).containsExactly(group.west);
        assertThat(open(person.id()).draft().limits().areNone()).isTrue();
        assertThat(open(person.id()).extended()).isEqualTo(Map.of(Role.THERAPIST, Set.of(group.east)));
        assertThat(open(person.id()).held().clinicsOf(Role.THERAPIST, Set.of())).containsExactly(group.west);
        var west = manager("manager", group.west);
        var east = manager("manager", group.east);
        assertThat(asked(west, person)).isEmpty();
        assertThat(asked(east, person)).singleElement().satisfies(row -> {
            assertThat(row.clinics()).containsExactly(group.east);
            assertThat(row.isAgain()).isFalse();
        });
        assertThatThrownBy(() -> staff.doAs(
                        west.username(), () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST)))
                .isInstanceOf(Refused.class);

        staff.doAs(east.username(), () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST));
        assertThat(signIn(person, PASSWORD).limits().areNone()).isTrue();
        assertThat(signIn(person, PASSWORD).clinicsAs(Role.THERAPIST))
                .containsExactlyInAnyOrder(group.west, group.east);
        assertThat(lastDetail(person, "role.confirmed")).isEqualTo("THERAPIST at " + group.east);
        assertThat(asked(east, person)).isEmpty();
    }

    @Test
    void aDeclinedExtensionLeavesTheRoleWhereItWas() {
        var person = active(Role.THERAPIST, group.west);
        staff.doAs("manager", () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST));
        change(
                person,
                draft(
                        person,
                        Set.of(Role.THERAPIST, Role.FRONT_DESK),
                        Set.of(group.west, group.east),
                        Map.of(Role.FRONT_DESK, Set.of(group.east))));
        var east = manager("manager", group.east);
        staff.doAs(east.username(), () -> roles.decline(person.id(), versionOf(person.id()), Role.THERAPIST));
        assertThat(signIn(person, PASSWORD).clinicsAs(Role.THERAPIST)).containsExactly(group.west);
        assertThat(signIn(person, PASSWORD).clinicsSeen()).containsExactly(group.east);
        assertThat(kindsOf(person.id())).endsWith("role.declined");
    }

    @Test
    void aRoleThatMovesToAnotherClinicWaitsAsAWhole() {
        var person = active(Role.THERAPIST, group.west);
        staff.doAs("manager", () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST));
        change(person, draft(person, Set.of(Role.THERAPIST), Set.of(group.east), Map.of()));
        assertThat(signIn(person, PASSWORD).roles()).isEmpty();
        assertThat(open(person.id()).pending()).containsExactly(Role.THERAPIST);
    }

    @Test
    void aNewPasswordSuspendsTheRoleAtAllItsClinics() {
        var person = active(Role.THERAPIST, group.west);
        staff.doAs("manager", () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST));
        change(person, draft(person, Set.of(Role.THERAPIST), Set.of(group.west, group.east), Map.of()));
        var link = staff.as("admin", () -> accounts.newLink(person.id(), versionOf(person.id())));
        choose(link.token(), "another four words");
        assertThat(open(person.id()).pending()).containsExactly(Role.THERAPIST);
        assertThat(open(person.id()).extended()).isEmpty();
        assertThat(signIn(person, "another four words").roles()).isEmpty();
        staff.doAs("manager", () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST));
        assertThat(signIn(person, "another four words").limits().areNone()).isTrue();
    }

    @Test
    void impossibleLimitsAreRefusedAtTheirField() {
        var person = manager("manager", group.west);
        var both = Set.of(group.west, group.east);
        assertThatThrownBy(() ->
                        change(person, draft(person, BOTH, both, Map.of(Role.MANAGER, both, Role.THERAPIST, Set.of()))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.field()).isEqualTo(AccountField.LIMITS);
                    assertThat(refused).hasMessageContaining("at least one clinic for the role therapist");
                });
        assertThatThrownBy(() -> change(
                        person,
                        draft(
                                person,
                                BOTH,
                                both,
                                Map.of(Role.MANAGER, Set.of(group.west), Role.THERAPIST, Set.of(group.west)))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a role at each of the clinics");
    }

    @Test
    void nobodyChangesTheirOwnLimits() {
        var second = active(Role.ADMIN);
        var own = draft(second, BOTH, Set.of(group.west, group.east), Map.of(Role.MANAGER, Set.of(group.west)));
        assertThatThrownBy(() ->
                        staff.doAs(second.username(), () -> accounts.change(second.id(), versionOf(second.id()), own)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only another administrator");
        staff.doAs("admin", () -> accounts.switchOff(second.id(), versionOf(second.id())));
    }

    @Test
    void aRunningSessionEndsWhenOnlyTheLimitsChange() {
        var person = managerWestTherapistEast();
        var signedIn = staff.authentication(person.username());
        assertThat(now(person).isAs((CurrentUser) Objects.requireNonNull(signedIn.getPrincipal())))
                .isTrue();
        change(person, draft(person, BOTH, Set.of(group.west, group.east), Map.of(Role.THERAPIST, Set.of(group.east))));
        assertThat(now(person).isAs((CurrentUser) Objects.requireNonNull(signedIn.getPrincipal())))
                .isFalse();
    }

    /** The account as a session sees it that has just begun. */
    private CurrentAccountQuery.Now now(Person person) {
        var session = staff.as(person.username(), () -> sessions.begin(null, "127.0.0.1"));
        return Objects.requireNonNull(
                current.findCurrent(Set.of(person.id()), Set.of(session)).get(person.id()));
    }

    private List<RoleToConfirm> asked(Person manager, Person about) {
        return staff.as(manager.username(), roles::waiting).stream()
                .filter(row -> row.account().equals(about.id()))
                .toList();
    }

    private String lastDetail(Person person, String kind) {
        return jdbc.sql("select detail from audit_event where subject = ? and kind = ? order by id desc limit 1")
                .params(Ids.bytes(person.id().value()), kind)
                .query(String.class)
                .single();
    }
}
