package io.plumbline.notes.amendments;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentMac;
import java.util.UUID;

/**
 * An audit event: an amendment of a session note was signed.
 *
 * @param text what it says, which the audit trail leaves out
 */
public record AmendmentSigned(UUID subject, NoteId note, PatientId patient, String text, String contentHash)
        implements Recorded {
    static final String KIND = "note.amended";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String detail() {
        return ContentMac.named(contentHash);
    }
}
