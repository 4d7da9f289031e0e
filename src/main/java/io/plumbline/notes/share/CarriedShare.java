package io.plumbline.notes.share;

import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;

/**
 * How much of the signed notes of one author in one month is as it was carried forward or filled in.
 *
 * @param name the display name of the author
 * @param month the first day of the month
 * @param notes the signed notes, without those that were entered in error
 * @param carriedNotes how many of them have a field that is as it was carried forward
 * @param chars the characters of their free texts
 * @param carriedChars the characters of those that are as they were carried forward from an earlier note
 * @param templateChars the characters of those that are as a note template filled them in
 */
public record CarriedShare(
        StaffId author,
        String name,
        LocalDate month,
        long notes,
        long carriedNotes,
        long chars,
        long carriedChars,
        long templateChars) {
    /** Returns the share of carried text, 0 to 100; 0 where there is no text. */
    public double carriedPercent() {
        return percent(carriedChars);
    }

    /** Returns the share of text from templates, 0 to 100; 0 where there is no text. */
    public double templatePercent() {
        return percent(templateChars);
    }

    private double percent(long some) {
        return chars == 0 ? 0 : 100.0 * some / chars;
    }
}
