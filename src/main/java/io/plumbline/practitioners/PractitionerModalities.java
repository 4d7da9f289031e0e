package io.plumbline.practitioners;

import java.util.List;

/** What practitioners may say that they do, as data with version and source. */
public record PractitionerModalities(String version, String source, List<Modality> modalities) {
    /** One modality: the code that is stored and the name that is shown. */
    public record Modality(String code, String name) {}

    /** The name of a modality; its code where the vocabulary does not have it any more. */
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
