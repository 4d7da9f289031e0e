package io.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what is the table's; that each service asks it, {@code PermissionsTest} holds for every method. */
class PermissionTableTest {
    @Test
    void anAccountWithoutRolesManagesItselfReadsClinicNamesAndFindsWhatItViewed() {
        assertThat(PermissionTable.of(Set.of()))
                .containsExactlyInAnyOrder(
                        Permission.ACCOUNT_OWN,
                        Permission.CLINIC_LABEL,
                        Permission.DISPLAY_CHOOSE,
                        Permission.FACTOR_KEEP,
                        Permission.FIND,
                        Permission.IDENTITY_PROVE);
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleHasSomePermissionsAndNoRoleHasAll(Role role) {
        assertThat(PermissionTable.of(Set.of(role)))
                .contains(Permission.CLINIC_LABEL)
                .hasSizeGreaterThan(3)
                .hasSizeLessThan(PermissionTable.of(Set.of(Role.values())).size());
    }

    @Test
    void severalRolesCombineTheirPermissions() {
        var both = PermissionTable.of(List.of(Role.FRONT_DESK, Role.AUDITOR));
        assertThat(both)
                .containsAll(PermissionTable.of(Set.of(Role.FRONT_DESK)))
                .containsAll(PermissionTable.of(Set.of(Role.AUDITOR)))
                .doesNotContain(Permission.ACCOUNT_WRITE, Permission.FLAG_DECIDE);
    }

    @Test
    void onlyChiropractorsDecideFlagsAndOnlyAdministratorsChangeAccounts() {
        for (var role : Role.values()) {
            var may = PermissionTable.of(Set.of(role));
            assertThat(may.contains(Permission.FLAG_DECIDE)).as(role.name()).isEqualTo(role == Role.CHIROPRACTOR);
            assertThat(may.contains(Permission.ACCOUNT_WRITE)).as(role.name()).isEqualTo(role == Role.ADMIN);
        }
    }
}
