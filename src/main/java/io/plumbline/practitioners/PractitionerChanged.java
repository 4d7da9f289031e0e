package io.plumbline.practitioners;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.List;
import java.util.UUID;

/** A manager changed what is said of a practitioner, or when they work. */
public record PractitionerChanged(StaffId practitioner, List<String> fields, long revision) implements Recorded {
    @Override
    public String kind() {
        return "practitioner.changed";
    }

    @Override
    public UUID subject() {
        return practitioner.value();
    }

    @Override
    public String detail() {
        return "revision " + revision + ": " + String.join(", ", fields);
    }
}
