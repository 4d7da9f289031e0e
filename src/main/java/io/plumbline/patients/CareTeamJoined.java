package io.plumbline.patients;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** Somebody was taken into a patient's care team, which opens the record to them. */
public record CareTeamJoined(StaffId member, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "care-team.joined";
    }

    @Override
    public UUID subject() {
        return member.value();
    }
}
