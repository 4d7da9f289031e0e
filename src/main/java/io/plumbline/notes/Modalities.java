package io.plumbline.notes;

import io.plumbline.shared.Caller;
import io.plumbline.shared.Role;
import java.util.List;

/** What is done in a session, as data with version and source. A purpose is what practitioners say, no proven effect. */
public record Modalities(String version, String source, List<Modality> modalities) {
    /** The one that is a thrust. */
    static final String ADJUSTMENT = "CHIRO_ADJUST";

    /** One modality: the code that is stored and the name that is shown. */
    public record Modality(String code, String name, String purpose) {}

    /** What the caller may record: an adjustment is a chiropractor's alone. */
    public List<Modality> mine() {
        return modalities.stream()
                .filter(modality ->
                        !modality.code().equals(ADJUSTMENT) || Caller.current().has(Role.CHIROPRACTOR))
                .toList();
    }

    /** The name of a modality; its code where the vocabulary does not have it any more. */
    public String nameOf(String code) {
        return modalities.stream()
                .filter(modality -> modality.code().equals(code))
                .map(Modality::name)
                .findFirst()
                .orElse(code);
    }

    /**
     * The modality of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Modality named(String code) {
        return modalities.stream()
                .filter(modality -> modality.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no modality " + code));
    }
}
