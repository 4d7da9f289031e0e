package io.plumbline.notes.share;

import io.plumbline.notes.NoteEvent;
import io.plumbline.notes.NoteStatus;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts a note in the transaction that signs it, and out in the one that marks it as entered in error. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CarriedShareListener {
    private final CarriedShareStore shares;

    CarriedShareListener(CarriedShareStore shares) {
        this.shares = shares;
    }

    @EventListener
    void on(NoteEvent.SignedContent signed) {
        shares.count(new CountedNote(
                signed.note().value(),
                signed.clinic(),
                signed.author(),
                signed.signedAt(),
                NoteStatus.SIGNED,
                signed.draft()));
    }

    @EventListener
    void on(NoteEvent.EnteredInError wrong) {
        shares.count(List.of(wrong.note().value()));
    }
}
