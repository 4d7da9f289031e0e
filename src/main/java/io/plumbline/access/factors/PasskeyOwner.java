package io.plumbline.access.factors;

import io.plumbline.shared.ids.StaffId;

/** Whose passkey an answer names. It proves nothing: the answer must still be checked. */
public record PasskeyOwner(StaffId account, String username) {}
