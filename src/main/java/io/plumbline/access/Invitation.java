package io.plumbline.access;

import io.plumbline.shared.StaffId;

/**
 * An account and the one-time link to it, which nobody can read again.
 *
 * @param token what the address of the link ends in
 */
public record Invitation(StaffId account, String token) {}
