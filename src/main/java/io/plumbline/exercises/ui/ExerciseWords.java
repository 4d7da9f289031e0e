package io.plumbline.exercises.ui;

import io.plumbline.exercises.ExerciseDraft;
import io.plumbline.exercises.ExerciseVocabulary;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Formats the fields of an exercise version as text. */
record ExerciseWords(ExerciseVocabulary vocabulary) {
    static final String NOT_GIVEN = "Not given";

    /** Returns each field's text by its label, in the order of the screen. */
    Map<String, String> of(ExerciseDraft draft) {
        var words = new LinkedHashMap<String, String>();
        words.put("Name", draft.name());
        words.put("Group", draft.group().label());
        words.put("Stage", draft.stage().label());
        words.put("Level", draft.level() == null ? "Not stated" : draft.level().label());
        words.put("Muscles and areas", areas(draft));
        words.put("Instruction", given(draft.instruction()));
        words.put("Dose", given(draft.dose()));
        words.put("Caution", given(draft.caution()));
        words.put("Progression", given(draft.progression()));
        return words;
    }

    String areas(ExerciseDraft draft) {
        return draft.areas().isEmpty()
                ? "Not stated"
                : draft.areas().stream().map(vocabulary::areaName).collect(Collectors.joining(", "));
    }

    /** Returns the fields that differ, each with its new value. */
    String differences(ExerciseDraft before, ExerciseDraft now) {
        var was = of(before);
        return of(now).entrySet().stream()
                .filter(field -> !Objects.equals(field.getValue(), was.get(field.getKey())))
                .map(field -> field.getKey().toLowerCase(Locale.ROOT) + " is now “" + field.getValue() + "”")
                .collect(Collectors.joining("; "));
    }

    static String given(String text) {
        return text.isEmpty() ? NOT_GIVEN : text;
    }
}
