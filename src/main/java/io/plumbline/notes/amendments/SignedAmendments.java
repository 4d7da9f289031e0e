package io.plumbline.notes.amendments;

import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.NotAsSigned;
import io.plumbline.shared.signing.OnRecord;
import io.plumbline.shared.signing.SignedRecords;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares the amendments of session notes with what was signed. */
@Component
class SignedAmendments implements SignedRecords {
    private static final Logger LOG = LoggerFactory.getLogger(SignedAmendments.class);

    private final NoteAmendments amendments;
    private final ContentMac seal;
    private final OnRecord trail;
    private final ApplicationEventPublisher events;

    SignedAmendments(NoteAmendments amendments, ContentMac seal, OnRecord trail, ApplicationEventPublisher events) {
        this.amendments = amendments;
        this.seal = seal;
        this.trail = trail;
        this.events = events;
    }

    /** Returns whether an amendment that is being viewed is as it was signed. A mismatch is recorded and logged. */
    boolean isAsSigned(NoteAmendment amendment) {
        var signature = amendment.signature();
        var isAsSigned = amendment.isIntact(seal) && trail.holds(signature);
        if (!isAsSigned) {
            LOG.error("Amendment {} is not what was signed; run ./portal audit verify", signature.subject());
            events.publishEvent(new NotAsSigned("note", signature.subject(), signature.patient()));
        }
        return isAsSigned;
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
                .map(one -> new Signed(one.getId(), one.signature(), one.isIntact(seal)))
                .toList();
    }
}
