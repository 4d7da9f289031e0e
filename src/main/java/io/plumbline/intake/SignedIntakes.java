package io.plumbline.intake;

import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.SignatureCheck;
import io.plumbline.shared.signing.SignedRecords;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares signed intake notes with their signed content. */
@Component
class SignedIntakes implements SignedRecords {
    static final int PAGE = 200;

    private final IntakeNotes notes;
    private final ContentMac seal;
    private final SignatureCheck check;

    SignedIntakes(IntakeNotes notes, ContentMac seal, SignatureCheck check) {
        this.notes = notes;
        this.seal = seal;
        this.check = check;
    }

    /**
     * Returns whether a signed note that is being viewed still has its signed content. A mismatch is recorded in the
     * audit trail and logged.
     */
    boolean isAsSigned(IntakeNote note) {
        return check.isAsSigned(name(), "intake", signed(note));
    }

    @Override
    public String name() {
        return "intake note";
    }

    @Override
    public String kind() {
        return IntakeEvent.Signed.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Signed> after(UUID last, int limit) {
        return notes.signedAfter(last, Limit.of(limit)).stream()
                .map(this::signed)
                .toList();
    }

    private Signed signed(IntakeNote note) {
        return new Signed(note.id().value(), note.signature(), note.isIntact(seal));
    }
}
