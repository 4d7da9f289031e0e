package io.plumbline.exercises.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.exercises.ExerciseDetails;
import io.plumbline.exercises.ExerciseDraft;
import io.plumbline.exercises.ExerciseGroup;
import io.plumbline.exercises.ExerciseLevel;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.exercises.ExerciseStage;
import io.plumbline.exercises.ExerciseVocabulary;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;

/** Writes a new version of an exercise. Where a colleague was quicker it says so and keeps what was typed. */
class ExerciseEditor extends Composite<Section> {
    private final ExerciseService exercises;
    private final ExerciseVocabulary vocabulary;
    private final Runnable done;
    private final TextField name = new TextField("Name");
    private final Select<ExerciseGroup> group = new Select<>();
    private final Select<ExerciseStage> stage = new Select<>();
    private final Select<ExerciseLevel> level = new Select<>();
    private final MultiSelectComboBox<ExerciseVocabulary.Term> areas = new MultiSelectComboBox<>("Muscles and areas");
    private final TextArea instruction = area("Instruction", 1000);
    private final TextArea dose = area("Dose", 400);
    private final TextArea caution = area("Caution", 400);
    private final TextArea progression = area("Progression", 400);
    private final TextField reason = new TextField("Why a new version");
    private final Div messages = new Div();
    private ExerciseDetails seen;

    ExerciseEditor(ExerciseService exercises, ExerciseVocabulary vocabulary, ExerciseDetails exercise, Runnable done) {
        this.exercises = exercises;
        this.vocabulary = vocabulary;
        this.seen = exercise;
        this.done = done;
        name.setMaxLength(80);
        name.setRequiredIndicatorVisible(true);
        reason.setMaxLength(400);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("It stays with the version. The version before stays readable.");
        dose.setHelperText("Leave it empty where no source gives one: the therapist decides for the patient.");
        choices();
        show(exercise.current().draft());
        var save = Ui.once("Save as version " + (exercise.current().number() + 1), this::save);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var cancel = new Button("Cancel", e -> Leaving.ask(this::hasChanges, done));
        cancel.addClickShortcut(Key.ESCAPE).listenOn(getContent());
        var form = new FormLayout(name, group, stage, level, areas, instruction, dose, caution, progression, reason);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("520px", 2));
        form.setColspan(name, 2);
        form.setColspan(instruction, 2);
        form.setColspan(progression, 2);
        form.setColspan(reason, 2);
        getContent().addClassName("card");
        getContent().getElement().setAttribute("aria-label", "New version");
        getContent().add(messages, form, Ui.div("cluster", save, cancel));
    }

    private void choices() {
        group.setLabel("Group");
        group.setItems(ExerciseGroup.values());
        group.setItemLabelGenerator(ExerciseGroup::word);
        stage.setLabel("Stage");
        stage.setItems(ExerciseStage.values());
        stage.setItemLabelGenerator(ExerciseStage::word);
        level.setLabel("Level");
        level.setItems(ExerciseLevel.values());
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption("Not stated");
        level.setItemLabelGenerator(one -> one == null ? "Not stated" : one.word());
        areas.setItems(vocabulary.tissues());
        areas.setItemLabelGenerator(ExerciseVocabulary.Term::name);
    }

    void focus() {
        name.focus();
    }

    /** Whether something typed here is not saved. */
    boolean hasChanges() {
        try {
            return !reason.isEmpty() || !typed().equals(seen.current().draft());
        } catch (IllegalArgumentException notEvenADraft) {
            return true;
        }
    }

    private void show(ExerciseDraft draft) {
        name.setValue(draft.name());
        group.setValue(draft.group());
        stage.setValue(draft.stage());
        level.setValue(draft.level());
        instruction.setValue(draft.instruction());
        dose.setValue(draft.dose());
        caution.setValue(draft.caution());
        progression.setValue(draft.progression());
        areas.setValue(vocabulary.tissues().stream()
                .filter(term -> draft.areas().contains(term.code()))
                .collect(Collectors.toSet()));
    }

    private ExerciseDraft typed() {
        return new ExerciseDraft(
                name.getValue(),
                group.getValue(),
                stage.getValue(),
                level.getValue(),
                instruction.getValue(),
                dose.getValue(),
                caution.getValue(),
                progression.getValue(),
                areas.getValue().stream().map(ExerciseVocabulary.Term::code).collect(Collectors.toSet()));
    }

    private void save() {
        messages.removeAll();
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage("Enter the name");
        reason.setInvalid(reason.getValue().isBlank());
        reason.setErrorMessage("Say why, in a few words");
        if (name.isInvalid()) {
            name.focus();
        } else if (reason.isInvalid()) {
            reason.focus();
        } else {
            keep();
        }
    }

    private void keep() {
        try {
            exercises.revise(seen.id(), seen.version(), typed(), reason.getValue());
            done.run();
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            var now = exercises.open(seen.id()).orElse(seen);
            messages.add(Ui.alert(whatChanged(now) + " What you typed is still here; save again to keep yours."));
            seen = now;
        } catch (IllegalStateException | IllegalArgumentException refused) {
            messages.add(Ui.alert(refused.getMessage() + "."));
        }
    }

    private String whatChanged(ExerciseDetails now) {
        if (now.current().number() == seen.current().number()) {
            return "A colleague signed this exercise off, retired it or brought it back meanwhile.";
        }
        var differences = new ExerciseWords(vocabulary)
                .differences(seen.current().draft(), now.current().draft());
        return now.current().by() + " wrote version " + now.current().number() + " meanwhile: " + differences + ".";
    }

    private static TextArea area(String label, int most) {
        var area = new TextArea(label);
        area.setMaxLength(most);
        area.setMinRows(2);
        return area;
    }
}
