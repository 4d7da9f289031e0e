package io.plumbline.measures;

import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.ScoreId;
import java.time.Instant;
import java.time.LocalDate;
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
    /** Returns the score as one of a note. */
    ScoreRow of(@Nullable NoteId origin) {
        return new ScoreRow(
                id, version, measure, measuredOn, result, origin, document, status, reason, recordedAt, recordedBy);
    }

    /** Returns whether the score counts. */
    public boolean isFinal() {
        return status == ScoreStatus.FINAL;
    }
}
