package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /** A draft without content. */
    public static final NoteDraft EMPTY =
            new NoteDraft(null, null, null, null, List.of(), Set.of(), null, null, null, null, null, "", "", "");

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
     * Returns whether the patient consented, and no new finding stopped the visit before it began. An exercise session
     * has no areas and no modalities; its response shows that it took place.
     */
    boolean isAgreed(AppointmentType service) {
        var isNothingNoted =
                areas.isEmpty() && modalities.isEmpty() && (service != AppointmentType.EXERCISE || response == null);
        return consent != ConsentToday.NOT_GIVEN && !(safetyRecheck == SafetyRecheck.YES && isNothingNoted);
    }

    /**
     * Returns whether the patient was treated: not without consent, not if a new finding stopped the visit before it
     * began, and not in an adjustment visit without a modality.
     */
    boolean isTreated(AppointmentType service) {
        return isAgreed(service) && (service != AppointmentType.ADJUSTMENT || !modalities.isEmpty());
    }

    /** Returns whether the modalities include a thrust. */
    boolean hasThrust() {
        return modalities.contains(Modalities.ADJUSTMENT);
    }

    /**
     * Returns the names of the missing fields, as the screen names them; empty if the note can be signed. An exercise
     * session needs no areas and no modalities. In an adjustment visit without an adjustment,
     * {@link NoteCheck#NOT_ADJUSTED} asks for the reason.
     *
     * @param onHold whether the treatment was on hold: the note still records it truthfully, and needs a statement
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
            throw new Refused(what + ": 1 to " + most);
        }
    }
}
