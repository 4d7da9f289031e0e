package io.plumbline.notes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plumbline.phrases.PhraseStops;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.TreatmentRow;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.RecordVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a session note, complete or not.
 *
 * @param painBefore pain before the session on the numeric rating scale; likewise after it
 * @param areas the treated areas
 * @param modalities codes of the modalities used there
 * @param pressure the applied pressure, 1 to 5
 * @param stopAt the pressure limit, 1 to 5
 * @param minutes hands-on minutes, 1 to 240
 * @param safetyRule the screening rule of a new finding
 * @param statement what was done about a new finding, an open hold, or missing consent; at most 1,000 characters
 * @param observations findings, at most 2,000 characters
 * @param nextStep at most 1,000 characters
 * @param details what else the note says, most of it by discipline
 */
public record NoteDraft(
        @Nullable SafetyRecheck safetyRecheck,
        @Nullable String safetyRule,
        @Nullable ConsentToday consent,
        @Nullable Pain painBefore,
        List<BodyRegion> areas,
        Set<String> modalities,
        @Nullable Integer pressure,
        @Nullable Integer stopAt,
        @Nullable Integer minutes,
        @Nullable Pain painAfter,
        @Nullable Response response,
        String observations,
        String statement,
        String nextStep,
        @JsonUnwrapped SessionDetails details) {
    /** The highest pressure. */
    public static final int STRONGEST = 5;

    /** The longest session, in minutes. */
    public static final int LONGEST = 240;

    /** A draft without content. */
    public static final NoteDraft EMPTY =
            new NoteDraft(null, null, null, null, List.of(), Set.of(), null, null, null, null, null, "", "", "");

    /** Creates a draft without details. */
    public NoteDraft(
            @Nullable SafetyRecheck safetyRecheck,
            @Nullable String safetyRule,
            @Nullable ConsentToday consent,
            @Nullable Pain painBefore,
            List<BodyRegion> areas,
            Set<String> modalities,
            @Nullable Integer pressure,
            @Nullable Integer stopAt,
            @Nullable Integer minutes,
            @Nullable Pain painAfter,
            @Nullable Response response,
            String observations,
            String statement,
            String nextStep) {
        this(
                safetyRecheck,
                safetyRule,
                consent,
                painBefore,
                areas,
                modalities,
                pressure,
                stopAt,
                minutes,
                painAfter,
                response,
                observations,
                statement,
                nextStep,
                SessionDetails.EMPTY);
    }

    /** @throws Refused if a number is out of range, or a text is too long */
    public NoteDraft {
        observations = TextLimit.optional("The findings", observations, 2000);
        statement = TextLimit.optional("The statement", statement, 1000);
        nextStep = TextLimit.optional("The next step", nextStep, 1000);
        areas = List.copyOf(areas);
        modalities = new TreeSet<>(modalities);
        requireWithin("Pressure", pressure, STRONGEST);
        requireWithin("Pressure limit", stopAt, STRONGEST);
        requireWithin("Minutes", minutes, LONGEST);
    }

    /**
     * Returns the values of the fields by name, in each form in which one may still be as it was filled in: as they are,
     * and with the exercises as they are planned, since that one was taught or done is of the day.
     */
    public List<Map<String, @Nullable Object>> filledValues() {
        return Stream.of(details, details.withExercisesPlanned())
                .distinct()
                .map(form -> RecordVersions.values(withDetails(form)))
                .toList();
    }

    /** Returns the names of the treated areas in one line; empty if none is recorded. */
    String areaLabels() {
        return areas.stream().map(BodyRegion::label).collect(Collectors.joining("; "));
    }

    /** Returns a copy with other details. */
    public NoteDraft withDetails(SessionDetails now) {
        return with(areas, modalities, pressure, stopAt, minutes, nextStep, now);
    }

    /** Returns a copy with another next step. */
    public NoteDraft withNextStep(String now) {
        return with(areas, modalities, pressure, stopAt, minutes, now, details);
    }

    /** Returns a copy with other treated areas, modalities, pressure, and minutes. */
    public NoteDraft withTreatment(
            List<BodyRegion> nowAreas,
            Set<String> nowModalities,
            @Nullable Integer nowPressure,
            @Nullable Integer nowStopAt,
            @Nullable Integer nowMinutes) {
        return with(nowAreas, nowModalities, nowPressure, nowStopAt, nowMinutes, nextStep, details);
    }

    private NoteDraft with(
            List<BodyRegion> nowAreas,
            Set<String> nowModalities,
            @Nullable Integer nowPressure,
            @Nullable Integer nowStopAt,
            @Nullable Integer nowMinutes,
            String nowNextStep,
            SessionDetails nowDetails) {
        return new NoteDraft(
                safetyRecheck,
                safetyRule,
                consent,
                painBefore,
                nowAreas,
                nowModalities,
                nowPressure,
                nowStopAt,
                nowMinutes,
                painAfter,
                response,
                observations,
                statement,
                nowNextStep,
                nowDetails);
    }

    /** Returns a copy in which no pressure is above a limit, of the session and of its single treatments. */
    NoteDraft withPressureAtMost(int most) {
        var rows = details.treatments().stream()
                .map(row -> row.pressure() == null ? row : row.withPressure(Math.min(row.pressure(), most)))
                .toList();
        return withTreatment(areas, modalities, pressure == null ? null : Math.min(pressure, most), stopAt, minutes)
                .withDetails(details.withTreatments(rows));
    }

    /**
     * Returns whether the patient consented, and no new finding stopped the visit before it began. An exercise session
     * has no areas; its exercises or its response show that it took place.
     */
    boolean isAgreed(AppointmentType service) {
        var isNothingNoted = areas.isEmpty()
                && modalities.isEmpty()
                && !details.hasAdjustment()
                && !details.hasExercise()
                && (service != AppointmentType.EXERCISE || response == null);
        return consent != ConsentToday.NOT_GIVEN && !(safetyRecheck == SafetyRecheck.YES && isNothingNoted);
    }

    /**
     * Returns whether the patient was treated: not without consent, not if a new finding stopped the visit before it
     * began, and not in an adjustment visit without an adjusted segment or a modality.
     */
    boolean isTreated(AppointmentType service) {
        return isAgreed(service)
                && (service != AppointmentType.ADJUSTMENT || details.hasAdjustment() || !modalities.isEmpty());
    }

    /** Returns the screening rule of the new finding; empty if the safety re-check found nothing new, or does not say what. */
    Optional<String> found() {
        return safetyRecheck == SafetyRecheck.YES ? Optional.ofNullable(safetyRule) : Optional.empty();
    }

    /** Returns whether a segment was adjusted, or an adjustment is named among the modalities, as before segments were. */
    boolean hasAdjustment() {
        return details.hasAdjustment() || modalities.contains(Modalities.ADJUSTMENT);
    }

    /** Returns whether the treatment includes a thrust. */
    boolean hasThrust() {
        return details.hasThrust() || modalities.contains(Modalities.ADJUSTMENT);
    }

    /**
     * Returns the names of the missing fields, as the screen names them; empty if the note can be signed. An exercise
     * session needs an exercise or a modality, and no areas. An adjustment visit needs areas only if it has
     * soft-tissue work and no adjusted segment; without an adjustment, {@link NoteCheck#NOT_ADJUSTED} asks for the reason.
     *
     * @param onHold whether the treatment was on hold: the note still records it truthfully, and needs a statement
     */
    public List<String> missingToSign(AppointmentType service, boolean onHold) {
        var missing = new ArrayList<String>();
        requireOr(missing, safetyRecheck != null, "the safety re-check");
        requireOr(missing, safetyRecheck != SafetyRecheck.YES || safetyRule != null, "what is new");
        requireOr(missing, consent != null, "consent today");
        requireOr(
                missing,
                consent != ConsentToday.NOT_GIVEN || isNothingDone(),
                "consent to what was done: without it no treatment is noted");
        var isTreated = isTreated(service);
        missing.addAll(details.missingToSign());
        requireOr(
                missing,
                details.treatments().stream().allMatch(this::isChosen),
                "the area and the modality of each row by area");
        requireOr(
                missing,
                !isTreated
                        || service != AppointmentType.EXERCISE
                        || !isNothingDone()
                        || !details.exercises().isEmpty(),
                "an exercise that was taught or done");
        requireOr(missing, !isTreated || !namesAreas(service) || !areas.isEmpty(), "an area");
        requireOr(missing, !isTreated || service != AppointmentType.MASSAGE || !modalities.isEmpty(), "a modality");
        requireOr(missing, !isTreated || response != null, "the response");
        requireOr(missing, !TextLimit.isBlank(nextStep), "the next step");
        var isToBeExplained = onHold || safetyRecheck == SafetyRecheck.YES || consent == ConsentToday.NOT_GIVEN;
        var unfilled = unfilledStops();
        requireOr(missing, unfilled.isEmpty(), "what stands in braces: " + String.join(", ", unfilled));
        requireOr(missing, !isToBeExplained || !TextLimit.isBlank(statement), "a statement of what you did about it");
        return missing;
    }

    /** Returns the stops of phrases that nobody filled in, each once, with their braces. */
    private List<String> unfilledStops() {
        return Stream.of(details.subjective(), observations, statement, details.cue(), details.homeCare(), nextStep)
                .flatMap(text -> PhraseStops.unfilled(text).stream())
                .distinct()
                .toList();
    }

    /** Returns whether no treatment and no exercise is recorded. */
    public boolean isNothingDone() {
        return modalities.isEmpty()
                && !details.hasAdjustment()
                && !details.hasExercise()
                && details.treatments().isEmpty();
    }

    boolean isChosen(TreatmentRow row) {
        return areas.contains(row.area()) && modalities.contains(row.modality());
    }

    private boolean namesAreas(AppointmentType service) {
        return service == AppointmentType.MASSAGE
                || service == AppointmentType.ADJUSTMENT && !modalities.isEmpty() && !details.hasAdjustment();
    }

    private static void requireOr(List<String> missing, boolean isThere, String name) {
        if (!isThere) {
            missing.add(name);
        }
    }

    private static void requireWithin(String what, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new Refused(what + ": 1 to " + most);
        }
    }
}
