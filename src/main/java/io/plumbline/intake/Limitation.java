package io.plumbline.intake;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An activity that back pain makes difficult, rated by the patient-specific functional scale.
 *
 * @param activity at most 120 characters
 * @param ability from 0 (unable to do it) to 10 (able to do it as before); null if not provided
 */
@Embeddable
public record Limitation(String activity, @Nullable Integer ability) {
    private static final int AS_BEFORE = 10;

    public Limitation {
        activity = TextLimit.optional("The activity", activity, 120);
        if (ability != null && (ability < 0 || ability > AS_BEFORE)) {
            throw new Refused("Ability must be from 0 to 10");
        }
    }

    /** Returns the rated activities; of an activity that is named twice, the first rating counts. */
    public static Map<String, Integer> rated(List<Limitation> limitations) {
        var rated = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        for (var limitation : limitations) {
            if (limitation.ability() != null && !limitation.activity().isEmpty()) {
                rated.putIfAbsent(limitation.activity(), limitation.ability());
            }
        }
        return rated;
    }
}
