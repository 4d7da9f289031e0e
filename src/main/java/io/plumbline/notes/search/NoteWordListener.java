package io.plumbline.notes.search;

import io.plumbline.exercises.TextWords;
import io.plumbline.notes.NoteEvent;
import io.plumbline.notes.amendments.AmendmentSigned;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.signing.CheckAnswer;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the words of a note, or of what is added to it, in the transaction that signs it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NoteWordListener {
    private final NotePassages passages;
    private final NoteTextQuery texts;
    private final NoteWordStore words;

    NoteWordListener(NotePassages passages, NoteTextQuery texts, NoteWordStore words) {
        this.passages = passages;
        this.texts = texts;
        this.words = words;
    }

    @EventListener
    void on(NoteEvent.SignedContent signed) {
        var draft = signed.draft();
        var said = new NotePassages.Said(
                draft.details(),
                draft.observations(),
                draft.areas().stream().map(BodyRegion::code).toList(),
                List.copyOf(draft.modalities()),
                draft.statement(),
                draft.nextStep(),
                signed.checks().stream().map(CheckAnswer::answer).toList());
        words.add(
                new NoteKey(signed.note().value(), signed.patient(), signed.treatedOn(), signed.author()),
                NoteText.wordsOf(passages.of(said)));
    }

    /** The row of the amendment itself may not be in the database yet. */
    @EventListener
    void on(AmendmentSigned signed) {
        var note = signed.note().value();
        var amended = Objects.requireNonNull(texts.find(List.of(note)).get(note), "a signed note is stored");
        words.add(amended.key(), TextWords.of(List.of(signed.text())));
    }
}
