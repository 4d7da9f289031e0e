package io.plumbline.exercises.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import org.springframework.dao.DataIntegrityViolationException;

/** A button that adds the bundled library and then opens it. */
final class LibraryOffer {
    private LibraryOffer() {}

    /** @param count how many exercises it would add */
    static Button button(ExerciseService exercises, int count) {
        var add = Ui.once(
                "Add the exercise library (" + count + (count == 1 ? " exercise" : " exercises")
                        + ", not yet approved)",
                () -> add(exercises));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }

    private static void add(ExerciseService exercises) {
        try {
            exercises.addLibrary();
        } catch (DataIntegrityViolationException addedInTheMeantime) {
            // a colleague clicked at the same moment: show the exercises that they added
        }
        Ui.navigate(Routes.EXERCISES);
        UI.getCurrentOrThrow().refreshCurrentRoute(false);
    }
}
