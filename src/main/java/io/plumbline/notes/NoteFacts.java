package io.plumbline.notes;

import io.plumbline.intake.contraindications.StandingContraindication;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.practitioners.Discipline;
import io.plumbline.safety.contraindications.Contraindication;
import io.plumbline.safety.contraindications.Contraindication.Technique;
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
 * @param contraindications those that stand, from signed intake notes
 * @param screened whether a signed intake note has a red-flag screen of the patient
 */
record NoteFacts(
        AppointmentType service,
        NoteDraft draft,
        List<AlertRow> alerts,
        List<StandingContraindication> contraindications,
        boolean screened,
        Modalities modalities) {
    /**
     * From this value on, pressure counts as deep: above the middle of the scale. Our reading, to be confirmed by the
     * clinical lead.
     */
    private static final int DEEP_FROM = 4;

    /** Returns what the note says about deep pressure, in words; empty if nothing. */
    String deepPressure() {
        var deep =
                recordedModalities().filter(Modalities.Modality::deepPressure).map(Modalities.Modality::name);
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

    /**
     * Returns the contraindications to something that the note records. One whose alert applies is asked by the checks of
     * that alert.
     */
    Stream<StandingContraindication> contraindicated() {
        return contraindications.stream().filter(one -> {
            var rule = one.rule();
            return rule != null && isRecorded(rule.technique()) && !isAskedByAlert(one, rule);
        });
    }

    private boolean isAskedByAlert(StandingContraindication one, Contraindication rule) {
        var kind = rule.alert();
        if (kind == null) {
            return false;
        }
        return switch (kind) {
            case BLOOD_THINNERS ->
                (rule.technique() == Technique.THRUST || !deepPressure().isEmpty()) && hasAlert(kind);
            case PREGNANCY, IMPLANT -> !deepPressure().isEmpty() && hasAlert(kind);
            // an alert about another site asks nothing about this one
            case AREA ->
                alertsOf(Set.of(kind))
                        .anyMatch(alert -> alert.words().startsWith(one.answer().name()));
            default -> false;
        };
    }

    private boolean hasAlert(AlertKind kind) {
        return alertsOf(Set.of(kind)).findAny().isPresent();
    }

    private Stream<Modalities.Modality> recordedModalities() {
        return Stream.concat(
                        draft.modalities().stream(),
                        draft.details().treatments().stream().map(TreatmentRow::modality))
                .distinct()
                .flatMap(code -> modalities.find(code).stream());
    }

    private boolean isRecorded(Technique technique) {
        return switch (technique) {
            case THRUST -> draft.hasThrust();
            case MOBILISATION -> draft.hasAdjustment() && !draft.hasThrust();
            case DEEP_PRESSURE -> !deepPressure().isEmpty();
            case MASSAGE_ANY ->
                recordedModalities().anyMatch(modality -> modality.disciplines().contains(Discipline.MASSAGE_THERAPY));
            case EXERCISE_LOADED -> !draft.details().exercises().isEmpty();
        };
    }

    Stream<AlertRow> alertsOf(Set<AlertKind> kinds) {
        return alerts.stream().filter(alert -> kinds.contains(alert.kind()));
    }
}
