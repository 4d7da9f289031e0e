package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CurrentUserTest {
    private static final ClinicId WEST = new ClinicId(new UUID(0, 1));
    private static final ClinicId EAST = new ClinicId(new UUID(0, 2));
    private static final Role.Limits APART =
            new Role.Limits(Map.of(Role.MANAGER, Set.of(WEST), Role.THERAPIST, Set.of(EAST)));

    @Test
    void whoHasBothRolesWorksAtBothClinics() {
        var user = user(Set.of(Role.MANAGER, Role.THERAPIST), APART);
        assertThat(user.clinics()).containsExactlyInAnyOrder(WEST, EAST);
        assertThat(user.clinicsSeen()).containsExactly(WEST);
    }

    @Test
    void whileTheRoleOfAClinicWaitsTheClinicIsNotTheirs() {
        for (var limits : Set.of(APART, new Role.Limits(Map.of(Role.MANAGER, Set.of(WEST))))) {
            var user = user(Set.of(Role.MANAGER), limits);
            assertThat(user.clinics()).containsExactly(WEST);
            assertThat(user.clinicsSeen()).containsExactly(WEST);
        }
        assertThat(user(Set.of(Role.THERAPIST), APART).clinics()).containsExactly(EAST);
    }

    @Test
    void whileNoRoleIsInEffectNoLimitedClinicIsTheirs() {
        assertThat(user(Set.of(), APART).clinics()).isEmpty();
    }

    @Test
    void aRoleWithoutLimitHoldsAtAllClinics() {
        var limits = new Role.Limits(Map.of(Role.MANAGER, Set.of(WEST)));
        assertThat(user(Set.of(Role.MANAGER, Role.THERAPIST), limits).clinics()).containsExactlyInAnyOrder(WEST, EAST);
        assertThat(user(Set.of(Role.MANAGER), Role.Limits.NONE).clinics()).containsExactlyInAnyOrder(WEST, EAST);
    }

    private static CurrentUser user(Set<Role> roles, Role.Limits limits) {
        return new CurrentUser(
                new StaffId(new UUID(0, 3)),
                "both",
                "Both",
                roles,
                Set.of(WEST, EAST),
                limits,
                DisplayFormats.INTERNATIONAL);
    }
}
