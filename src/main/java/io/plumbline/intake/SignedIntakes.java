package io.plumbline.intake;

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

/** Compares signed intake notes with their signed content. */
@Component
class SignedIntakes implements SignedRecords {
    static final int PAGE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SignedIntakes.class);

    private final IntakeNotes notes;
    private final ContentMac seal;
    private final OnRecord trail;
    private final ApplicationEventPublisher events;

    SignedIntakes(IntakeNotes notes, ContentMac seal, OnRecord trail, ApplicationEventPublisher events) {
        this.notes = notes;
        this.seal = seal;
        this.trail = trail;
        this.events = events;
    }

    /**
     * Returns whether a signed note that is being viewed still has its signed content. A mismatch is recorded in the
     * audit trail and logged.
     */
    boolean isAsSigned(IntakeNote note) {
        var isAsSigned = note.isIntact(seal) && trail.holds(note.signature());
        if (!isAsSigned) {
            LOG.error("Intake note {} is not what was signed; run ./portal audit verify", note.id());
            events.publishEvent(new NotAsSigned("intake", note.id().value(), note.patient()));
        }
        return isAsSigned;
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
                .map(note -> new Signed(note.id().value(), note.signature(), note.isIntact(seal)))
                .toList();
    }
}
