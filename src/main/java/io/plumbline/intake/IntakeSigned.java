package io.plumbline.intake;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** An intake note was signed. */
public record IntakeSigned(UUID note, PatientId patient, String contentHash) implements Recorded {
    @Override
    public String kind() {
        return "intake.signed";
    }

    @Override
    public UUID subject() {
        return note;
    }

    @Override
    public String detail() {
        return "SHA-256 " + contentHash;
    }
}
