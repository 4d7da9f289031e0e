package io.plumbline.intake;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.List;
import java.util.UUID;

/** A draft of an intake note was written on. */
public record IntakeWritten(UUID note, PatientId patient, long revision, List<String> fields) implements Recorded {
    @Override
    public String kind() {
        return "intake.written";
    }

    @Override
    public UUID subject() {
        return note;
    }

    @Override
    public String detail() {
        return "revision " + revision + ": " + String.join(", ", fields);
    }
}
