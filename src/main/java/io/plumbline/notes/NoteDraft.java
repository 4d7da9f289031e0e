package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.TextLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a session note says, complete or not.
 *
 * @param painBefore pain on the numeric rating scale before the session; likewise after it
 * @param areas what was treated
 * @param modalities codes of what was done there
 * @param pressure the pressure that was applied, 1 to 5
 * @param stopAt the pressure at which the patient wants it to stop, 1 to 5
 * @param minutes hands on, 1 to 240
 * @param safetyRule the screening rule that a new yes belongs to
 * @param statement what was done about a new finding, an open hold, or consent that was not given; at most 1,000
 *     characters
 * @param observations what was found, at most 2,000 characters
 * @param nextStep at most 1,000 characters
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
        String nextStep) {
    /** The highest pressure. */
    public static final int STRONGEST = 5;

    /** The longest session, in minutes. */
    public static final int LONGEST = 240;

    /** Nothing is noted yet. */
    public static final NoteDraft EMPTY =
            new NoteDraft(null, null, null, null, List.of(), Set.of(), null, null, null, null, null, "", "", "");

    /**
     * @throws IllegalArgumentException if a number is out of its range, or a text too long
     */
    public NoteDraft {
        observations = TextLimit.optional("The findings", observations, 2000);
        statement = TextLimit.optional("The statement", statement, 1000);
        nextStep = TextLimit.optional("The next step", nextStep, 1000);
        areas = List.copyOf(areas);
        modalities = new TreeSet<>(modalities);
        requireWithin("Pressure", pressure, STRONGEST);
        requireWithin("Stop at", stopAt, STRONGEST);
        requireWithin("Minutes", minutes, LONGEST);
    }

    /**
     * Whether the patient agreed, and no new finding stopped the visit before it began. An exercise session names no area
     * and no modality; of it the response tells that it was held.
     */
    boolean isAgreed(AppointmentType service) {
        var isNothingNoted =
                areas.isEmpty() && modalities.isEmpty() && (service != AppointmentType.EXERCISE || response == null);
        return consent != ConsentToday.NOT_GIVEN && !(safetyRecheck == SafetyRecheck.YES && isNothingNoted);
    }

    /**
     * Whether somebody was treated; not without consent, not where a new finding stopped it before it began, and not
     * where nothing was done in an adjustment visit.
     */
    boolean isTreated(AppointmentType service) {
        return isAgreed(service) && (service != AppointmentType.ADJUSTMENT || !modalities.isEmpty());
    }

    /** Whether a thrust is among what was done. */
    public boolean hasThrust() {
        return modalities.contains(Modalities.ADJUSTMENT);
    }

    /**
     * What it lacks to be signed, each as the screen names it; empty where nothing. An exercise session names no area and
     * no modality; in an adjustment visit whoever did not adjust is asked why by {@link NoteCheck#NOT_ADJUSTED}.
     *
     * @param onHold whether what was done was on hold: that is told truly, and wants a statement
     */
    List<String> missingToSign(AppointmentType service, boolean onHold) {
        var missing = new ArrayList<String>();
        requireOr(missing, safetyRecheck != null, "the safety re-check");
        requireOr(missing, safetyRecheck != SafetyRecheck.YES || safetyRule != null, "what is new");
        requireOr(missing, consent != null, "consent today");
        requireOr(
                missing,
                consent != ConsentToday.NOT_GIVEN || modalities.isEmpty(),
                "consent to what was done: without it no modality is noted");
        var isTreated = isTreated(service);
        var namesWhatWasDone = isTreated && service != AppointmentType.EXERCISE;
        requireOr(missing, !namesWhatWasDone || !areas.isEmpty(), "an area");
        requireOr(missing, !namesWhatWasDone || !modalities.isEmpty(), "a modality");
        requireOr(missing, !isTreated || response != null, "the response");
        requireOr(missing, !TextLimit.isBlank(nextStep), "the next step");
        var isToBeExplained = onHold || safetyRecheck == SafetyRecheck.YES || consent == ConsentToday.NOT_GIVEN;
        requireOr(missing, !isToBeExplained || !TextLimit.isBlank(statement), "a statement of what you did about it");
        return missing;
    }

    private static void requireOr(List<String> missing, boolean isThere, String name) {
        if (!isThere) {
            missing.add(name);
        }
    }

    private static void requireWithin(String what, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new IllegalArgumentException(what + ": 1 to " + most);
        }
    }
}
