package io.plumbline.patients;

import io.plumbline.shared.StaffId;

/** A practitioner who takes care of a patient: of the care team or of a treatment plan. */
public record CareTeamMember(StaffId id, String name) {}
