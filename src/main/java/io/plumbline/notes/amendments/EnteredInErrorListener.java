package io.plumbline.notes.amendments;

import io.plumbline.notes.NoteEvent;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.signing.ContentMac;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the reason why a note was entered in error with the note, signed. */
@Component
class EnteredInErrorListener {
    private final NoteAmendments amendments;
    private final ContentMac seal;
    private final Clock clock;

    EnteredInErrorListener(NoteAmendments amendments, ContentMac seal, Clock clock) {
        this.amendments = amendments;
        this.seal = seal;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoteEvent.EnteredInError wrong) {
        amendments.save(NoteAmendment.signed(
                wrong.note(),
                wrong.patient(),
                AmendmentKind.ENTERED_IN_ERROR,
                wrong.reason(),
                wrong.copy(),
                CurrentUser.current().staff(),
                clock.instant(),
                seal));
    }
}
