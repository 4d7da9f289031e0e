package io.plumbline.notes.share;

import io.plumbline.notes.CarryForward;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.templates.TemplateMarks;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is counted in one note: the characters of its free texts, and of those that are as they were carried forward or
 * as a template filled them in. An emoji is one character or more, as it is made up.
 *
 * @param hasCarried whether any field is as it was carried forward, also one without words
 */
record CarriedCount(boolean hasCarried, int chars, int carriedChars, int templateChars) {
    static CarriedCount of(NoteDraft note) {
        var details = note.details();
        var texts = Map.of(
                "subjective", details.subjective(),
                "contraindications", details.contraindications(),
                "cue", details.cue(),
                "homeCare", details.homeCare(),
                "observations", note.observations(),
                "statement", note.statement(),
                "nextStep", note.nextStep());
        var carried = Set.copyOf(CarryForward.unchangedIn(note));
        var filled = TemplateMarks.unchangedIn(note).keySet();
        return new CarriedCount(
                !carried.isEmpty(),
                count(texts, field -> true),
                count(texts, carried::contains),
                // words that came back from a template after they had been carried are carried words still
                count(texts, field -> filled.contains(field) && !carried.contains(field)));
    }

    private static int count(Map<String, String> texts, Predicate<String> counted) {
        return texts.entrySet().stream()
                .filter(text -> counted.test(text.getKey()))
                .mapToInt(text ->
                        text.getValue().codePointCount(0, text.getValue().length()))
                .sum();
    }
}
