package io.plumbline.notes;

import io.plumbline.intake.Limitation;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreDraft;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records the pain on arrival and the rated activities of a signed session note as scores, so that each visit shows in the course of care. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NoteScoresListener {
    private final SessionNotes notes;
    private final MeasureService measures;

    NoteScoresListener(SessionNotes notes, MeasureService measures) {
        this.notes = notes;
        this.measures = measures;
    }

    @EventListener
    void on(NoteEvent.Signed signed) {
        notes.findById(signed.note().value()).ifPresent(note -> {
            var scores = scoresOf(note);
            if (!scores.isEmpty()) {
                measures.recordOfNote(note.patient(), note.id(), scores);
            }
        });
    }

    /**
     * Scores that were corrected since the note was signed stay as they are. Another note of that day, which recorded
     * none because there was one already, records its own.
     */
    @EventListener
    void on(NoteEvent.EnteredInError wrong) {
        measures.withdrawOfNote(wrong.patient(), wrong.note(), wrong.reason());
        notes
                .findById(wrong.note().value())
                .map(note -> notes.signedOn(List.of(note.patient()), note.treatedOn()))
                .stream()
                .flatMap(List::stream)
                .map(other -> notes.findById(other).orElseThrow())
                .forEach(other -> measures.recordOfNote(other.patient(), other.id(), scoresOf(other)));
    }

    private static List<ScoreDraft> scoresOf(SessionNote note) {
        var scores = new ArrayList<ScoreDraft>();
        var pain = note.draft().painBefore();
        if (pain != null) {
            scores.add(new ScoreDraft(OutcomeMeasures.PAIN_NOW, MeasureAnswers.score(pain.score()), note.treatedOn()));
        }
        var activities = note.draft().details().activities();
        // the mean of some of them could not be compared with that of all
        if (!activities.isEmpty() && activities.stream().allMatch(one -> one.ability() != null)) {
            var rated = MeasureAnswers.activities(Limitation.rated(activities));
            scores.add(new ScoreDraft("PSFS", rated, note.treatedOn()));
        }
        return scores;
    }
}
