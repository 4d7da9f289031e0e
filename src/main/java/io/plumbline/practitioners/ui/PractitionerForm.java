package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.PractitionerModalities;
import io.plumbline.practitioners.PractitionerModalities.Modality;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WeekFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Form of a practitioner's profile for managers; hours at other clinics are not changed. */
class PractitionerForm extends Composite<Div> {
    private final Div summary = new Div();
    private final TextField title = new TextField("Title");
    private final TextField givenName = new TextField("Given name");
    private final TextField familyName = new TextField("Family name");
    private final CheckboxGroup<Discipline> disciplines = new CheckboxGroup<>("Disciplines");
    private final TextField languages = new TextField("Languages");
    private final MultiSelectComboBox<Modality> modalities = new MultiSelectComboBox<>("Modalities");
    private final TextArea biography = new TextArea("Biography");
    private final Map<ClinicId, WeekFields> weeks = new LinkedHashMap<>();
    private final PractitionerModalities vocabulary;
    private List<WorkingHours> elsewhere = List.of();
    private boolean isTyped;

    PractitionerForm(Collection<ClinicLabel> mine, PractitionerModalities vocabulary) {
        this.vocabulary = vocabulary;
        title.setMaxLength(20);
        title.setPlaceholder("Dr.");
        givenName.setMaxLength(80);
        familyName.setMaxLength(80);
        disciplines.setItems(Discipline.values());
        disciplines.setItemLabelGenerator(Discipline::label);
        disciplines.addClassName("choices");
        languages.setMaxLength(120);
        languages.setHelperText("Separated by commas, such as English, Spanish");
        modalities.setItems(vocabulary.modalities());
        modalities.setItemLabelGenerator(Modality::name);
        biography.setMaxLength(2000);
        biography.setMinHeight("7rem");
        biography.setHelperText("For patients to read");
        List.of(title, givenName, familyName, languages)
                .forEach(field -> field.addValueChangeListener(e -> isTyped = true));
        disciplines.addValueChangeListener(e -> isTyped = true);
        modalities.addValueChangeListener(e -> isTyped = true);
        biography.addValueChangeListener(e -> isTyped = true);
        var about = new FormLayout(title, givenName, familyName, disciplines, languages, modalities, biography);
        about.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        var hours = Ui.div("stack-5");
        for (var clinic : mine) {
            var week = new WeekFields("Off", () -> isTyped = true);
            weeks.put(clinic.id(), week);
            hours.add(Ui.card("Working hours at " + clinic.name(), week));
        }
        getContent().addClassName("stack-5");
        getContent().add(summary, Ui.div("two-stacks", Ui.card("About", about), hours));
    }

    void show(PractitionerDraft draft) {
        title.setValue(draft.title());
        givenName.setValue(draft.givenName());
        familyName.setValue(draft.familyName());
        disciplines.setValue(draft.disciplines());
        languages.setValue(String.join(", ", draft.languages()));
        modalities.setValue(vocabulary.modalities().stream()
                .filter(modality -> draft.modalities().contains(modality.code()))
                .collect(Collectors.toSet()));
        biography.setValue(draft.biography());
        weeks.forEach((clinic, week) -> week.show(draft.hours().stream()
                .filter(hours -> hours.clinic().equals(clinic))
                .map(hours -> new WeekFields.Stretch(hours.weekday(), hours.startsAt(), hours.endsAt()))
                .toList()));
        elsewhere = draft.hours().stream()
                .filter(hours -> !weeks.containsKey(hours.clinic()))
                .toList();
        isTyped = false;
    }

    /** Keeps the input as unsaved: it differs from the stored version. */
    void keepAsTyped() {
        isTyped = true;
    }

    boolean hasChanges() {
        return isTyped;
    }

    void focus() {
        givenName.focus();
    }

    /** Returns the draft; empty, with a message at every invalid field, if there is none. */
    Optional<PractitionerDraft> read() {
        var wrong = new FormErrors(summary);
        wrong.refuseEmpty(givenName, "Enter the given name");
        wrong.refuseEmpty(familyName, "Enter the family name");
        wrong.refuseEmpty(disciplines, "Choose at least one discipline");
        var hours = new ArrayList<>(elsewhere);
        weeks.forEach((clinic, week) -> week.read(wrong).stream()
                .map(stretch -> new WorkingHours(clinic, stretch.day(), stretch.from(), stretch.until()))
                .forEach(hours::add));
        if (!wrong.areNone()) {
            return Optional.empty();
        }
        return Optional.of(new PractitionerDraft(
                title.getValue(),
                givenName.getValue(),
                familyName.getValue(),
                disciplines.getValue(),
                spoken(),
                hours,
                modalities.getValue().stream().map(Modality::code).collect(Collectors.toCollection(TreeSet::new)),
                biography.getValue()));
    }

    private TreeSet<String> spoken() {
        return Arrays.stream(languages.getValue().split(","))
                .map(String::strip)
                .filter(language -> !language.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
