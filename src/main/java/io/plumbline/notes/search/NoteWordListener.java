package io.plumbline.notes.search;

import io.plumbline.exercises.TextWords;
import io.plumbline.notes.NoteEvent;
import io.plumbline.notes.amendments.AmendmentSigned;
import io.plumbline.shared.ids.NoteId;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the words of a note, or of what is added to it, in the transaction that signs it. */
@Component
class NoteWordListener {
    private final NoteTextQuery texts;
    private final NoteWordStore words;

    NoteWordListener(NoteTextQuery texts, NoteWordStore words) {
        this.texts = texts;
        this.words = words;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoteEvent.Signed signed) {
        var note = find(signed.note());
        words.add(note, note.words());
    }

    /** The row of the amendment itself may not be in the database yet. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AmendmentSigned signed) {
        words.add(find(signed.note()), TextWords.of(List.of(signed.text())));
    }

    private NoteText find(NoteId note) {
        return Objects.requireNonNull(texts.find(List.of(note.value())).get(note.value()), "a signed note is stored");
    }
}
