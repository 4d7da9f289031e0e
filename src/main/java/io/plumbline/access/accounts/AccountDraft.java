package io.plumbline.access.accounts;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form data of an account.
 *
 * @param username 2 to 60 characters, case-insensitive
 * @param clinics where the person works; empty for the auditor and the administrator
 * @param limits the roles that do not hold at all of these clinics
 */
public record AccountDraft(
        String username, String displayName, Set<Role> roles, Set<ClinicId> clinics, Role.Limits limits) {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._@-]{2,60}");

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

    /**
     * Returns the user name as it is stored.
     *
     * @throws Refused if it is too short or too long, has other characters or is that of the system
     */
    String requireUsername() {
        var name = StaffAccount.asTyped(username);
        if (!USERNAME.matcher(name).matches() || name.equals(CurrentUser.SYSTEM.username())) {
            throw new Refused(
                    AccountField.USERNAME, "A user name has 2 to 60 letters, digits, dots, hyphens or underscores");
        }
        return name;
    }

    /**
     * Returns the display name as it is stored.
     *
     * @throws Refused if it is missing or longer than 120 characters
     */
    String requireDisplayName() {
        return TextLimit.required(AccountField.DISPLAY_NAME, "The name", displayName, 120);
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
