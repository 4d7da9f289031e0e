package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeScope;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Form of an intake note; reports every change. */
class IntakeForm extends Composite<Div> {
    private final TextArea complaint = text("Complaint", 2000);
    private final TextArea onset = text("Since when and how it began", 400);
    private final Scale painNow = new Scale("Pain now", 0, Pain.WORST);
    private final Scale painWorst = new Scale("Worst in the past 7 days", 0, Pain.WORST);
    private final Scale painAverage = new Scale("Average in the past 7 days", 0, Pain.WORST);
    private final AreaFields areas;
    private final CheckboxGroup<IntakeVocabulary.Term> factors = new CheckboxGroup<>();
    private final LimitationFields limitations;
    private final ScreenFields screen;
    private final Checkbox consented = new Checkbox("The patient consents to examination and treatment");
    private final RadioButtonGroup<IntakeOutcome> outcome = new RadioButtonGroup<>("Outcome");
    private final IntakeVocabulary vocabulary;
    private final Runnable changed;
    private boolean isShowing;

    IntakeForm(IntakeVocabulary vocabulary, ScreeningRules rules, Runnable changed, IntSupplier raise) {
        this.vocabulary = vocabulary;
        this.changed = changed;
        areas = new AreaFields(this::tell);
        limitations = new LimitationFields(vocabulary.limitations(), this::tell);
        screen = new ScreenFields(rules, this::tell, raise);
        factors.addClassName("picks");
        factors.setAriaLabel("Contributing factors");
        factors.setItems(vocabulary.choices(Set.of()));
        factors.setItemLabelGenerator(IntakeVocabulary.Term::name);
        outcome.addClassName("choices");
        outcome.setItems(IntakeScope.outcomes());
        if (!IntakeScope.mayConclude()) {
            outcome.setHelperText("Where a red flag of level E, U or R was found, a chiropractor decides.");
        }
        outcome.setItemLabelGenerator(IntakeOutcome::label);
        List.of(complaint, onset).forEach(field -> field.addValueChangeListener(e -> tell()));
        List.of(painNow, painWorst, painAverage).forEach(scale -> scale.addValueChangeListener(e -> tell()));
        factors.addValueChangeListener(e -> tell());
        consented.addValueChangeListener(e -> tell());
        outcome.addValueChangeListener(e -> tell());
        getContent().addClassName("stack-5");
        getContent()
                .add(
                        Ui.card("Complaint", complaint, onset, Ui.div("scales", painNow, painWorst, painAverage)),
                        Ui.card("Areas of the body", areas),
                        Ui.card("Contributing factors", factors),
                        Ui.card("Functional limitations", limitations),
                        Ui.card("Red-flag screen", screen),
                        Ui.card("Consent and outcome", consented, outcome));
    }

    void show(IntakeDraft draft) {
        isShowing = true;
        Autosave.show(complaint, draft.complaint());
        Autosave.show(onset, draft.onset());
        painNow.setValue(score(draft.painNow()));
        painWorst.setValue(score(draft.painWorst()));
        painAverage.setValue(score(draft.painAverage()));
        areas.show(draft.areas());
        factors.setItems(vocabulary.choices(draft.factors()));
        factors.setValue(draft.factors().stream().map(vocabulary::factor).collect(Collectors.toSet()));
        limitations.show(draft.limitations());
        screen.show(draft.screen());
        consented.setValue(draft.consented());
        outcome.setItems(Stream.concat(IntakeScope.outcomes().stream(), Stream.ofNullable(draft.outcome()))
                .distinct()
                .toList());
        outcome.setValue(draft.outcome());
        isShowing = false;
    }

    IntakeDraft read() {
        return new IntakeDraft(
                complaint.getValue(),
                onset.getValue(),
                Pain.of(painNow.getValue()),
                Pain.of(painWorst.getValue()),
                Pain.of(painAverage.getValue()),
                areas.read(),
                factors.getValue().stream()
                        .filter(Objects::nonNull)
                        .map(IntakeVocabulary.Term::code)
                        .collect(Collectors.toSet()),
                limitations.read(),
                screen.read(),
                consented.getValue(),
                outcome.getValue());
    }

    /** Returns the answers given so far, even if other fields are incomplete. */
    Map<String, ScreeningAnswer> screen() {
        return screen.read();
    }

    private void tell() {
        if (!isShowing) {
            changed.run();
        }
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
