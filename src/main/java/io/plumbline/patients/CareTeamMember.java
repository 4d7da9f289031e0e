package io.plumbline.patients;

import io.plumbline.shared.ids.StaffId;

/**
 * A practitioner who takes care of a patient.
 *
 * @param isOfTeam whether they are a member of the care team; others come from a treatment plan
 */
public record CareTeamMember(StaffId id, String name, boolean isOfTeam) {}
