package io.plumbline.access.accounts;

import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Set;

/**
 * A person who got an account recently.
 *
 * @param roles active and pending roles
 * @param madeBy the administrator who created the account
 */
public record NewColleague(StaffId account, String displayName, Set<Role> roles, Instant createdAt, String madeBy) {}
