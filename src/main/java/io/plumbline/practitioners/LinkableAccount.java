package io.plumbline.practitioners;

import io.plumbline.shared.StaffId;

/** An account of somebody who treats and is not in the directory yet. */
public record LinkableAccount(StaffId staff, String name) {}
