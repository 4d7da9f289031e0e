package io.plumbline.notes;

import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records the pain on arrival of a signed session note as a score, so that each visit shows in the course of care. */
@Component
class NoteScoresListener {
    private final SessionNotes notes;
    private final MeasureService measures;

    NoteScoresListener(SessionNotes notes, MeasureService measures) {
        this.notes = notes;
        this.measures = measures;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoteEvent.Signed signed) {
        notes.findById(signed.note().value()).ifPresent(note -> {
            var pain = note.draft().painBefore();
            if (pain != null) {
                measures.recordSigned(
                        note.patient(),
                        List.of(new ScoreDraft("NPRS_NOW", MeasureAnswers.score(pain.score()), note.treatedOn())));
            }
        });
    }
}
