package io.plumbline.practitioners.supervision;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/** A supervisor was named for a practitioner, or the supervision was ended. */
record SupervisionChanged(StaffId practitioner, StaffId supervisor, boolean ended) implements Recorded {
    @Override
    public String kind() {
        return ended ? "supervision.ended" : "supervision.named";
    }

    @Override
    public UUID subject() {
        return practitioner.value();
    }

    @Override
    public String detail() {
        return "supervisor " + supervisor;
    }
}
