package io.plumbline.intake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.RecordVersions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The content of an intake note, complete or not.
 *
 * @param complaint the patient's complaint, at most 2,000 characters
 * @param onset since when, at most 400 characters
 * @param painNow current pain on the numeric rating scale; worst and average are those of the past seven days
 * @param factors codes of contributing factors
 * @param limitations at most five
 * @param screen answers of the red-flag screen by rule id; a question without an entry was not asked
 * @param consented whether the patient agreed to examination and treatment
 * @param more what else the note says; omitted from the hashed text where it is empty
 */
public record IntakeDraft(
        String complaint,
        String onset,
        @Nullable Pain painNow,
        @Nullable Pain painWorst,
        @Nullable Pain painAverage,
        List<MarkedArea> areas,
        Set<String> factors,
        List<Limitation> limitations,
        Map<String, ScreeningAnswer> screen,
        boolean consented,
        @Nullable IntakeOutcome outcome,
        @JsonUnwrapped IntakeMore more) {
    /** The maximum length of the words that say since when, in characters. */
    public static final int LONGEST_ONSET = 400;

    /** @throws Refused if a text is too long */
    public IntakeDraft {
        complaint = TextLimit.optional("The complaint", complaint, 2000);
        onset = TextLimit.optional("Since when", onset, LONGEST_ONSET);
        areas = List.copyOf(areas);
        factors = new TreeSet<>(factors);
        limitations = List.copyOf(limitations);
        screen = new TreeMap<>(screen);
        screen.values().removeIf(answer -> answer == ScreeningAnswer.NOT_ASKED);
    }

    /** Returns a copy that says something else beside. */
    public IntakeDraft with(IntakeMore now) {
        return RecordVersions.with(this, "more", now);
    }

    /** Returns a copy with another outcome; null for none. */
    public IntakeDraft withOutcome(@Nullable IntakeOutcome other) {
        return RecordVersions.with(this, "outcome", other);
    }

    /** Returns what the next examination begins with: what was told before, and nothing that is found or asked again. */
    IntakeDraft toExamineAgain(String now) {
        var told = more.with(more.history(), Collections.emptySortedMap(), IntakeExamination.EMPTY)
                .withForms(List.of())
                .withConsentText(null);
        var unrated = limitations.stream()
                .map(limitation -> new Limitation(limitation.activity(), null))
                .toList();
        return new IntakeDraft(now, onset, null, null, null, List.of(), factors, unrated, Map.of(), false, null, told);
    }

    /** Returns a draft that has only the complaint. */
    public static IntakeDraft of(String complaint) {
        return told(complaint, "", Map.of());
    }

    /** Returns a draft with what the patient reported before the first visit. */
    public static IntakeDraft told(String complaint, String onset, Map<String, ScreeningAnswer> screen) {
        var none = IntakeMore.EMPTY;
        return new IntakeDraft(
                complaint, onset, null, null, null, List.of(), Set.of(), List.of(), screen, false, null, none);
    }
}
