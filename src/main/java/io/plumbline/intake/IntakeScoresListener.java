package io.plumbline.intake;

import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.shared.Pain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the pain and the rated activities of a signed intake note as scores: the baseline of what follows. A later
 * version corrects them, on the day of the first.
 */
@Component
class IntakeScoresListener {
    private final IntakeNotes notes;
    private final MeasureService measures;
    private final ClinicService clinics;

    IntakeScoresListener(IntakeNotes notes, MeasureService measures, ClinicService clinics) {
        this.notes = notes;
        this.measures = measures;
        this.clinics = clinics;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(IntakeEvent.Signed signed) {
        notes.findById(signed.note().value()).ifPresent(note -> {
            var amendment = note.amendment();
            if (amendment == null) {
                measures.recordSigned(note.patient(), scores(note.draft(), dayOf(note)));
                return;
            }
            var on = dayOf(notes.findById(amendment.firstId()).orElseThrow());
            var amended = notes.findById(amendment.amendsId()).orElseThrow();
            measures.amendSigned(
                    note.patient(),
                    scores(amended.draft(), on),
                    scores(note.draft(), on),
                    "Version " + note.revision() + " of the intake note");
        });
    }

    private LocalDate dayOf(IntakeNote note) {
        return LocalDate.ofInstant(note.writtenAt(note.createdAt()), clinics.zoneOf(note.clinic()));
    }

    private static List<ScoreDraft> scores(IntakeDraft draft, LocalDate on) {
        var scores = new ArrayList<ScoreDraft>();
        pain(OutcomeMeasures.PAIN_NOW, draft.painNow(), on).forEach(scores::add);
        pain("NPRS_WORST", draft.painWorst(), on).forEach(scores::add);
        pain("NPRS_AVERAGE", draft.painAverage(), on).forEach(scores::add);
        var rated = Limitation.rated(draft.limitations());
        if (!rated.isEmpty()) {
            scores.add(new ScoreDraft("PSFS", MeasureAnswers.activities(rated), on));
        }
        return scores;
    }

    private static Stream<ScoreDraft> pain(String measure, @Nullable Pain pain, LocalDate on) {
        return Stream.ofNullable(pain).map(felt -> new ScoreDraft(measure, MeasureAnswers.score(felt.score()), on));
    }
}
