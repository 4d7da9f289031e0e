package io.plumbline.practitioners;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** A practitioner works here again. */
public record PractitionerReactivated(StaffId practitioner) implements Recorded {
    @Override
    public String kind() {
        return "practitioner.activated";
    }

    @Override
    public UUID subject() {
        return practitioner.value();
    }
}
