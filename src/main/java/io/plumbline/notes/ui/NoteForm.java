package io.plumbline.notes.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.Response;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ui.RequiredFields;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Form of a session on one page, for fast entry: tap what was done and enter the next step; reports every change. */
class NoteForm extends Composite<Div> {
    private final SafetyFields safety;
    private final RadioButtonGroup<ConsentToday> consent = new RadioButtonGroup<>("Consent today");
    private final TextArea statement = text("Statement", 1000);
    private final Scale painBefore = new Scale("Pain before", 0, Pain.WORST);
    private final Scale painAfter = new Scale("Pain after", 0, Pain.WORST);
    private final TreatedAreas areas = new TreatedAreas(this::tell);
    private final TextArea observations = text("Findings", 2000);
    private final CheckboxGroup<Modalities.Modality> modalities = new CheckboxGroup<>();
    private final Scale pressure = new Scale("Pressure", 1, NoteDraft.STRONGEST);
    private final Scale stopAt = new Scale("Pressure limit", 1, NoteDraft.STRONGEST);
    // the buttons step by five; typed values may be any number in the range
    private final WholeNumber minutesHandsOn = new WholeNumber(
            "Hands-on minutes",
            1,
            NoteDraft.LONGEST,
            5,
            true,
            "1 to " + NoteDraft.LONGEST + " minutes, a whole number");
    private final RadioButtonGroup<Response> response = new RadioButtonGroup<>("Response to treatment");
    private final TextArea nextStep = text("Next step", 1000);
    private final Modalities vocabulary;
    private final Set<String> offered;
    private final RequiredFields marks = new RequiredFields();
    private final Runnable changed;
    private boolean isShowing;

    /**
     * @param offered the modalities that the author records in this visit; recorded ones stay visible and can be
     *     removed
     * @param raised raises the flag of a new finding at once, without waiting for the signature; returns how many are
     *     new
     */
    NoteForm(
            List<Modalities.Modality> offered,
            Modalities vocabulary,
            ScreeningRules rules,
            Runnable changed,
            IntSupplier raised) {
        this.offered = offered.stream().map(Modalities.Modality::code).collect(Collectors.toSet());
        this.vocabulary = vocabulary;
        this.changed = changed;
        safety = new SafetyFields(rules, this::tell, raised);
        choices();
        marks();
        fields().forEach(field -> field.addValueChangeListener(e -> tell()));
        getContent().addClassName("note-page");
        getContent()
                .add(
                        new SoapSection("✓", "Before treatment", safety, consent, statement),
                        new SoapSection("S", "Subjective", painBefore),
                        new SoapSection(
                                "O",
                                "Objective",
                                Ui.div("chart-parts", areas.chart(), Ui.div("stack-2", areas.list(), observations))),
                        new SoapSection(
                                "T",
                                "Treatment",
                                modalities,
                                Ui.div("scales", pressure, stopAt, minutesHandsOn.field())),
                        new SoapSection("A", "Assessment", Ui.div("scales", response, painAfter)),
                        new SoapSection("P", "Plan", nextStep));
    }

    private void choices() {
        statement.setHelperText("Required after a new finding, during a hold, and without consent");
        consent.addClassName("choices");
        consent.setItems(ConsentToday.values());
        consent.setItemLabelGenerator(ConsentToday::label);
        modalities.addClassName("picks");
        modalities.setAriaLabel("Modalities");
        modalities.setItemLabelGenerator(Modalities.Modality::name);
        response.addClassName("choices");
        response.setItems(Response.values());
        response.setItemLabelGenerator(Response::label);
    }

    private void marks() {
        safety.markWith(marks);
        marks.of("consent today", consent);
        marks.of(
                "consent to what was done",
                modalities,
                () -> consent.getValue() == ConsentToday.NOT_GIVEN && !modalities.isEmpty());
        marks.of("a statement", statement);
        marks.of("an area", areas.chart().byName(), areas::isEmpty);
        marks.of("a modality", modalities);
        marks.of("the response", response);
        marks.of("the next step", nextStep);
    }

