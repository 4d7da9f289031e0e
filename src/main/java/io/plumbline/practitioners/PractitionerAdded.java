package io.plumbline.practitioners;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** A practitioner joined. */
public record PractitionerAdded(StaffId practitioner) implements Recorded {
    @Override
    public String kind() {
        return "practitioner.added";
    }

    @Override
    public UUID subject() {
        return practitioner.value();
    }
}
