package io.plumbline.access.accounts;

import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.util.HashSet;
import java.util.Set;

/**
 * A role that waits for a manager's confirmation.
 *
 * @param clinics where the role waits; one of them is the current user's, unless none of them has a manager yet
 * @param askedBy who granted it, or created the link through which a new password was chosen
 * @param isAgain whether the role was active before a password was chosen through a one-time link
 * @param isFactorReset whether that link also removed two-step sign-in, because the device was lost
 */
public record RoleToConfirm(
        StaffId account,
        long version,
        String displayName,
        Role role,
        Set<ClinicId> clinics,
        String askedBy,
        boolean isAgain,
        boolean isFactorReset) {

    /** Returns the same role at the clinics of both. */
    RoleToConfirm together(RoleToConfirm atAnother) {
        var both = new HashSet<>(clinics);
        both.addAll(atAnother.clinics);
        return new RoleToConfirm(account, version, displayName, role, both, askedBy, isAgain, isFactorReset);
    }
}
