package io.plumbline.patients.file;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;

/** Care team events for the audit trail. */
sealed interface CareTeamEvent extends Recorded {
    /** A practitioner joined a patient's care team, which opens the chart to them. */
    record Joined(StaffId member, PatientId patient) implements CareTeamEvent {}

    /** What a member does on a patient's care team was stated or changed. */
    record RoleChanged(StaffId member, PatientId patient, String role) implements CareTeamEvent {
        @Override
        public String detail() {
            return role;
        }
    }

    /** A practitioner left a patient's care team or was removed from it. */
    record Left(StaffId member, PatientId patient) implements CareTeamEvent {}
}
