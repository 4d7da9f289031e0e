package io.plumbline.measures;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome measures of the clinic, as versioned data with a source.
 *
 * @param approvedBy the clinic's licensed lead who has approved them; null while nobody has
 * @param measures in the order in which they are offered
 */
public record OutcomeMeasures(
        String version, String source, @Nullable String approvedBy, List<OutcomeMeasure> measures) {
    /** The code of pain now, which a patient tells on arrival. */
    public static final String PAIN_NOW = "NPRS_NOW";

    public OutcomeMeasures {
        measures = List.copyOf(measures);
    }

    /** Returns the measure with this code. */
    public Optional<OutcomeMeasure> find(String code) {
        return measures.stream().filter(measure -> measure.code().equals(code)).findFirst();
    }

    /**
     * Returns the measure with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public OutcomeMeasure require(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("There is no outcome measure " + code));
    }
}
