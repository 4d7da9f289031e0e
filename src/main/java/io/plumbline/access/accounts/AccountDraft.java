package io.plumbline.access.accounts;

import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import java.util.Locale;
import java.util.Set;

/**
 * The form data of an account.
 *
 * @param username 2 to 60 characters, case-insensitive
 * @param clinics where the person works; empty for the auditor and the administrator
 * @param limits the roles that do not hold at all of these clinics
 */
public record AccountDraft(
        String username, String displayName, Set<Role> roles, Set<ClinicId> clinics, Role.Limits limits) {
    public AccountDraft {
        limits = limits.within(roles, clinics);
    }

    /** Creates a draft whose roles hold at all the clinics. */
    public AccountDraft(String username, String displayName, Set<Role> roles, Set<ClinicId> clinics) {
        this(username, displayName, roles, clinics, Role.Limits.NONE);
    }

    /** Returns the clinics at which a role holds. */
    public Set<ClinicId> clinicsOf(Role role) {
        return limits.clinicsOf(role, clinics);
    }

    /** @throws Refused if one account cannot combine these roles and clinics */
    void requireOneJob() {
        if (roles.isEmpty() || roles.contains(Role.SYSTEM)) {
            throw new Refused(AccountField.ROLES, "Choose at least one role");
        }
        if (roles.contains(Role.ADMIN) && roles.size() > 1) {
            throw new Refused(
                    AccountField.ROLES,
                    "An administrator cannot access patients: use a second account for clinical work");
        }
        for (var limit : limits.byRole().entrySet()) {
            if (limit.getValue().isEmpty()) {
                throw new Refused(
                        AccountField.LIMITS,
                        "Choose at least one clinic for the role "
                                + limit.getKey().title().toLowerCase(Locale.ROOT));
            }
        }
        if (!clinics.stream().allMatch(clinic -> roles.stream()
                .anyMatch(role -> clinicsOf(role).contains(clinic)))) {
            throw new Refused(AccountField.LIMITS, "Choose a role at each of the clinics, or remove the clinic");
        }
        var isConfirmedSomewhere = !clinics.isEmpty() || roles.contains(Role.MANAGER);
        if (roles.stream().anyMatch(Role::isClinical) && !isConfirmedSomewhere) {
            throw new Refused(
                    AccountField.CLINICS,
                    "Choose the clinic where this person treats patients. Its manager confirms the role");
        }
    }
}
