package io.plumbline.exercises.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import org.springframework.dao.DataIntegrityViolationException;

/** Adds the library that comes with the portal, and leads to it. */
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
        } catch (DataIntegrityViolationException addedMeanwhile) {
            // a colleague pressed it at the same moment: the list shows theirs
        }
        UI.getCurrentOrThrow().navigate(Places.EXERCISES);
        UI.getCurrentOrThrow().refreshCurrentRoute(false);
    }
}
