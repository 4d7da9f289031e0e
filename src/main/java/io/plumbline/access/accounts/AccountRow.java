package io.plumbline.access.accounts;

import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.util.Set;

/**
 * A row of the account list.
 *
 * @param pending roles that still wait for a manager's confirmation
 * @param limits the roles that do not hold at all of the clinics
 */
public record AccountRow(
        StaffId id,
        String username,
        String displayName,
        Set<Role> roles,
        Set<Role> pending,
        AccountStatus status,
        Set<ClinicId> clinics,
        Role.Limits limits) {}
