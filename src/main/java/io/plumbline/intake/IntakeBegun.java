package io.plumbline.intake;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** An intake note was begun. */
public record IntakeBegun(UUID note, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "intake.begun";
    }

    @Override
    public UUID subject() {
        return note;
    }
}
