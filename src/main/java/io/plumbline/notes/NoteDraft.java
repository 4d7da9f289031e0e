package io.plumbline.notes;

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

    /** Whether somebody was treated; not without consent, and not where a new finding stopped it before it began. */
    public boolean isTreated() {
        var isStopped = safetyRecheck == SafetyRecheck.YES && areas.isEmpty() && modalities.isEmpty();
        return consent != ConsentToday.NOT_GIVEN && !isStopped;
    }

    /** Whether a thrust is among what was done. */
    public boolean hasThrust() {
        return modalities.contains(Modalities.ADJUSTMENT);
    }

    /**
     * What it lacks to be signed, each as the screen names it; empty where nothing.
     *
     * @param onHold whether what was done was on hold: that is told truly, and wants a statement
     */
    List<String> missingToSign(boolean onHold) {
        var missing = new ArrayList<String>();
        requireOr(missing, safetyRecheck != null, "the safety re-check");
        requireOr(missing, safetyRecheck != SafetyRecheck.YES || safetyRule != null, "what is new");
        requireOr(missing, consent != null, "consent today");
        requireOr(
                missing,
                consent != ConsentToday.NOT_GIVEN || modalities.isEmpty(),
                "consent to what was done: without it no modality is noted");
        requireOr(missing, !isTreated() || !areas.isEmpty(), "an area");
        requireOr(missing, !isTreated() || !modalities.isEmpty(), "a modality");
        requireOr(missing, !isTreated() || response != null, "the response");
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
