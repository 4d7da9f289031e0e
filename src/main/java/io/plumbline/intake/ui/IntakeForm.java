package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.forms.PublishedForm;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeMore.AgreedText;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeScope;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.intake.progress.IntakePart;
import io.plumbline.intake.progress.IntakeProgress;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Form of an intake note in the order of a first visit; reports every change. */
class IntakeForm extends Composite<Div> {
    private final TextArea complaint = text("Complaint", 2000);
    private final TextArea onset = text("Since when", 400);
    private final TextArea mechanism = text("How it happened", IntakeMore.MOST);
    private final Scale painNow = new Scale("Pain now", 0, Pain.WORST);
    private final Scale painWorst = new Scale("Worst in the past 7 days", 0, Pain.WORST);
    private final Scale painAverage = new Scale("Average in the past 7 days", 0, Pain.WORST);
    private final AreaFields areas;
    private final FactorFields factors;
    private final LimitationFields limitations;
    private final HistoryFields history;
    private final LifeFields life;
    private final AlignmentFields alignment;
    private final ExaminationFields examination;
    private final ScreenFields screen;
    private final ContraindicationFields contraindications;
    private final Checkbox consented = new Checkbox("The patient consents to examination and treatment");
    private final RadioButtonGroup<IntakeOutcome> outcome = new RadioButtonGroup<>("Outcome");
    private final FormSections forms;
    private final List<IntakeSection> sections;
    private final IntakeContents contents;
    private final ScreeningRules rules;
    private final Runnable changed;
    private @Nullable AgreedText agreed;
    private boolean isShowing;

    /**
     * @param own the clinics' own questions, which come after the others
     * @param consent what is shown beside the consent, and the text that is agreed to with it
     */
    IntakeForm(
            IntakeVocabulary vocabulary,
            ContraindicationsAsked asked,
            List<PublishedForm> own,
            ConsentOnRecord.Shown consent,
            Runnable changed,
            IntSupplier raise) {
        rules = asked.screening();
        this.changed = changed;
        areas = new AreaFields(this::tell);
        factors = new FactorFields(vocabulary, this::tell);
        limitations = new LimitationFields(vocabulary.limitations(), this::tell);
        history = new HistoryFields(asked.today(), this::tell);
        life = new LifeFields(this::tell);
        alignment = new AlignmentFields(this::tell);
        examination = new ExaminationFields(this::tell);
        screen = new ScreenFields(rules, this::tell, raise);
        contraindications = new ContraindicationFields(asked, this::tell);
        forms = new FormSections(own, this::tell);
        outcome.addClassName("choices");
        outcome.setItems(IntakeScope.outcomes());
        if (!IntakeScope.mayConclude()) {
            outcome.setHelperText("Where a red flag of level E, U or R was found, a chiropractor decides.");
        }
        outcome.setItemLabelGenerator(IntakeOutcome::label);
        List.of(complaint, onset, mechanism).forEach(field -> field.addValueChangeListener(e -> tell()));
        List.of(painNow, painWorst, painAverage).forEach(scale -> scale.addValueChangeListener(e -> tell()));
        consented.addValueChangeListener(e -> {
            if (!isShowing) {
                agreed = e.getValue() ? consent.text() : null;
                showAgreed();
            }
            tell();
        });
        outcome.addValueChangeListener(e -> tell());
        sections = List.of(
                new IntakeSection(
                        IntakePart.COMPLAINT,
                        complaint,
                        onset,
                        mechanism,
                        Ui.div("scales", painNow, painWorst, painAverage)),
                new IntakeSection(IntakePart.AREAS, areas),
                new IntakeSection(IntakePart.FACTORS, factors),
                new IntakeSection(IntakePart.LIMITATIONS, limitations),
                new IntakeSection(IntakePart.HISTORY, history),
                new IntakeSection(IntakePart.DAILY_LIFE, life),
                new IntakeSection(IntakePart.ALIGNMENT, alignment),
                new IntakeSection(IntakePart.EXAMINATION, examination),
                new IntakeSection(IntakePart.SCREEN, screen),
                new IntakeSection(IntakePart.CONTRAINDICATIONS, contraindications),
                new IntakeSection(IntakePart.OUTCOME, consent.part(), consented, outcome));
        var all = Stream.concat(sections.stream(), forms.sections().stream()).toList();
        contents = new IntakeContents(all);
        var form = Ui.div("stack-5");
        all.forEach(form::add);
        getContent().addClassName("with-contents");
        getContent().add(contents, form);
    }

    void show(IntakeDraft draft) {
        isShowing = true;
        Autosave.show(complaint, draft.complaint());
        Autosave.show(onset, draft.onset());
        Autosave.show(mechanism, draft.more().mechanism());
        painNow.setValue(score(draft.painNow()));
        painWorst.setValue(score(draft.painWorst()));
        painAverage.setValue(score(draft.painAverage()));
        areas.show(draft.areas());
        factors.show(draft);
        limitations.show(draft.limitations());
        history.show(draft.more().history());
        life.show(draft.more());
        alignment.show(draft.more().examination());
        examination.show(draft.more().examination());
        screen.show(draft.screen());
        contraindications.show(draft);
        forms.show(draft.more().forms());
        agreed = draft.more().consentText();
        consented.setValue(draft.consented());
        showAgreed();
        outcome.setItems(Stream.concat(IntakeScope.outcomes().stream(), Stream.ofNullable(draft.outcome()))
                .distinct()
                .toList());
        outcome.setValue(draft.outcome());
        isShowing = false;
        showProgress();
    }

    /** The text beside the box may be a newer version than the one that was agreed to. */
    private void showAgreed() {
        consented.setHelperText(agreed == null ? "" : "Agreed to " + agreed.words());
    }

    IntakeDraft read() {
        return new IntakeDraft(
                complaint.getValue(),
                onset.getValue(),
                Pain.of(painNow.getValue()),
                Pain.of(painWorst.getValue()),
                Pain.of(painAverage.getValue()),
                areas.read(),
                factors.read(),
                limitations.read(),
                screen.read(),
                consented.getValue(),
                outcome.getValue(),
                life.read(mechanism.getValue(), factors.details())
                        .with(
                                history.read(),
                                contraindications.read(),
                                alignment.read(examination.motions(), examination.tests()))
                        .withForms(forms.read())
                        .withConsentText(consented.getValue() ? agreed : null));
    }

    /** Returns which field has invalid input, as text; null if there is none. */
    @Nullable
    String wrong() {
        return Stream.of(history.wrong(), alignment.wrong(), examination.wrong(), forms.wrong())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the answers given so far, even if other fields are incomplete. */
    Map<String, ScreeningAnswer> screen() {
        return screen.read();
    }

    private void tell() {
        if (!isShowing) {
            showProgress();
            changed.run();
        }
    }

    private void showProgress() {
        try {
            contraindications.propose(read());
            var draft = read();
            for (var section : sections) {
                var progress = section.part() == IntakePart.CONTRAINDICATIONS
                        ? contraindications.progress()
                        : IntakeProgress.of(Objects.requireNonNull(section.part()), draft, rules);
                section.show(progress);
                contents.show(section, progress);
            }
            forms.showProgress(contents);
        } catch (Refused invalid) {
            // saving says what is wrong
        }
    }

    private static @Nullable Integer score(@Nullable Pain pain) {
        return pain == null ? null : pain.score();
    }

    static TextArea text(String label, int most) {
        var area = new TextArea(label);
        area.setMaxLength(most);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setWidthFull();
        return area;
    }
}
