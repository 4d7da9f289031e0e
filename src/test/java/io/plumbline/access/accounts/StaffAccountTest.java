package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffAccountTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
    private static final StaffId ADMIN = StaffId.next();
    private static final StaffId MANAGER = StaffId.next();
    private static final ClinicId HARBOUR = ClinicId.next();
    private static final ClinicId MILL = ClinicId.next();

    @Test
    void aClinicalRoleAwaitsConfirmationAndOtherRolesTakeEffectAtOnce() {
        var account = invited(Set.of(Role.FRONT_DESK, Role.THERAPIST));
        assertThat(account.currentUser(PhoneNumber.NO_REGION).roles()).containsExactly(Role.FRONT_DESK);
        assertThat(account.draft().roles()).containsExactlyInAnyOrder(Role.FRONT_DESK, Role.THERAPIST);

        account.decide(Role.THERAPIST, clinic -> true, true, MANAGER);
        assertThat(account.currentUser(PhoneNumber.NO_REGION).roles())
                .containsExactlyInAnyOrder(Role.FRONT_DESK, Role.THERAPIST);
        assertThatThrownBy(() -> account.decide(Role.THERAPIST, clinic -> true, true, MANAGER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no longer awaits confirmation");
    }

    @Test
    void aDeclinedRoleIsRemovedAndMayBeRequestedAgain() {
        var account = invited(Set.of(Role.THERAPIST));
        account.decide(Role.THERAPIST, clinic -> true, false, MANAGER);
        assertThat(account.draft().roles()).isEmpty();
        assertThat(account.currentUser(PhoneNumber.NO_REGION).roles()).isEmpty();

        account.change(draft(Set.of(Role.THERAPIST)), ADMIN, NOW, false);
        assertThat(account.currentUser(PhoneNumber.NO_REGION).roles()).isEmpty();
        assertThat(account.draft().roles()).containsExactly(Role.THERAPIST);
    }

    @Test
    void aConfirmedRoleStaysConfirmedWhileOtherRolesChange() {
        var account = invited(Set.of(Role.THERAPIST));
        account.decide(Role.THERAPIST, clinic -> true, true, MANAGER);
        account.change(draft(Set.of(Role.THERAPIST, Role.CHIROPRACTOR)), ADMIN, NOW, false);
        assertThat(account.currentUser(PhoneNumber.NO_REGION).roles()).containsExactly(Role.THERAPIST);
        account.change(draft(Set.of(Role.CHIROPRACTOR)), ADMIN, NOW, false);
        account.change(draft(Set.of(Role.THERAPIST)), ADMIN, NOW, false);
        assertThat(account.currentUser(PhoneNumber.NO_REGION).roles())
                .as("taken and given back, it is asked again")
                .isEmpty();
    }

    /** Whatever administrators grant and take: nobody treats patients without a manager's word. */
    @ParameterizedTest
    @ValueSource(longs = {3, 17, 2026})
    void noSequenceOfChangesEnablesAnUnconfirmedClinicalRole(long seed) {
        var random = new Random(seed);
        var account = invited(Set.of(Role.FRONT_DESK));
        var confirmed = new HashSet<Role>();
        for (int step = 0; step < 500; step++) {
            var role = random.nextBoolean() ? Role.CHIROPRACTOR : Role.THERAPIST;
            if (random.nextInt(3) == 0 && account.draft().roles().contains(role) && !confirmed.contains(role)) {
                var isConfirmed = random.nextBoolean();
                account.decide(role, clinic -> true, isConfirmed, MANAGER);
                if (isConfirmed) {
                    confirmed.add(role);
                }
            } else {
                var wanted = new HashSet<>(Set.of(Role.FRONT_DESK));
                Arrays.stream(Role.values())
                        .filter(Role::isClinical)
                        .filter(some -> random.nextBoolean())
                        .forEach(wanted::add);
                account.change(draft(wanted), ADMIN, NOW, false);
                confirmed.retainAll(wanted);
            }
            var works = new HashSet<>(account.currentUser(PhoneNumber.NO_REGION).roles());
            works.removeIf(some -> !some.isClinical());
            assertThat(works).as("step %d", step).isEqualTo(confirmed);
        }
    }

    @Test
    void anAccountIsInvitedActiveOrDeactivated() {
        var account = invited(Set.of(Role.AUDITOR));
        assertThat(account.isActive()).isFalse();
        account.choosePassword("hash", ADMIN, NOW, false);
        assertThat(account.isActive()).isTrue();
        assertThatThrownBy(() -> account.switchOn(ADMIN)).hasMessageContaining("active already");
        account.switchOff(ADMIN);
        assertThat(account.isActive()).isFalse();
        assertThatThrownBy(() -> account.switchOff(ADMIN)).hasMessageContaining("deactivated already");
        assertThatThrownBy(() -> account.linkMade(ADMIN, false)).hasMessageContaining("Reactivate the account");
        assertThatThrownBy(() -> account.choosePassword("hash", ADMIN, NOW, false))
                .isInstanceOf(LinkOver.class);
        account.switchOn(ADMIN);
        assertThat(account.isActive()).isTrue();
    }

    @Test
    void aPasswordChosenByLinkSuspendsClinicalRolesUntilAManagerConfirmsThem() {
        var account = invited(Set.of(Role.FRONT_DESK, Role.THERAPIST, Role.CHIROPRACTOR));
        account.choosePassword("hash", ADMIN, NOW, false);
        account.decide(Role.THERAPIST, clinic -> true, true, MANAGER);
        account.linkMade(ADMIN, false);
        assertThat(account.currentUser(PhoneNumber.NO_REGION).roles())
                .as("as long as it is not used")
                .contains(Role.THERAPIST);
        account.choosePassword("another", ADMIN, NOW, false);
        assertThat(account.currentUser(PhoneNumber.NO_REGION).roles()).containsExactly(Role.FRONT_DESK);
        assertThat(account.details(new AccountLinkStore.Access(null, false), "", false)
                        .pending())
                .containsExactlyInAnyOrder(Role.THERAPIST, Role.CHIROPRACTOR);
        account.decide(Role.THERAPIST, clinic -> true, true, MANAGER);
        assertThat(account.currentUser(PhoneNumber.NO_REGION).roles())
                .containsExactlyInAnyOrder(Role.FRONT_DESK, Role.THERAPIST);
    }

    @Test
    void aReactivatedAccountWithoutAPasswordIsInvitedAgain() {
        var account = invited(Set.of(Role.AUDITOR));
        account.switchOff(ADMIN);
        account.switchOn(ADMIN);
        assertThat(account.details(new AccountLinkStore.Access(null, false), "", false)
                        .status())
                .isEqualTo(AccountStatus.INVITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "two words", "tab\there", "<b>", "system", "a,b"})
    void aUserNameIsOneWordOfLettersDigitsAndAFewMarks(String username) {
        refused(new AccountDraft(username, "Tom Eriksen", Set.of(Role.AUDITOR), Set.of()), AccountField.USERNAME);
    }

    @Test
    void aMissingValueIsReportedAtItsField() {
        refused(new AccountDraft("tom", " ", Set.of(Role.AUDITOR), Set.of()), AccountField.DISPLAY_NAME);
        refused(new AccountDraft("tom", "Tom", Set.of(), Set.of()), AccountField.ROLES);
        refused(new AccountDraft("tom", "Tom", Set.of(Role.SYSTEM), Set.of()), AccountField.ROLES);
        refused(new AccountDraft("tom", "Tom", Set.of(Role.ADMIN, Role.MANAGER), Set.of(HARBOUR)), AccountField.ROLES);
        refused(new AccountDraft("tom", "Tom", Set.of(Role.THERAPIST), Set.of()), AccountField.CLINICS);
    }

    @Test
    void aManagerWhoTreatsMayAddTheirClinicBeforeConfirmation() {
        var draft = new AccountDraft("tom", "Tom", Set.of(Role.MANAGER, Role.CHIROPRACTOR), Set.of());
        var account = StaffAccount.invited(StaffId.next(), draft, "unusable", ADMIN, NOW, false);
        account.worksAt(MILL);
        assertThat(account.currentUser(PhoneNumber.NO_REGION).clinics()).containsExactly(MILL);
        assertThat(account.currentUser(PhoneNumber.NO_REGION).roles()).containsExactly(Role.MANAGER);
    }

    private static void refused(AccountDraft draft, AccountField field) {
        assertThatThrownBy(() -> StaffAccount.invited(StaffId.next(), draft, "unusable", ADMIN, NOW, false))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static StaffAccount invited(Set<Role> roles) {
        return StaffAccount.invited(StaffId.next(), draft(roles), "unusable", ADMIN, NOW, false);
    }

    private static AccountDraft draft(Set<Role> roles) {
        return new AccountDraft("tom", "Tom Eriksen", roles, Set.of(HARBOUR));
    }
}
