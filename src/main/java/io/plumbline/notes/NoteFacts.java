package io.plumbline.notes;

import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.schedule.AppointmentType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the checks of a session note look at: what it says, and what the record knows of the patient.
 *
 * @param alerts those that counted on the day of treatment
 * @param screened whether a signed intake note has a red-flag screen of the patient
 */
record NoteFacts(
        AppointmentType service, NoteDraft draft, List<AlertRow> alerts, boolean screened, Modalities modalities) {
    /** From here on pressure is no light one: above the middle of the scale. Our reading, for the clinic's lead to confirm. */
    private static final int DEEP_FROM = 4;

    /** What the note says of deep pressure, in words; empty where it says nothing of it. */
    String deepPressure() {
        var deep = draft.modalities().stream()
                .flatMap(code -> modalities.find(code).stream())
                .filter(Modalities.Modality::deepPressure)
                .map(Modalities.Modality::name);
        var pressure = draft.pressure();
        var strong =
                pressure != null && pressure >= DEEP_FROM ? Stream.of("pressure " + pressure) : Stream.<String>of();
        return Stream.concat(deep, strong).collect(Collectors.joining(", "));
    }

    Stream<AlertRow> alertsOf(Set<AlertKind> kinds) {
        return alerts.stream().filter(alert -> kinds.contains(alert.kind()));
    }
}
