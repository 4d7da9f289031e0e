package io.plumbline.imports;

import io.plumbline.shared.ids.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * What the check found about a row.
 *
 * @param number the row, from 1, without the headings
 * @param line the line of the file where it begins, from 1
 * @param sentence what is wrong, or what the two have in common
 * @param name the name in the row
 * @param patient the patient whom the row may be; null if that is an earlier row, or if the row is wrong
 * @param earlierRow the earlier row of the file that it may be; null if there is none
 * @param decision null if a possible duplicate is not decided
 */
public record RowFinding(
        long number,
        long line,
        Kind kind,
        String sentence,
        String name,
        @Nullable PatientId patient,
        @Nullable Long earlierRow,
        @Nullable DuplicateDecision decision) {
    /** What a check finds. */
    public enum Kind {
        /** It cannot be imported as it is. */
        WRONG,
        /** An earlier row of the file has the same id, or says the same. */
        REPEATED,
        /** Its time is over, so it is left out. */
        PAST,
        /** It may be a patient who is there, or an earlier row. */
        DUPLICATE
    }
}
