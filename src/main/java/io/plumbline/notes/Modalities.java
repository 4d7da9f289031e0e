package io.plumbline.notes;

import io.plumbline.practitioners.Discipline;
import java.util.List;
import java.util.Optional;

/** What is done in a session, as data with version and source. A purpose is what practitioners say, no proven effect. */
public record Modalities(String version, String source, List<Modality> modalities) {
    /** The one that is a thrust. */
    static final String ADJUSTMENT = "CHIRO_ADJUST";

    /**
     * One modality: the code that is stored and the name that is shown.
     *
     * @param disciplines in whose visits it is recorded
     * @param deepPressure whether its pressure is deep by what it is, whatever number is noted
     */
    public record Modality(
            String code, String name, String purpose, List<Discipline> disciplines, boolean deepPressure) {}

    /** The name of a modality; its code where the vocabulary does not have it any more. */
    public String nameOf(String code) {
        return find(code).map(Modality::name).orElse(code);
    }

    /**
     * The modality of a code.
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
