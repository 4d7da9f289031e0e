package io.plumbline.access.accounts;

import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import java.util.Set;

/**
 * The form data of an account.
 *
 * @param username 2 to 60 characters, case-insensitive
 * @param clinics where the person works; empty for the auditor and the administrator
 */
public record AccountDraft(String username, String displayName, Set<Role> roles, Set<ClinicId> clinics) {
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
        var isConfirmedSomewhere = !clinics.isEmpty() || roles.contains(Role.MANAGER);
        if (roles.stream().anyMatch(Role::isClinical) && !isConfirmedSomewhere) {
            throw new Refused(
                    AccountField.CLINICS,
                    "Choose the clinic where this person treats patients. Its manager confirms the role");
        }
    }
}
