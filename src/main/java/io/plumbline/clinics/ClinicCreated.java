package io.plumbline.clinics;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A clinic was added to the group. */
public record ClinicCreated(ClinicId clinic) implements Recorded {
    @Override
    public String kind() {
        return "clinic.created";
    }

    @Override
    public UUID subject() {
        return clinic.value();
    }
}
