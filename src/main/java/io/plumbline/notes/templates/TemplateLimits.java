package io.plumbline.notes.templates;

import io.plumbline.notes.Modalities;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.shared.ids.ExerciseId;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the author of a note may record in its visit; a template fills in nothing else.
 *
 * @param vocabulary the names of all modalities
 * @param modalities the codes of those that the author records in this visit
 * @param exercises the exercises that are in use
 * @param isHeld whether the treatment is on hold: it is not suggested then
 */
public record TemplateLimits(Modalities vocabulary, Set<String> modalities, Set<ExerciseId> exercises, boolean isHeld) {
    public TemplateLimits {
        modalities = Set.copyOf(modalities);
        exercises = Set.copyOf(exercises);
    }

    /** Returns a copy with another hold. */
    public TemplateLimits withHeld(boolean now) {
        return new TemplateLimits(vocabulary, modalities, exercises, now);
    }

    boolean takes(ExerciseRow row) {
        return !isHeld && exercises.contains(row.exercise());
    }

    boolean takes(String modality) {
        return !isHeld && modalities.contains(modality);
    }

    /** Returns the names of what a template says of the treatment and is left out. */
    Stream<String> leftOut(NoteTemplateDraft template) {
        return Stream.of(
                        template.modalities().stream()
                                .filter(modality -> !takes(modality))
                                .map(vocabulary::nameOf),
                        template.exercises().stream().filter(row -> !takes(row)).map(ExerciseRow::name),
                        isHeld && template.minutes() != null ? Stream.of("hands-on minutes") : Stream.<String>empty())
                .flatMap(Function.identity());
    }
}
