package io.plumbline.practitioners;

import io.plumbline.shared.StaffId;

/** What a choice says of a practitioner. */
public record PractitionerLabel(StaffId id, String name) {}
