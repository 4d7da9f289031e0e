package io.plumbline.patients;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** Somebody left a patient's care team, or was taken out of it. */
public record CareTeamLeft(StaffId member, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "care-team.left";
    }

    @Override
    public UUID subject() {
        return member.value();
    }
}
