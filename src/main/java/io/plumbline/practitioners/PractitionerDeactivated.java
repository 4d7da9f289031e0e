package io.plumbline.practitioners;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** A practitioner does not work here any more. */
public record PractitionerDeactivated(StaffId practitioner) implements Recorded {
    @Override
    public String kind() {
        return "practitioner.deactivated";
    }

    @Override
    public UUID subject() {
        return practitioner.value();
    }
}
