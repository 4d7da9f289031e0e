package io.plumbline.notes.ui.templates;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.templates.NoteTemplateDraft;
import io.plumbline.notes.templates.NoteTemplateField;
import io.plumbline.notes.ui.ExerciseFields;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** The fields of a note template, and beside them what it fills in while it is typed. */
class NoteTemplateFields extends Composite<Div> {
    private final Modalities vocabulary;
    private final RadioButtonGroup<PreparedTextScope> scope = new RadioButtonGroup<>("Owner");
    private final TextField name = new TextField("Name");
    private final Select<AppointmentType> service = new Select<>();
    private final TextArea subjective = text("In the patient's words", 2000);
    private final TextArea findings = text("Findings", 2000);
    private final CheckboxGroup<Modalities.Modality> modalities = new CheckboxGroup<>("Modalities");
    private final WholeNumber minutes = new WholeNumber(
            "Minutes", 1, NoteDraft.LONGEST, 5, true, "1 to " + NoteDraft.LONGEST + " minutes, a whole number");
    private final ExerciseFields exercises;
    private final TextArea cue = text("Movement cue taught", 300);
    private final TextArea homeCare = text("Home care", 1000);
    private final TextArea nextStep = text("Next step", 1000);
    private final NoteTemplatePreview preview;
    private boolean isShowing;

    NoteTemplateFields(Modalities vocabulary, ExerciseService library) {
        this.vocabulary = vocabulary;
        preview = new NoteTemplatePreview(vocabulary);
        exercises = new ExerciseFields(library.labelsInUse(), this::changed, true);
        choices();
        name.setMaxLength(NoteTemplateDraft.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.setValueChangeMode(ValueChangeMode.LAZY);
        subjective.setHelperText("Only what to ask: put what has to be filled in in braces in each line");
        findings.setHelperText(
                "Only what to look for, such as Tone: {where}. A note is not signed before all is filled in");
        nextStep.setHelperText("No data of patients");
        Stream.<HasValue<? extends AbstractField.ComponentValueChangeEvent<?, ?>, ?>>of(
                        name, subjective, findings, modalities, minutes.field(), cue, homeCare, nextStep)
                .forEach(field -> field.addValueChangeListener(e -> changed()));
        service.addValueChangeListener(e -> offerFor(e.getValue()));
        service.setValue(AppointmentType.MASSAGE);
        getContent().addClassName("stack-4");
        getContent()
                .add(
                        Ui.card("Template", scope, name, service),
                        Ui.card("Subjective and objective", subjective, findings),
                        Ui.card("Treatment", modalities, minutes.field(), exercises),
                        Ui.card("Plan", cue, homeCare, nextStep),
                        Ui.card("What it fills in", preview));
    }

    private void choices() {
        scope.setItems(PreparedTextScope.values());
        scope.setItemLabelGenerator(PreparedTextScope::label);
        scope.addClassName("choices");
        scope.setValue(PreparedTextScope.OWN);
        scope.setVisible(false);
        service.setLabel("Visit type");
        service.setItems(AppointmentType.treatments());
        service.setItemLabelGenerator(AppointmentType::label);
        service.setEmptySelectionAllowed(false);
        modalities.addClassName("picks");
        modalities.setItemLabelGenerator(Modalities.Modality::name);
    }

    private void offerFor(AppointmentType visit) {
        var chosen = codes();
        modalities.setItems(vocabulary.modalities().stream()
                .filter(modality -> vocabulary.isRecordedIn(modality.code(), visit))
                .toList());
        choose(chosen);
        exercises.setVisible(visit != AppointmentType.MASSAGE);
        changed();
    }

    private void choose(Set<String> codes) {
        modalities.setValue(vocabulary.modalities().stream()
                .filter(modality -> codes.contains(modality.code()))
                .filter(modality -> vocabulary.isRecordedIn(modality.code(), service.getValue()))
                .collect(Collectors.toSet()));
    }

    private Set<String> codes() {
        return modalities.getValue().stream().map(Modalities.Modality::code).collect(Collectors.toSet());
    }

    /** Lets the user choose whose a new template is. */
    void offerScope() {
        scope.setVisible(true);
    }

    void show(NoteTemplateDraft draft) {
        isShowing = true;
        name.setValue(draft.name());
        service.setValue(draft.service());
        subjective.setValue(draft.subjective());
        findings.setValue(draft.observations());
        choose(draft.modalities());
        minutes.show(draft.minutes());
        exercises.show(draft.exercises());
        cue.setValue(draft.cue());
        homeCare.setValue(draft.homeCare());
        nextStep.setValue(draft.nextStep());
        isShowing = false;
        changed();
    }

    /** Shows what a copied template fills in; the copy needs a name of its own. */
    void showCopy(NoteTemplateDraft draft) {
        show(draft);
        name.clear();
    }

    private void changed() {
        if (!isShowing) {
            try {
                preview.show(read("Preview"));
            } catch (Refused notYet) {
                preview.refuse(notYet.sentence());
            }
        }
    }

    PreparedTextScope scope() {
        return scope.getValue();
    }

    /** @throws Refused with the message for the field */
    NoteTemplateDraft read() {
        return read(name.getValue());
    }

    private NoteTemplateDraft read(String named) {
        return new NoteTemplateDraft(
                named,
                service.getValue(),
                subjective.getValue(),
                findings.getValue(),
                codes(),
                minutes.value(),
                exercises.isVisible() ? exercises.read() : List.of(),
                cue.getValue(),
                homeCare.getValue(),
                nextStep.getValue());
    }

    /** Returns all that is typed, complete or not, to compare it. */
    List<@Nullable Object> typed() {
        return List.of(
                name.getValue(),
                service.getValue(),
                subjective.getValue(),
                findings.getValue(),
                codes(),
                minutes.field().getValue(),
                exercises.read(),
                cue.getValue(),
                homeCare.getValue(),
                nextStep.getValue());
    }

    /** Marks what is missing or invalid, all at once; returns whether nothing is. */
    boolean areFilled() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(name, "Enter a name");
        var areFilled = wrong.areNone();
        if (minutes.isWrong()) {
            minutes.field().focus();
        } else if (exercises.wrong() != null) {
            exercises.focusWrong();
        }
        return areFilled && !minutes.isWrong() && exercises.wrong() == null;
    }

    /**
     * Saves what was typed. A refusal is shown at the field that it names; all that was typed stays, also where the right
     * to share templates was taken in the meantime.
     */
    void save(Attempt attempt, Runnable change) {
        attempt.at(NoteTemplateField.NAME, name)
                .at(NoteTemplateField.WORDS, subjective)
                .at(NoteTemplateField.FINDINGS, findings)
                .at(NoteTemplateField.CUE, cue)
                .at(NoteTemplateField.HOME_CARE, homeCare)
                .at(NoteTemplateField.NEXT_STEP, nextStep)
                .run(() -> {
                    try {
                        change.run();
                    } catch (AccessDeniedException noLongerShared) {
                        throw new Refused(
                                "You may no longer change templates of the clinics. Copy what you typed before you leave",
                                noLongerShared);
                    }
                });
    }

    void focus() {
        name.focus();
    }

    private static TextArea text(String label, int most) {
        var area = new TextArea(label);
        area.setMaxLength(most);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setMinRows(2);
        area.setWidthFull();
        return area;
    }
}
