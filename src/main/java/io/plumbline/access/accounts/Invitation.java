package io.plumbline.access.accounts;

import io.plumbline.shared.ids.StaffId;

/**
 * An account and the one-time link to it, which cannot be read again.
 *
 * @param token the last part of the link's address
 * @param isForLostDevice whether using it also removes two-step sign-in and the signing PIN
 */
public record Invitation(StaffId account, String token, boolean isForLostDevice) {}
