package io.plumbline.exercises.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.exercises.ExerciseVocabulary;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/** The page for an exercise that the clinic writes itself. */
@Route(Routes.NEW_EXERCISE)
@PageTitle("New exercise · Plumbline")
@RolesAllowed(Permission.EXERCISE_WRITE)
class ExerciseNewView extends Main {
    private final ExerciseService exercises;
    private final ExerciseFields fields;
    private boolean isSaved;

    ExerciseNewView(ExerciseService exercises, ExerciseVocabulary vocabulary) {
        this.exercises = exercises;
        fields = new ExerciseFields(vocabulary);
        var save = Ui.primary(Ui.once("Add exercise", this::save));
        var cancel = new Button("Cancel", e -> Ui.navigate(Routes.EXERCISES));
        Ui.page(
                this,
                "New exercise",
                "It needs sign-off by the clinic's licensed lead, like every exercise here.",
                Ui.card("Exercise", fields),
                Ui.div("cluster", save, cancel));
        var missing = exercises.notYetAdded();
        if (missing > 0) {
            Ui.pageActions(this, LibraryOffer.button(exercises, missing));
        }
        fields.focus();
        Leaving.guardPage(this, () -> !isSaved && !fields.isEmpty());
    }

    private void save() {
        var wrong = new FormErrors();
        fields.refuseMissing(wrong);
        if (!wrong.areNone()) {
            return;
        }
        Attempt.telling(refused -> fields.refuseName(wrong, refused)).run(() -> {
            var added = exercises.add(fields.read());
            isSaved = true;
            Ui.navigate(Routes.exercise(added));
        });
        wrong.areNone();
    }
}
