package io.plumbline.access;

import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as the administrator sees it.
 *
 * @param draft what can be changed of it; its roles with those that still wait
 * @param pending roles that a manager has still to confirm
 * @param heldByLink roles that wait for a manager, again too, once a password is chosen by a one-time link
 * @param linkUntil when its open one-time link ends, or null where there is none
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
        String changedBy) {}
