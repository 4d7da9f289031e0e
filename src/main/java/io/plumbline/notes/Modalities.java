package io.plumbline.notes;

import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The modalities of a session and the tissues that they treat, as versioned data with a source. A purpose is what
 * practitioners state, not a proven effect.
 */
public record Modalities(String version, String source, List<Modality> modalities, List<Tissue> tissues) {
    /** The code of the one modality that is a thrust; in notes from before segments were recorded. */
    static final String ADJUSTMENT = "CHIRO_ADJUST";

    /**
     * A modality: the stored code and the name on screen.
     *
     * @param disciplines the disciplines in whose visits it is recorded
     * @param deepPressure whether its pressure is deep by nature, whatever pressure is recorded
     */
    public record Modality(
            String code, String name, String purpose, List<Discipline> disciplines, boolean deepPressure) {}

    /** A muscle, joint or region: the stored code and the name on screen. */
    public record Tissue(String code, String name) {}

    /** Returns the tissue with a code; empty for null and for a code that the vocabulary no longer has. */
    public Optional<Tissue> tissue(@Nullable String code) {
        return tissues.stream().filter(tissue -> tissue.code().equals(code)).findFirst();
    }

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

    /** Returns whether a modality is recorded in a visit; an adjustment never is, since its segments say it. */
    public boolean isRecordedIn(String code, AppointmentType visit) {
        return !code.equals(ADJUSTMENT)
                && find(code)
                        .filter(modality -> modality.disciplines().contains(visit.discipline()))
                        .isPresent();
    }

    Optional<Modality> find(String code) {
        return modalities.stream()
                .filter(modality -> modality.code().equals(code))
                .findFirst();
    }
}
