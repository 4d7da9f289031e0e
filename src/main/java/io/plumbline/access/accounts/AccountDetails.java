package io.plumbline.access.accounts;

import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as the administrator sees it.
 *
 * @param draft the editable fields; its roles include pending ones
 * @param pending roles that still wait for a manager's confirmation
 * @param heldByLink roles that wait for a manager, or wait again, once a password is chosen through a one-time link
 * @param linkUntil when its valid one-time link expires, or null if there is none
 * @param hasFactor whether its owner set up two-step sign-in
 * @param changedBy who changed it last
 */
public record AccountDetails(
        StaffId id,
        long version,
        AccountDraft draft,
        AccountStatus status,
        Set<Role> pending,
        Set<Role> heldByLink,
        @Nullable Instant linkUntil,
        boolean hasFactor,
        String changedBy) {}
