package io.plumbline.access;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.util.Set;

/**
 * An account in the administrator's list.
 *
 * @param pending roles that a manager has still to confirm
 */
public record AccountRow(
        StaffId id,
        String username,
        String displayName,
        Set<Role> roles,
        Set<Role> pending,
        AccountStatus status,
        Set<ClinicId> clinics) {}
