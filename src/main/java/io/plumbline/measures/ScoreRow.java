package io.plumbline.measures;

import io.plumbline.shared.ids.ScoreId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A recorded score.
 *
 * @param measure the code of the outcome measure
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
        String document,
        ScoreStatus status,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    /** Returns whether the score counts. */
    public boolean isFinal() {
        return status == ScoreStatus.FINAL;
    }
}
