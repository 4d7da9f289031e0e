package io.plumbline.notes;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A signed note says that somebody was treated during a clinical hold. */
public record TreatedDuringHold(UUID note, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "hold.treated";
    }

    @Override
    public UUID subject() {
        return note;
    }
}
