package io.plumbline.notes.cosign;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentMac;
import java.util.UUID;

/** An audit event: a supervisor co-signed a session note, or returned it; without the remark. */
record CosignatureSigned(UUID subject, NoteId note, PatientId patient, CosignDecision decision, String contentHash)
        implements Recorded {
    @Override
    public String kind() {
        return decision.kind();
    }

    @Override
    public String detail() {
        return ContentMac.named(contentHash);
    }
}
