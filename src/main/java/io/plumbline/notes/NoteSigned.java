package io.plumbline.notes;

import io.plumbline.shared.ContentSeal;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A session note was signed. */
public record NoteSigned(UUID note, PatientId patient, String contentHash) implements Recorded {
    static final String KIND = "note.signed";

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
