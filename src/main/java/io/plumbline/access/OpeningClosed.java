package io.plumbline.access;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/**
 * Somebody closed a record that they had opened with a reason, before its time.
 *
 * @param by who had opened it
 */
public record OpeningClosed(UUID opening, PatientId patient, StaffId by) implements Recorded {
    @Override
    public String kind() {
        return "opening.closed";
    }

    @Override
    public UUID subject() {
        return opening;
    }
}
