package io.plumbline.notes;

import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * States that the author of a session note is not the practitioner of its visit, whose account is deactivated. The
 * signature covers it.
 *
 * @param from the practitioner of the visit
 * @param presence how the author took part in the visit, in their words, at most 400 characters
 */
@Embeddable
record TakenOver(
        @Column(name = "taken_over_from") StaffId from,
        @Column(name = "taken_over_presence") String presence) {
    private static final int MOST = 400;

    /** @throws io.plumbline.shared.Refused if it is not said how the author took part, or the text is too long */
    static TakenOver stated(StaffId from, String presence) {
        return new TakenOver(from, TextLimit.required("How you took part", presence, MOST));
    }
}
