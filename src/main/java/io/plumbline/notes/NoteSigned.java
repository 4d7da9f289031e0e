package io.plumbline.notes;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A session note was signed. */
public record NoteSigned(UUID note, PatientId patient, String contentHash) implements Recorded {
    @Override
    public String kind() {
        return "note.signed";
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
