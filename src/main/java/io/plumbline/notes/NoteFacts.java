package io.plumbline.notes;

import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.TreatmentRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The input of the signing checks of a session note: its content, and what the record holds about the patient.
 *
 * @param alerts the alerts that applied on the day of treatment
 * @param screened whether a signed intake note has a red-flag screen of the patient
 */
record NoteFacts(
        AppointmentType service, NoteDraft draft, List<AlertRow> alerts, boolean screened, Modalities modalities) {
    /**
     * From this value on, pressure counts as deep: above the middle of the scale. Our reading, to be confirmed by the
     * clinical lead.
     */
    private static final int DEEP_FROM = 4;

    /** Returns what the note says about deep pressure, in words; empty if nothing. */
    String deepPressure() {
        var recorded = draft.details().treatments().stream().map(TreatmentRow::modality);
        var deep = Stream.concat(draft.modalities().stream(), recorded)
                .distinct()
                .flatMap(code -> modalities.find(code).stream())
                .filter(Modalities.Modality::deepPressure)
                .map(Modalities.Modality::name);
        var pressure = strongestPressure();
        var strong =
                pressure != null && pressure >= DEEP_FROM ? Stream.of("pressure " + pressure) : Stream.<String>of();
        return Stream.concat(deep, strong).collect(Collectors.joining(", "));
    }

    /** Returns the strongest pressure of the session and of its single treatments; null if none is recorded. */
    @Nullable
    Integer strongestPressure() {
        return Stream.concat(
                        Stream.ofNullable(draft.pressure()),
                        draft.details().treatments().stream().flatMap(row -> Stream.ofNullable(row.pressure())))
                .max(Integer::compare)
                .orElse(null);
    }

    Stream<AlertRow> alertsOf(Set<AlertKind> kinds) {
        return alerts.stream().filter(alert -> kinds.contains(alert.kind()));
    }
}
