package io.plumbline.notes.privacy;

import io.plumbline.notes.NoteEvent;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.NoteId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Restricts the copy of a note that was written in the wrong record to those who may read the note, and forgets the
 * privacy of a discarded draft.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NotePrivacyListener {
    private final NotePrivacyStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NotePrivacyListener(NotePrivacyStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(NoteEvent.EnteredInError wrong) {
        var copy = wrong.copy();
        if (copy != null) {
            restrict(copy, wrong.note());
        }
    }

    /** The draft itself is deleted when the transaction ends. */
    @EventListener
    void on(NoteEvent.Discarded discarded) {
        store.forget(discarded.note());
    }

    private void restrict(NoteId copy, NoteId note) {
        var original = store.find(note).orElseThrow();
        if (original.privacy().isRestricted()) {
            var named = store.named(note);
            var before = store.find(copy).orElseThrow();
            store.change(
                    copy,
                    before,
                    original.privacy(),
                    named,
                    CurrentUser.current().staff(),
                    clock.instant());
            events.publishEvent(
                    NotePrivacyEvent.Changed.of(copy, before.patient(), before.privacy(), original.privacy(), named));
        }
    }
}
