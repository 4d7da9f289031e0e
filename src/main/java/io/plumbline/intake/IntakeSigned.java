package io.plumbline.intake;

import io.plumbline.shared.ContentSeal;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** An intake note was signed. */
public record IntakeSigned(UUID note, PatientId patient, String contentHash) implements Recorded {
    static final String KIND = "intake.signed";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public UUID subject() {
        return note;
    }

    @Override
    public String detail() {
        return ContentSeal.named(contentHash);
    }
}
