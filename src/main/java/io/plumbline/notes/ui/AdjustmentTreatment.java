package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.notes.NoteDraft;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.RequiredFields;
import io.plumbline.shared.ui.Ui;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of an adjustment visit: segments of the spine; soft-tissue work and exercises folded below them. */
class AdjustmentTreatment implements DisciplineFields {
    private final SegmentFields segments;
    private final TextArea contraindications = NoteText.of("Contraindications checked or seen", 500);
    private final SoftTissueFields softTissue;
    private final ExerciseFields exercises;
    private final Details softTissueFold;
    private final Details exerciseFold;

    AdjustmentTreatment(NoteOffer offer, Runnable changed) {
        segments = new SegmentFields(changed);
        softTissue = new SoftTissueFields(offer, changed);
        exercises = new ExerciseFields(offer.library(), changed);
        contraindications.addValueChangeListener(e -> changed.run());
        var soft = Ui.div("stack-3");
        soft.add(softTissue.areas());
        soft.add(softTissue.treatment());
        softTissueFold = new Details("Soft-tissue work", soft);
        exerciseFold = new Details("Exercises", exercises);
    }

    @Override
    public List<Component> objective(Component findings) {
        return List.of(segments.with(findings));
    }

    @Override
    public List<Component> treatment() {
        return List.of(contraindications, softTissueFold, exerciseFold);
    }

    @Override
    public void show(NoteDraft draft) {
        segments.show(draft.details().segments());
        Autosave.show(contraindications, draft.details().contraindications());
        softTissue.show(draft);
        exercises.show(draft.details().exercises());
        openIf(softTissueFold, !softTissue.isEmpty());
        openIf(exerciseFold, !draft.details().exercises().isEmpty());
    }

    /** Opens what holds something; never closes what the author opened. */
    private static void openIf(Details fold, boolean isFilled) {
        if (isFilled) {
            fold.setOpened(true);
        }
    }

    @Override
    public NoteDraft into(NoteDraft draft) {
        var now = softTissue.into(draft);
        return now.withDetails(now.details()
                .withSegments(segments.read(), contraindications.getValue())
                .withExercises(exercises.read()));
    }

    @Override
    public void take() {
        segments.take();
    }

    @Override
    public void showWhatIsAsked() {
        softTissue.showWhatIsAsked();
    }

    @Override
    public void showCarried(Collection<String> fields) {
        segments.showCarried(fields.contains("segments"));
        softTissue.showCarried(fields);
        exercises.setClassName("carried", fields.contains("exercises"));
    }

    @Override
    public void markWith(RequiredFields marks) {
        segments.markWith(marks);
        softTissue.markWith(marks);
        exercises.markRowsWith(marks);
    }

    @Override
    public @Nullable String wrong() {
        return Stream.of(segments.wrong(), softTissue.wrong(), exercises.wrong())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void focusWrong() {
        if (segments.wrong() != null) {
            segments.focusWrong();
        } else if (softTissue.wrong() != null) {
            softTissueFold.setOpened(true);
            softTissue.focusWrong();
        } else if (exercises.wrong() != null) {
            exerciseFold.setOpened(true);
            exercises.focusWrong();
        }
    }
}
