package io.plumbline.measures;

import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.ScoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recorded score.
 *
 * @param measure the code of the outcome measure
 * @param note the signed session note that contains it, or what it corrects; null if there is none
 * @param document the form from which it was taken; empty if the patient was asked here
 * @param reason why it does not count; empty if it does
 * @param recordedBy the name of the person who recorded it
 */
public record ScoreRow(
        ScoreId id,
        long version,
        String measure,
        LocalDate measuredOn,
        ScoreResult result,
        @Nullable NoteId note,
        String document,
        ScoreStatus status,
        String reason,
        Instant recordedAt,
        String recordedBy) {
    /** Returns the score with its answers, as one of a note. */
    ScoreRow with(List<ItemAnswer> answers, @Nullable NoteId origin) {
        var answered = new ScoreResult(new MeasureAnswers(answers), result.score(), result.band());
        return new ScoreRow(
                id, version, measure, measuredOn, answered, origin, document, status, reason, recordedAt, recordedBy);
    }

    /** Returns the score together with activities that were rated on the same day, recorded later. */
    ScoreRow and(OutcomeMeasure rated, ScoreRow later) {
        var together = new ArrayList<>(result.answers().items());
        together.addAll(later.result.answers().items());
        return new ScoreRow(
                later.id,
                later.version,
                measure,
                measuredOn,
                rated.score(new MeasureAnswers(together)),
                Objects.equals(note, later.note) ? note : null,
                later.document,
                status,
                reason,
                later.recordedAt,
                later.recordedBy);
    }

    /** Returns whether the score counts. */
    public boolean isFinal() {
        return status == ScoreStatus.FINAL;
    }
}
