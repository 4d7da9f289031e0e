package io.plumbline.notes;

import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentType;
import java.util.List;
import java.util.Locale;

/** What is done in a session, as data with version and source. A purpose is what practitioners say, no proven effect. */
public record Modalities(String version, String source, List<Modality> modalities) {
    private static final String ADJUSTMENT = "CHIRO_ADJUST";

    /** One modality: the code that is stored and the name that is shown. */
    public record Modality(String code, String name, String purpose) {}

    /** What may be recorded of a service: an adjustment is the chiropractor's alone. */
    public List<Modality> of(AppointmentType service) {
        return modalities.stream()
                .filter(modality ->
                        !modality.code().equals(ADJUSTMENT) || service.discipline() == Discipline.CHIROPRACTIC)
                .toList();
    }

    /**
     * The modality of a code.
     *
     * @throws IllegalArgumentException if a service has none such
     */
    public Modality of(AppointmentType service, String code) {
        return of(service).stream()
                .filter(modality -> modality.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "This cannot be recorded of a " + service.word().toLowerCase(Locale.ROOT)));
    }
}
