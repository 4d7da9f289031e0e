package io.plumbline.exercises.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.exercises.ExerciseDetails;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.exercises.ExerciseVocabulary;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;

/**
 * The editor for a new version of an exercise. After a conflict with a colleague's change, it shows a message and keeps
 * the user's input.
 */
class ExerciseEditor extends Composite<Section> {
    private final ExerciseService exercises;
    private final ExerciseVocabulary vocabulary;
    private final Runnable done;
    private final ExerciseFields fields;
    private final TextField reason = new TextField("Reason for the new version");
    private final Div messages = new Div();
    private ExerciseDetails seen;

    ExerciseEditor(ExerciseService exercises, ExerciseVocabulary vocabulary, ExerciseDetails exercise, Runnable done) {
        this.exercises = exercises;
        this.vocabulary = vocabulary;
        this.seen = exercise;
        this.done = done;
        reason.setMaxLength(400);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("Saved with the version. Earlier versions stay readable.");
        fields = new ExerciseFields(vocabulary, reason);
        fields.show(exercise.current().draft());
        var save = Ui.primary(Ui.once("Save as version " + (exercise.current().number() + 1), this::save));
        var cancel = new Button("Cancel", e -> Leaving.ask(this::hasChanges, done));
        cancel.addClickShortcut(Key.ESCAPE).listenOn(getContent());
        getContent().addClassName("card");
        getContent().getElement().setAttribute("aria-label", "New version");
        getContent().add(messages, fields, Ui.div("cluster", save, cancel));
    }

    void focus() {
        fields.focus();
    }

    /** Returns whether there are unsaved changes. */
    boolean hasChanges() {
        try {
            return !reason.isEmpty() || !fields.read().equals(seen.current().draft());
        } catch (Refused notEvenADraft) {
            return true;
        }
    }

    private void save() {
        messages.removeAll();
        var wrong = new FormErrors();
        fields.refuseMissing(wrong);
        wrong.refuseNoReason(reason, "Say why, in a few words");
        if (wrong.areNone()) {
            keep();
        }
    }

    private void keep() {
        Attempt.telling(refused -> messages.add(Ui.alert(refused + ".")))
                .ifChanged(() -> {
                    var now = exercises.open(seen.id()).orElse(seen);
                    messages.add(Ui.alert(
                            whatChanged(now) + " What you typed is still here; save again to keep your changes."));
                    seen = now;
                })
                .run(() -> {
                    exercises.revise(seen.id(), seen.version(), fields.read(), reason.getValue());
                    done.run();
                });
    }

    private String whatChanged(ExerciseDetails now) {
        if (now.current().number() == seen.current().number()) {
            return "A colleague signed off, retired or restored this exercise in the meantime.";
        }
        var differences = new ExerciseWords(vocabulary)
                .differences(seen.current().draft(), now.current().draft());
        return now.current().by() + " wrote version " + now.current().number() + " in the meantime: " + differences
                + ".";
    }
}
