package io.plumbline.practitioners;

import java.util.List;

/** The modalities that practitioners may list in their profile, as versioned data with a source. */
public record PractitionerModalities(String version, String source, List<Modality> modalities) {
    /** A modality: the stored code and the name on screen. */
    public record Modality(String code, String name) {}

    /** Returns the name of a modality; the code if the vocabulary no longer has it. */
    public String nameOf(String code) {
        return modalities.stream()
                .filter(modality -> modality.code().equals(code))
                .map(Modality::name)
                .findFirst()
                .orElse(code);
    }

    /**
     * Refuses a code that the vocabulary does not have.
     *
     * @throws IllegalArgumentException if there is none
     */
    void require(String code) {
        if (modalities.stream().noneMatch(modality -> modality.code().equals(code))) {
            throw new IllegalArgumentException("There is no modality " + code);
        }
    }
}
