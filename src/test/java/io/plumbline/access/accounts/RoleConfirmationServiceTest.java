package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.support.StoreTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Roles that a manager confirms. */
@StoreTest
class RoleConfirmationServiceTest extends AccountTestSteps {
    @Test
    void aClinicalRoleTakesEffectOnceAManagerOfItsClinicConfirmsIt() {
        var person = active(Role.THERAPIST, group.west);
        assertThat(signIn(person, PASSWORD).roles()).isEmpty();
        var elsewhere = founder("elsewhere");
        assertThat(waiting(elsewhere.username()))
                .noneMatch(asked -> asked.account().equals(person.id()));
        assertThatThrownBy(() -> staff.doAs(
                        elsewhere.username(), () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST)))
                .isInstanceOf(NotAvailable.class);

        var asked = waiting("manager").stream()
                .filter(row -> row.account().equals(person.id()))
                .toList();
        assertThat(asked).singleElement().satisfies(row -> {
            assertThat(row.role()).isEqualTo(Role.THERAPIST);
            assertThat(row.clinics()).containsExactly(group.west);
            assertThat(row.askedBy()).isEqualTo("admin");
        });
        staff.doAs("manager", () -> roles.confirm(person.id(), asked.getFirst().version(), Role.THERAPIST));
        assertThat(signIn(person, PASSWORD).roles()).containsExactly(Role.THERAPIST);
        assertThat(waiting("manager")).noneMatch(row -> row.account().equals(person.id()));
        assertThat(kindsOf(person.id())).endsWith("role.confirmed");
    }

    @Test
    void aNewPasswordSuspendsAClinicalRoleAndTheManagerSeesWhoMadeTheLink() {
        var person = active(Role.THERAPIST, group.west);
        assertThat(askedOf(person)).extracting(RoleToConfirm::isAgain).containsExactly(false);
        staff.doAs("manager", () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST));
        var link = staff.as("admin", () -> accounts.newLink(person.id(), versionOf(person.id())));
        assertThat(signIn(person, PASSWORD).roles()).containsExactly(Role.THERAPIST);
        assertThat(askedOf(person)).isEmpty();

        choose(link.token(), "another four words");
        assertThat(signIn(person, "another four words").roles()).isEmpty();
        var asked = askedOf(person);
        assertThat(asked).singleElement().satisfies(row -> {
            assertThat(row.isAgain()).isTrue();
            assertThat(row.askedBy()).isEqualTo("admin");
        });
        staff.doAs("manager", () -> roles.confirm(person.id(), asked.getFirst().version(), Role.THERAPIST));
        assertThat(signIn(person, "another four words").roles()).containsExactly(Role.THERAPIST);
        assertThat(askedOf(person)).isEmpty();
    }

    @Test
    void theMakerOfTheLinkIsNamedEvenAfterAColleagueChangesTheAccount() {
        var person = active(Role.THERAPIST, group.west);
        staff.doAs("manager", () -> roles.confirm(person.id(), versionOf(person.id()), Role.THERAPIST));
        var second = active(Role.ADMIN);
        var link = staff.as(second.username(), () -> accounts.newLink(person.id(), versionOf(person.id())));
        var renamed = new AccountDraft(person.username(), "Renamed since", Set.of(Role.THERAPIST), Set.of(group.west));
        change(person, renamed);
        choose(link.token(), "another four words");
        assertThat(askedOf(person)).extracting(RoleToConfirm::askedBy).containsExactly(second.username());
        staff.doAs("admin", () -> accounts.switchOff(second.id(), versionOf(second.id())));
    }

    @Test
    void aRoleAwaitsConfirmationOnceItsHolderHasChosenAPassword() {
        var person = invite(Role.THERAPIST, group.west);
        assertThat(askedOf(person)).isEmpty();
        choose(person.token(), PASSWORD);
        assertThat(askedOf(person)).hasSize(1);
    }

    @Test
    void aDeclinedRoleIsRemoved() {
        var person = active(Role.CHIROPRACTOR, group.east);
        staff.doAs("manager", () -> roles.decline(person.id(), versionOf(person.id()), Role.CHIROPRACTOR));
        assertThat(open(person.id()).draft().roles()).isEmpty();
        assertThat(kindsOf(person.id())).endsWith("role.declined");
    }

    @Test
    void aManagerConfirmsTheirOwnRoleOnlyWithoutAnotherManagerAtTheirClinic() {
        var alone = founder("alone");
        var clinic = Set.copyOf(open(alone.id()).draft().clinics());
        var both = new AccountDraft(alone.username(), "alone", Set.of(Role.MANAGER, Role.CHIROPRACTOR), clinic);
        change(alone, both);
        var second = manager(alone.username(), clinic.iterator().next());
        assertThat(waiting(alone.username())).noneMatch(row -> row.account().equals(alone.id()));
        assertThatThrownBy(() -> staff.doAs(
                        alone.username(), () -> roles.confirm(alone.id(), versionOf(alone.id()), Role.CHIROPRACTOR)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another manager");
        assertThat(waiting(second.username()))
                .filteredOn(row -> row.account().equals(alone.id()))
                .hasSize(1);

        staff.doAs("admin", () -> accounts.switchOff(second.id(), versionOf(second.id())));
        staff.doAs(alone.username(), () -> roles.confirm(alone.id(), versionOf(alone.id()), Role.CHIROPRACTOR));
        assertThat(signIn(alone, PASSWORD).roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.CHIROPRACTOR);
    }

    @Test
    void anAdministratorCannotOpenRecordsThroughAccountsTheyCreated() {
        var manager = active(Role.MANAGER, group.west);
        var chiropractor = active(Role.CHIROPRACTOR, group.west);
        assertThat(signIn(manager, PASSWORD).roles()).isEmpty();
        assertThatThrownBy(() -> staff.doAs(
                        manager.username(),
                        () -> roles.confirm(chiropractor.id(), versionOf(chiropractor.id()), Role.CHIROPRACTOR)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(signIn(chiropractor, PASSWORD).roles()).isEmpty();

        assertThat(askedOf(manager)).extracting(RoleToConfirm::role).containsExactly(Role.MANAGER);
        assertThat(staff.as("manager", roles::newColleagues))
                .extracting(NewColleague::account)
                .contains(manager.id(), chiropractor.id());
        staff.doAs("manager", () -> roles.decline(manager.id(), versionOf(manager.id()), Role.MANAGER));
        assertThat(signIn(manager, PASSWORD).roles()).isEmpty();
    }

    @Test
    void aClinicsFirstManagerIsConfirmedByAManagerOfAnotherClinic() {
        var first = active(Role.MANAGER);
        assertThat(signIn(first, PASSWORD).roles()).isEmpty();
        staff.doAs("manager", () -> roles.confirm(first.id(), versionOf(first.id()), Role.MANAGER));
        assertThat(signIn(first, PASSWORD).roles()).containsExactly(Role.MANAGER);
    }

    @Test
    void aNewPasswordSuspendsAManagerRoleWhenAnotherManagerExists() {
        var person = manager("manager", group.west);
        var link = staff.as("admin", () -> accounts.newLink(person.id(), versionOf(person.id())));
        assertThat(open(person.id()).heldByLink()).containsExactly(Role.MANAGER);
        choose(link.token(), "another four words");
        assertThat(signIn(person, "another four words").roles()).isEmpty();
        assertThat(askedOf(person)).extracting(RoleToConfirm::isAgain).containsExactly(true);
    }

    private List<RoleToConfirm> waiting(String manager) {
        return staff.as(manager, roles::waiting);
    }

    private List<RoleToConfirm> askedOf(Person person) {
        return waiting("manager").stream()
                .filter(row -> row.account().equals(person.id()))
                .toList();
    }
}