    /** Marks the fields that are missing for a signature, and focuses the first of them. */
    void markMissing(List<String> names) {
        marks.mark(names);
    }

    /** Returns the marked fields that are still missing. */
    List<String> stillMissing() {
        return marks.still();
    }

    /** Shows the flags raised from this note: the time by screening rule. */
    void showRaised(Map<String, String> times) {
        safety.showRaised(times);
    }

    private List<HasValue<? extends AbstractField.ComponentValueChangeEvent<?, ?>, ?>> fields() {
        return List.of(
                consent,
                statement,
                painBefore,
                painAfter,
                observations,
                modalities,
                pressure,
                stopAt,
                minutesHandsOn.field(),
                response,
                nextStep);
    }

    void show(NoteDraft draft) {
        isShowing = true;
        safety.show(draft.safetyRecheck(), draft.safetyRule());
        consent.setValue(draft.consent());
        statement.setValue(draft.statement());
        painBefore.setValue(score(draft.painBefore()));
        painAfter.setValue(score(draft.painAfter()));
        areas.show(draft.areas());
        observations.setValue(draft.observations());
        showModalities(draft.modalities());
        pressure.setValue(draft.pressure());
        stopAt.setValue(draft.stopAt());
        minutesHandsOn.show(draft.minutes());
        response.setValue(draft.response());
        nextStep.setValue(draft.nextStep());
        isShowing = false;
        showWhatIsAsked();
    }

    private void showModalities(Set<String> noted) {
        var shown = vocabulary.modalities().stream()
                .filter(modality -> offered.contains(modality.code()) || noted.contains(modality.code()))
                .toList();
        modalities.setItems(shown);
        modalities.setValue(shown.stream()
                .filter(modality -> noted.contains(modality.code()))
                .collect(Collectors.toSet()));
    }

    /** Returns whether the form is empty. */
    boolean isUntouched() {
        return !minutesHandsOn.isWrong() && read().equals(NoteDraft.EMPTY);
    }

    /** Returns the rule of the new finding, even if other fields are incomplete; null while none is chosen. */
    @Nullable
    String newFinding() {
        return safety.finding();
    }

    NoteDraft read() {
        return new NoteDraft(
                safety.answer(),
                newFinding(),
                consent.getValue(),
                Pain.of(painBefore.getValue()),
                areas.marked(),
                modalities.getValue().stream()
                        .filter(Objects::nonNull)
                        .map(Modalities.Modality::code)
                        .collect(Collectors.toSet()),
                pressure.getValue(),
                stopAt.getValue(),
                minutesHandsOn.value(),
                Pain.of(painAfter.getValue()),
                response.getValue(),
                observations.getValue(),
                statement.getValue(),
                nextStep.getValue());
    }

    /** Returns in words which typed value is invalid and was not applied; null if all are valid. */
    @Nullable
    String wrong() {
        return minutesHandsOn.isWrong() ? minutesHandsOn.words() : null;
    }

    void focusWrong() {
        if (minutesHandsOn.isWrong()) {
            minutesHandsOn.field().focus();
        }
    }

    private void tell() {
        if (!isShowing) {
            showWhatIsAsked();
            changed.run();
        }
    }

    private void showWhatIsAsked() {
        safety.showWhatIsAsked();
        var isTooStrong =
                pressure.getValue() != null && stopAt.getValue() != null && pressure.getValue() > stopAt.getValue();
        stopAt.setHelperText(isTooStrong ? "The pressure was above this limit" : "");
    }

    private static @Nullable Integer score(@Nullable Pain pain) {
        return pain == null ? null : pain.score();
    }

    private static TextArea text(String label, int most) {
        var area = new TextArea(label);
        area.setMaxLength(most);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setWidthFull();
        return area;
    }
}
