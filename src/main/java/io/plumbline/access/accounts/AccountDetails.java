package io.plumbline.access.accounts;

import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account as the administrator sees it.
 *
 * @param draft the editable fields; its roles include pending ones
 * @param pending roles that still wait for a manager's confirmation
 * @param extended roles that wait at further clinics, and which
 * @param heldByLink roles that wait for a manager, or wait again, once a password is chosen through a one-time link
 * @param linkUntil when its valid one-time link expires, or null if there is none
 * @param hasFactor whether its owner set up two-step sign-in
 * @param changedBy who changed it last
 */
public record AccountDetails(
        StaffId id,
        long version,
        AccountDraft draft,
        AccountStatus status,
        Set<Role> pending,
        Map<Role, Set<ClinicId>> extended,
        Set<Role> heldByLink,
        @Nullable Instant linkUntil,
        boolean hasFactor,
        String changedBy) {

    /** Returns where the roles hold now: without the clinics at which one waits. */
    public Role.Limits held() {
        return new Role.Limits(draft.roles().stream().collect(Collectors.toMap(Function.identity(), this::heldAt)))
                .within(draft.roles(), draft.clinics());
    }

    private Set<ClinicId> heldAt(Role role) {
        var waits = extended.getOrDefault(role, Set.of());
        return draft.clinicsOf(role).stream()
                .filter(clinic -> !waits.contains(clinic))
                .collect(Collectors.toUnmodifiableSet());
    }
}
