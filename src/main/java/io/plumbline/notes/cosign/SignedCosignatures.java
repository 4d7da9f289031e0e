package io.plumbline.notes.cosign;

import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.SignatureCheck;
import io.plumbline.shared.signing.SignedRecords;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;

/** Compares the decisions of one kind with what was signed. */
class SignedCosignatures implements SignedRecords {
    private final CosignDecision decision;
    private final Cosignatures cosignatures;
    private final ContentMac seal;

    SignedCosignatures(CosignDecision decision, Cosignatures cosignatures, ContentMac seal) {
        this.decision = decision;
        this.cosignatures = cosignatures;
        this.seal = seal;
    }

    /** Returns whether a decision that is being viewed is as it was signed. A mismatch is recorded and logged. */
    boolean isAsSigned(Cosignature viewed, SignatureCheck check) {
        return check.isAsSigned(name(), "note", signed(viewed));
    }

    @Override
    public String name() {
        return switch (decision) {
            case COSIGNED -> "co-signature of a session note";
            case RETURNED -> "return of a session note";
        };
    }

    @Override
    public String kind() {
        return decision.kind();
    }

    @Override
    public List<Signed> after(UUID last, int limit) {
        return cosignatures.after(decision, last, Limit.of(limit)).stream()
                .map(this::signed)
                .toList();
    }

    private Signed signed(Cosignature cosignature) {
        return new Signed(cosignature.getId(), cosignature.signature(), cosignature.isIntact(seal));
    }
}
