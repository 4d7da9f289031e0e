package io.plumbline.access;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.util.Set;

/**
 * A role that waits for a manager.
 *
 * @param clinics where the person works; one of them is the caller's, unless none has a manager yet
 * @param askedBy who granted it, or made the link by which a new password was chosen
 * @param isAgain whether it worked before, until a password was chosen by a one-time link
 */
public record RoleToConfirm(
        StaffId account,
        long version,
        String displayName,
        Role role,
        Set<ClinicId> clinics,
        String askedBy,
        boolean isAgain) {}
