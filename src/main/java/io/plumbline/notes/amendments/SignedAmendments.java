package io.plumbline.notes.amendments;

import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.SignatureCheck;
import io.plumbline.shared.signing.SignedRecords;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares the amendments of session notes with what was signed. */
@Component
class SignedAmendments implements SignedRecords {
    private final NoteAmendments amendments;
    private final ContentMac seal;
    private final SignatureCheck check;

    SignedAmendments(NoteAmendments amendments, ContentMac seal, SignatureCheck check) {
        this.amendments = amendments;
        this.seal = seal;
        this.check = check;
    }

    /** Returns whether an amendment that is being viewed is as it was signed. A mismatch is recorded and logged. */
    boolean isAsSigned(NoteAmendment amendment) {
        var signature = amendment.signature();
        return check.isAsSigned(name(), "note", signed(amendment));
    }

    @Override
    public String name() {
        return "amendment of a session note";
    }

    @Override
    public String kind() {
        return AmendmentSigned.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Signed> after(UUID last, int limit) {
        return amendments.after(last, Limit.of(limit)).stream()
                .map(this::signed)
                .toList();
    }

    private Signed signed(NoteAmendment amendment) {
        return new Signed(amendment.getId(), amendment.signature(), amendment.isIntact(seal));
    }
}
