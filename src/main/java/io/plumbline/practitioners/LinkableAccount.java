package io.plumbline.practitioners;

import io.plumbline.shared.ids.StaffId;

/** An account of a clinician who is not in the directory yet. */
public record LinkableAccount(StaffId staff, String name) {}
