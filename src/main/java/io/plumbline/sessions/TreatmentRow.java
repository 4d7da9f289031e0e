package io.plumbline.sessions;

import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One modality at one area, where a note says more than the areas and modalities of the session.
 *
 * @param modality the code of the modality
 * @param tissue the code of the treated tissue
 * @param phase the part of the session
 * @param pressure 1 to 5; null for that of the session
 * @param minutes 1 to 240
 */
public record TreatmentRow(
        BodyRegion area,
        String modality,
        @Nullable String tissue,
        @Nullable SessionPhase phase,
        @Nullable Integer pressure,
        @Nullable Integer minutes) {
    private static final int STRONGEST = 5;
    private static final int LONGEST = 240;

    public TreatmentRow {
        requireWithin("Pressure", pressure, STRONGEST);
        requireWithin("Minutes", minutes, LONGEST);
    }

    /** Creates a row of which nothing else is recorded. */
    public static TreatmentRow of(BodyRegion area, String modality) {
        return new TreatmentRow(area, modality, null, null, null, null);
    }

    /** Returns a copy with another pressure. */
    public TreatmentRow withPressure(int now) {
        return new TreatmentRow(area, modality, tissue, phase, now, minutes);
    }

    private static void requireWithin(String what, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new Refused(what + ": 1 to " + most);
        }
    }
}
