package io.plumbline.practitioners.supervision;

import io.plumbline.shared.ids.StaffId;

/** A practitioner who can be chosen as a supervisor. */
public record SupervisorChoice(StaffId id, String name) {}
