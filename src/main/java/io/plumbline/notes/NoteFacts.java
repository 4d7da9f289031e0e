package io.plumbline.notes;

import io.plumbline.intake.contraindications.StandingContraindication;
import io.plumbline.notes.NoteReactions.OpenReaction;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.practitioners.Discipline;
import io.plumbline.safety.contraindications.Contraindication;
import io.plumbline.safety.contraindications.Contraindication.Technique;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.TreatmentRow;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.signing.CheckChoice;
import java.time.LocalDate;
import java.util.Collections;
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
 * @param safety what the record holds about the patient's safety beyond alerts, as far as the content of the note asks for it
 */
record NoteFacts(
        AppointmentType service,
        NoteDraft draft,
        List<AlertRow> alerts,
        List<StandingContraindication> contraindications,
        boolean screened,
        Modalities modalities,
        Safety safety) {
    /**
     * From this value on, pressure counts as deep: above the middle of the scale. Our reading, to be confirmed by the
     * clinical lead.
     */
    private static final int DEEP_FROM = 4;

    /** A rise of pain within a session that means something, in points from 0 to 10. Source: clinical facts §10.2. */
    private static final int HIGHER = 2;

    /**
     * What the record holds about the patient's safety.
     *
     * @param today the day at the clinic
     * @param severities the severities of an adverse reaction to choose from
     * @param isReactionRecorded whether an adverse reaction was recorded from the note
     * @param reactions the open reactions; empty unless the note records deep pressure or a thrust
     * @param flags the red flags of level R in force, by name; empty unless the note records deep pressure or a thrust
     * @param cautious the exercises of a first exercise session that belong to a later stage or have a caution, each with it
     */
    record Safety(
            LocalDate today,
            List<String> severities,
            boolean isReactionRecorded,
            List<OpenReaction> reactions,
            List<String> flags,
            List<String> cautious) {
        /** Creates what is known before anything is looked up. */
        static Safety on(LocalDate today, List<String> severities) {
            return new Safety(today, severities, false, List.of(), List.of(), List.of());
        }
    }

    /** Returns a copy with what the record holds about the patient's safety. */
    NoteFacts with(Safety now) {
        return new NoteFacts(service, draft, alerts, contraindications, screened, modalities, now);
    }

    /** Returns whether the session left the patient worse: pain higher, or the response. */
    boolean isWorse() {
        return isPainHigher() || draft.response() == Response.WORSE;
    }

    boolean isPainHigher() {
        var before = draft.painBefore();
        var after = draft.painAfter();
        return before != null && after != null && after.score() - before.score() >= HIGHER;
    }

    /** Returns how pain rose, in words; empty if it is not recorded. */
    String painRise() {
        var before = draft.painBefore();
        var after = draft.painAfter();
        return before == null || after == null ? "" : "Pain rose from " + before.score() + " to " + after.score();
    }

    /** Returns what the note says about deep pressure and thrust, in words; empty if nothing. */
    String strongWork() {
        return Stream.of(deepPressure(), draft.hasThrust() ? "an adjustment by thrust" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the choice that the pressure was lighter, where that alone takes the check away: not beside a thrust or a
     * modality that is deep by nature.
     */
    Stream<CheckChoice> lighter() {
        return isDeepByPressureAlone() && !draft.hasThrust()
                ? Stream.of(NoteChoice.lighter(this, DEEP_FROM - 1))
                : Stream.of();
    }

    /** Returns the same choice for a contraindication to deep pressure. */
    Stream<CheckChoice> lighterAgainst(StandingContraindication one) {
        var rule = one.rule();
        return rule != null && rule.technique() == Technique.DEEP_PRESSURE && isDeepByPressureAlone()
                ? Stream.of(NoteChoice.lighter(this, DEEP_FROM - 1))
                : Stream.of();
    }

    private boolean isDeepByPressureAlone() {
        return !deepPressure().isEmpty() && recordedModalities().noneMatch(Modalities.Modality::deepPressure);
    }

    /** Returns the open reactions in whose area the note records deep pressure or a thrust. */
    Stream<OpenReaction> reactionsTouched() {
        return strongWork().isEmpty()
                ? Stream.of()
                : safety.reactions().stream().filter(reaction -> isTreated(NamedRegions.in(reaction.area())));
    }

    /**
     * Returns whether one of some regions was treated; true where no regions are named, or the note does not say where it
     * treated.
     */
    boolean isTreated(Set<BodyRegion> regions) {
        var treated = treatedRegions();
        return regions.isEmpty() || treated.isEmpty() || !Collections.disjoint(regions, treated);
    }

    private Set<BodyRegion> treatedRegions() {
        return Stream.of(
                        draft.areas().stream(),
                        draft.details().treatments().stream().map(TreatmentRow::area),
                        draft.details().segments().stream()
                                .filter(SegmentRow::isAdjusted)
                                .flatMap(row -> row.segment().region().areas().stream()))
                .flatMap(some -> some)
                .collect(Collectors.toSet());
    }

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
            case PREGNANCY -> !strongWork().isEmpty() && hasAlert(kind);
            case IMPLANT ->
                hasAlert(kind)
                        && (!strongWork().isEmpty()
                                || treatedAlertsOf(kind).findAny().isEmpty());
            case OIL_ALLERGY -> hasAlert(kind);
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

    /** Returns the alerts of a kind that apply to the whole body, or to a region that was treated. */
    Stream<AlertRow> treatedAlertsOf(AlertKind kind) {
        return alertsOf(Set.of(kind)).filter(alert -> isTreated(alert.regions()));
    }

    /** Returns what deep work and thrust are asked about: alerts of the whole body always, an implant where it is treated. */
    Stream<AlertRow> alertsOfStrongWork() {
        return Stream.of(AlertKind.BLOOD_THINNERS, AlertKind.PREGNANCY, AlertKind.IMPLANT)
                .flatMap(this::treatedAlertsOf);
    }

    /** Returns the names of the massage modalities that the note records; empty if none. */
    String massages() {
        return recordedModalities()
                .filter(modality -> modality.disciplines().contains(Discipline.MASSAGE_THERAPY))
                .map(Modalities.Modality::name)
                .collect(Collectors.joining(", "));
    }

    Stream<AlertRow> alertsOf(Set<AlertKind> kinds) {
        return alerts.stream().filter(alert -> kinds.contains(alert.kind()));
    }
}
