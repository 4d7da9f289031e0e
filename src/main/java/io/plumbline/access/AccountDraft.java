package io.plumbline.access;

import io.plumbline.access.FieldRefused.Field;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Role;
import java.util.Set;

/**
 * What is said of a new account.
 *
 * @param username 2 to 60 characters; capitals do not matter
 * @param clinics where the person works; none for the auditor and the administrator
 */
public record AccountDraft(String username, String displayName, Set<Role> roles, Set<ClinicId> clinics) {
    /** @throws FieldRefused where nobody can do this work with one account */
    void requireOneJob() {
        if (roles.isEmpty() || roles.contains(Role.SYSTEM)) {
            throw new FieldRefused(Field.ROLES, "Choose what this person is at work");
        }
        if (roles.contains(Role.ADMIN) && roles.size() > 1) {
            throw new FieldRefused(
                    Field.ROLES, "An administrator sees no patients: use a second account for their other work");
        }
        var isConfirmedSomewhere = !clinics.isEmpty() || roles.contains(Role.MANAGER);
        if (roles.stream().anyMatch(Role::isClinical) && !isConfirmedSomewhere) {
            throw new FieldRefused(Field.CLINICS, "Choose the clinic where they treat: its manager confirms the role");
        }
    }
}
