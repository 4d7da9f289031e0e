package io.plumbline.exercises;

import io.plumbline.shared.TextLimit;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an exercise says. A text that is not known is empty.
 *
 * @param level null where the source does not say
 * @param dose empty where the source gives none: the therapist fills it in for the patient
 * @param areas codes of the muscles and areas that it is for, in order
 */
public record ExerciseDraft(
        String name,
        ExerciseGroup group,
        ExerciseStage stage,
        @Nullable ExerciseLevel level,
        String instruction,
        String dose,
        String caution,
        String progression,
        Set<String> areas) {
    /**
     * @throws IllegalArgumentException if a text is missing or too long, in words for who typed it
     */
    public ExerciseDraft {
        name = TextLimit.required("The name", name, 80);
        instruction = TextLimit.optional("The instruction", instruction, 1000);
        dose = TextLimit.optional("The dose", dose, 400);
        caution = TextLimit.optional("The caution", caution, 400);
        progression = TextLimit.optional("The progression", progression, 400);
        areas = Collections.unmodifiableSet(new TreeSet<>(areas));
    }
}
