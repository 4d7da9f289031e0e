package io.plumbline.practitioners.absences;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/** An absence of a practitioner was recorded or withdrawn. */
record AbsenceChanged(AbsenceId absence, StaffId practitioner, boolean withdrawn) implements Recorded {
    @Override
    public String kind() {
        return withdrawn ? "absence.withdrawn" : "absence.noted";
    }

    @Override
    public UUID subject() {
        return practitioner.value();
    }
}
