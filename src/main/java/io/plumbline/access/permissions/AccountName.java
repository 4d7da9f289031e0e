package io.plumbline.access.permissions;

import io.plumbline.shared.ids.StaffId;

/** An account by its names. */
public record AccountName(StaffId id, String displayName, String username) {}
