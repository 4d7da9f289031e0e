package io.plumbline.patients;

import io.plumbline.shared.StaffId;

/**
 * A practitioner who takes care of a patient.
 *
 * @param isOfTeam whether they have a place on the care team; others are named by a treatment plan
 */
public record CareTeamMember(StaffId id, String name, boolean isOfTeam) {}
