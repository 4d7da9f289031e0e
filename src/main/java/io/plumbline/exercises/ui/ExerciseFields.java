package io.plumbline.exercises.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.exercises.ExerciseDraft;
import io.plumbline.exercises.ExerciseGroup;
import io.plumbline.exercises.ExerciseLevel;
import io.plumbline.exercises.ExerciseStage;
import io.plumbline.exercises.ExerciseVocabulary;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.FormErrors;
import java.util.stream.Collectors;

/** The form fields of an exercise. */
class ExerciseFields extends Composite<FormLayout> {
    private final ExerciseVocabulary vocabulary;
    private final TextField name = new TextField("Name");
    // a Select cannot tell a screen reader that it is required; a combo box can
    private final ComboBox<ExerciseGroup> group = new ComboBox<>();
    private final ComboBox<ExerciseStage> stage = new ComboBox<>();
    private final Select<ExerciseLevel> level = new Select<>();
    private final MultiSelectComboBox<ExerciseVocabulary.Term> areas = new MultiSelectComboBox<>("Muscles and areas");
    private final TextArea instruction = area("Instruction", 1000);
    private final TextArea dose = area("Dose", 400);
    private final TextArea caution = area("Caution", 400);
    private final TextArea progression = area("Progression", 400);

    /** @param last additional fields at the end */
    ExerciseFields(ExerciseVocabulary vocabulary, Component... last) {
        this.vocabulary = vocabulary;
        name.setMaxLength(80);
        name.setRequiredIndicatorVisible(true);
        dose.setHelperText("Leave empty if no source gives a dose. The therapist then decides for the patient.");
        choices();
        var form = getContent();
        form.add(name, group, stage, level, areas, instruction, dose, caution, progression);
        form.add(last);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("520px", 2));
        form.setColspan(name, 2);
        form.setColspan(instruction, 2);
        form.setColspan(progression, 2);
        for (var component : last) {
            form.setColspan(component, 2);
        }
    }

    private void choices() {
        group.setLabel("Group");
        group.setItems(ExerciseGroup.values());
        group.setItemLabelGenerator(ExerciseGroup::label);
        group.setRequiredIndicatorVisible(true);
        stage.setLabel("Stage");
        stage.setItems(ExerciseStage.values());
        stage.setItemLabelGenerator(ExerciseStage::label);
        stage.setRequiredIndicatorVisible(true);
        level.setLabel("Level");
        level.setItems(ExerciseLevel.values());
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption("Not stated");
        level.setItemLabelGenerator(one -> one == null ? "Not stated" : one.label());
        areas.setItems(vocabulary.tissues());
        areas.setItemLabelGenerator(ExerciseVocabulary.Term::name);
    }

    void focus() {
        name.focus();
    }

    /** Returns whether all fields are empty. */
    boolean isEmpty() {
        return name.isEmpty()
                && group.isEmpty()
                && stage.isEmpty()
                && instruction.isEmpty()
                && dose.isEmpty()
                && caution.isEmpty()
                && progression.isEmpty();
    }

    void show(ExerciseDraft draft) {
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

    /** Shows a message at each required field that is empty. */
    void refuseMissing(FormErrors wrong) {
        wrong.refuseEmpty(name, "Enter the name");
        wrong.refuseEmpty(group, "Choose the group");
        wrong.refuseEmpty(stage, "Choose the stage");
    }

    /** Shows an error message at the name. */
    void refuseName(FormErrors wrong, String message) {
        wrong.refuse(name, true, message);
    }

    /**
     * Returns the values as a draft.
     *
     * @throws Refused if a value is missing or too long, with a message for the user
     */
    ExerciseDraft read() {
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

    private static TextArea area(String label, int most) {
        var area = new TextArea(label);
        area.setMaxLength(most);
        area.setMinRows(2);
        return area;
    }
}
