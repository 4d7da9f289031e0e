package io.plumbline.exercises;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The content of one version of an exercise. Unknown texts are empty.
 *
 * @param level null if the source does not state one
 * @param dose empty if the source states none; the therapist sets it for the patient
 * @param areas codes of the muscles and areas it is for, in order
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
     * @throws Refused if a text is missing or too long, with a message for the user
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
