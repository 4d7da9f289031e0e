package io.plumbline.access;

import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.util.Set;

/**
 * Somebody who got an account lately.
 *
 * @param roles those that work and those that wait
 * @param madeBy the administrator who made the account
 */
public record NewColleague(StaffId account, String displayName, Set<Role> roles, Instant createdAt, String madeBy) {}
