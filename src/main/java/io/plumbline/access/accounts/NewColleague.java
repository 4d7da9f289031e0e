package io.plumbline.access.accounts;

import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who got an account recently, or whose two-step sign-in was removed because of a lost device.
 *
 * @param roles active and pending roles
 * @param madeBy the administrator who created the account
 * @param resetAt when a link for a lost device removed the two-step sign-in, if that is recent and no role of the account
 *     waits for a manager, who is told there
 */
public record NewColleague(
        StaffId account,
        String displayName,
        Set<Role> roles,
        Instant createdAt,
        String madeBy,
        @Nullable Instant resetAt) {}
