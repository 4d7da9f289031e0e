package io.plumbline.intake;

import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.SignatureCheck;
import io.plumbline.shared.signing.SignedRecords;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares the conclusions of intake notes with what was signed. */
@Component
class SignedConclusions implements SignedRecords {
    private final IntakeConclusions conclusions;
    private final ContentMac seal;
    private final SignatureCheck check;

    SignedConclusions(IntakeConclusions conclusions, ContentMac seal, SignatureCheck check) {
        this.conclusions = conclusions;
        this.seal = seal;
        this.check = check;
    }

    /** Returns the conclusion of a note; empty, without a query, if the note leaves nothing to a chiropractor. */
    Optional<IntakeConclusion> find(IntakeNote note) {
        return note.isLeftToChiropractor() ? conclusions.findById(note.id().value()) : Optional.empty();
    }

    /**
     * Returns whether a conclusion that is being viewed is as it was signed. A mismatch is recorded in the audit trail
     * and logged.
     */
    boolean isAsSigned(IntakeConclusion viewed) {
        return check.isAsSigned(name(), "intake", signed(viewed));
    }

    @Override
    public String name() {
        return "conclusion of an intake note";
    }

    @Override
    public String kind() {
        return IntakeEvent.Concluded.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Signed> after(UUID last, int limit) {
        return conclusions.after(last, Limit.of(limit)).stream()
                .map(this::signed)
                .toList();
    }

    private Signed signed(IntakeConclusion conclusion) {
        return new Signed(conclusion.getId(), conclusion.signature(), conclusion.isIntact(seal));
    }
}
