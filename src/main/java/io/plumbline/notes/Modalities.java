package io.plumbline.notes;

import io.plumbline.practitioners.Discipline;
import java.util.List;
import java.util.Optional;

/**
 * The modalities of a session, as versioned data with a source. A purpose is what practitioners state, not a proven
 * effect.
 */
public record Modalities(String version, String source, List<Modality> modalities) {
    /** The code of the one modality that is a thrust. */
    static final String ADJUSTMENT = "CHIRO_ADJUST";

    /**
     * A modality: the stored code and the name on screen.
     *
     * @param disciplines the disciplines in whose visits it is recorded
     * @param deepPressure whether its pressure is deep by nature, whatever pressure is recorded
     */
    public record Modality(
            String code, String name, String purpose, List<Discipline> disciplines, boolean deepPressure) {}

    /** Returns the name of a modality; the code if the vocabulary no longer has it. */
    public String nameOf(String code) {
        return find(code).map(Modality::name).orElse(code);
    }

    /**
     * Returns the modality with a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Modality named(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("There is no modality " + code));
    }

    Optional<Modality> find(String code) {
        return modalities.stream()
                .filter(modality -> modality.code().equals(code))
                .findFirst();
    }
}
