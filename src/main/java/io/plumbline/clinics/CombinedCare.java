package io.plumbline.clinics;

import io.plumbline.shared.Refused;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How a clinic pairs adjustments and massages. No source gives numbers; the clinic sets them.
 *
 * @param pairWithinDays within how many days after the adjustment its massage follows, 0 to 7; 0 for the same day
 * @param alignmentCheckEvery with every how many massages of maintenance care an alignment check is due, 1 to 12; null
 *     for no rule
 */
@Embeddable
public record CombinedCare(int pairWithinDays, @Nullable Integer alignmentCheckEvery) {
    /** Both on the same day, and no rule for maintenance care. */
    public static final CombinedCare SAME_DAY = new CombinedCare(0, null);

    public static final int LONGEST_GAP = 7;
    public static final int MOST_MASSAGES = 12;

    /** @throws Refused if a number is out of range; the message is for the user */
    public CombinedCare {
        if (pairWithinDays < 0 || pairWithinDays > LONGEST_GAP) {
            throw new Refused("A massage follows its adjustment within 0 to 7 days");
        }
        if (alignmentCheckEvery != null && (alignmentCheckEvery < 1 || alignmentCheckEvery > MOST_MASSAGES)) {
            throw new Refused("An alignment check is due with every 1 to 12 massages");
        }
    }
}
