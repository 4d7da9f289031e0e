package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.notes.NoteDraft;
import io.plumbline.shared.ui.RequiredFields;
import io.plumbline.shared.ui.WholeNumber;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an exercise session: exercises with their doses, other modalities, minutes. */
class ExerciseTreatment implements DisciplineFields {
    private final ExerciseFields exercises;
    private final ModalityPicks modalities;
    // what the form showed before there were notes by discipline
    private NoteDraft shown = NoteDraft.EMPTY;
    private final WholeNumber minutes = SoftTissueFields.minutes("Minutes");

    ExerciseTreatment(NoteOffer offer, Runnable changed) {
        exercises = new ExerciseFields(offer.library(), changed);
        modalities = new ModalityPicks("Other modalities", offer, changed);
        minutes.field().addClassName("label-beside");
        minutes.field().addValueChangeListener(e -> changed.run());
    }

    @Override
    public List<Component> objective(Component findings) {
        return List.of(findings);
    }

    @Override
    public List<Component> treatment() {
        return List.of(exercises, modalities.group(), modalities.reasons(), minutes.field());
    }

    @Override
    public void show(NoteDraft draft) {
        shown = draft;
        exercises.show(draft.details().exercises());
        modalities.show(draft.modalities());
        minutes.show(draft.minutes());
    }

    @Override
    public NoteDraft into(NoteDraft draft) {
        return draft.withTreatment(
                        shown.areas(), modalities.chosen(), shown.pressure(), shown.stopAt(), minutes.value())
                .withDetails(draft.details().withExercises(exercises.read()));
    }

    @Override
    public void showCarried(Collection<String> fields) {
        exercises.setClassName("carried", fields.contains("exercises"));
        modalities.group().setClassName("carried", fields.contains("modalities"));
        minutes.field().setClassName("carried", fields.contains("minutes"));
    }

    @Override
    public void markWith(RequiredFields marks) {
        exercises.markWith(marks);
    }

    @Override
    public @Nullable String wrong() {
        return minutes.isWrong() ? minutes.words() : exercises.wrong();
    }

    @Override
    public void focusWrong() {
        if (minutes.isWrong()) {
            minutes.field().focus();
        } else {
            exercises.focusWrong();
        }
    }
}
