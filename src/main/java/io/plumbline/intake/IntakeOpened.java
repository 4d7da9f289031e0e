package io.plumbline.intake;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** An intake note was opened. */
public record IntakeOpened(UUID note, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "intake.opened";
    }

    @Override
    public UUID subject() {
        return note;
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
