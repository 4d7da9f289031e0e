package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.clinics.CombinedCare;
import io.plumbline.diagnoses.Diagnoses;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.templates.TemplateRow;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.taper.StartedCare;
import io.plumbline.taper.Taper;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a treatment plan, with a preview of its visits. */
class PlanForm extends Composite<Div> {
    private final Runnable changed;
    private final Function<PlanDraft, StartedCare> visits;
    private final TextField title = new TextField("Name of the plan");
    private final TextField reason = new TextField("Reason for care");
    private final DiagnosisField diagnoses;
    private final DatePicker startsOn = Days.field("Starts on");
    private final TemplateField template;
    private final ServiceRows services;
    private final PhaseRows phases;
    private final FactorRows factors;
    private final GoalRows goals;
    private final GoalScores scores;
    private final IntakeVocabulary vocabulary;
    private final CarriedOverRows carriedOver;
    private final VisitPreview preview;
    private boolean isShowing;

    /** What counts while the field holds something that is no day. */
    private @Nullable LocalDate lastStart;

    /** The last day of the plan as it was shown last; null before that. */
    private @Nullable LocalDate lastEnd;

    /**
     * @param rule pairs adjustments and massages at the clinic
     * @param visits expands a draft to its visits
     * @param changed called after each change by the user
     */
    PlanForm(
            List<PractitionerLabel> practitioners,
            GoalScores scores,
            PhaseDefaults defaults,
            IntakeVocabulary vocabulary,
            Diagnoses known,
            CombinedCare rule,
            Function<PlanDraft, StartedCare> visits,
            Runnable changed) {
        this.changed = changed;
        this.visits = visits;
        preview = new VisitPreview(rule);
        template = new TemplateField(this::read, this::showTyped);
        services = new ServiceRows(practitioners, this::changed);
        phases = new PhaseRows(defaults, this::changed);
        factors = new FactorRows(vocabulary, this::changed);
        this.scores = scores;
        this.vocabulary = vocabulary;
        carriedOver = new CarriedOverRows(this::changed);
        goals = new GoalRows(scores, this::changed);
        title.setMaxLength(120);
        title.setHelperText("Managers and the front desk read this name. Do not enter clinical details");
        reason.setMaxLength(200);
        List.of(title, reason).forEach(field -> {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setWidthFull();
            field.addValueChangeListener(e -> changed(field));
        });
        diagnoses = new DiagnosisField(known);
        diagnoses.addValueChangeListener(e -> changed(diagnoses));
        startsOn.addValueChangeListener(e -> {
            if (FormErrors.isRejected(startsOn)) {
                // the field says so itself
                changed();
            } else {
                changed(startsOn);
            }
        });
        getContent().addClassName("plan-form");
        getContent()
                .add(
                        Ui.card("What and why", title, reason, diagnoses, startsOn),
                        Ui.card("Goals", goals),
                        Ui.card("Contributing factors", factors),
                        Ui.card("Phases", template, services, phases, carriedOver, preview));
    }

    /** Leaves out what a revision does not change: the start, and what was before it. */
    void forRevision() {
        startsOn.setReadOnly(true);
        carriedOver.setVisible(false);
    }

    /** Offers the diagnoses of a pregnancy first. */
    void forPregnancy() {
        diagnoses.forPregnancy();
    }

    /** Offers templates with which the plan can begin. */
    void offer(List<TemplateRow> templates) {
        template.offer(templates);
    }

    private void showTyped(PlanDraft draft) {
        show(draft);
        changed.run();
    }

    private void changed(HasValidation field) {
        field.setInvalid(false);
        changed();
    }

    private void changed() {
        if (!isShowing) {
            changed.run();
            showPreview();
        }
    }

    void show(PlanDraft draft) {
        isShowing = true;
        Autosave.show(title, draft.title());
        Autosave.show(reason, draft.reasonForCare());
        if (!FormErrors.isRejected(startsOn) || !Objects.equals(lastStart, draft.startsOn())) {
            startsOn.setValue(draft.startsOn());
        }
        lastStart = draft.startsOn();
        diagnoses.show(draft.diagnoses());
        template.show(draft.template());
        services.show(draft.services());
        phases.show(draft);
        carriedOver.show(draft);
        goals.show(draft.goals());
        factors.show(draft.factors(), FactorCards.planned(draft));
        isShowing = false;
        showPreview();
    }

    PlanDraft read() {
        if (!FormErrors.isRejected(startsOn)) {
            lastStart = startsOn.getValue();
        }
        return new PlanDraft(
                title.getValue(),
                reason.getValue(),
                lastStart,
                services.read(),
                goals.read(),
                diagnoses.codes(),
                phases.read(),
                factors.read(),
                template.read(),
                carriedOver.read());
    }

    private void showPreview() {
        preview.show(() -> {
            var draft = read();
            phases.offer(draft.plannedPhases());
            carriedOver.offer(draft.services());
            factors.offer(FactorCards.planned(draft));
            var care = visits.apply(draft);
            moveGoalsTo(care.all().stream().map(Taper.Visit::on).max(LocalDate::compareTo));
            return care;
        });
    }

    /** A goal is due by the end of the plan, also where a template or another number of visits makes it shorter. */
    private void moveGoalsTo(Optional<LocalDate> end) {
        end.ifPresent(now -> {
            var before = lastEnd;
            lastEnd = now;
            if (before != null && !before.equals(now)) {
                goals.endMoved(before, now);
            }
        });
    }

    /** Returns in words which typed value is invalid and was not applied; null if all are valid. */
    @Nullable
    String wrong() {
        if (FormErrors.isRejected(startsOn)) {
            return startsOn.getLabel() + ": not a day";
        }
        return Stream.of(goals.wrong(), services.wrong(), phases.wrong(), carriedOver.wrong())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    void focusWrong() {
        if (FormErrors.isRejected(startsOn)) {
            startsOn.focus();
        } else if (goals.wrong() != null) {
            goals.focusWrong();
        } else if (services.wrong() != null) {
            services.focusWrong();
        } else if (phases.wrong() != null) {
            phases.focusWrong();
        } else {
            carriedOver.focusWrong();
        }
    }

    /** Marks what is missing before the plan can be activated; returns whether anything is. */
    boolean isIncomplete(Div messages) {
        var wrong = new FormErrors(messages);
        wrong.refuseEmpty(title, "Enter a plan name");
        wrong.refuseEmpty(reason, "Enter the reason for care");
        wrong.refuseEmpty(startsOn, "Choose a start date");
        if (goals.refuseIncomplete(wrong)) {
            messages.add(Ui.alert("Add a goal: a plan needs at least one"));
            return true;
        }
        var givers = services.refuseMissing(wrong);
        if (!givers.isEmpty()) {
            messages.add(Ui.alert("Choose " + givers));
        }
        return !wrong.areNone();
    }

    /** Says what a colleague wrote into a field. */
    String words(String field, PlanDraft draft) {
        return DraftWords.of(field, draft, scores, vocabulary);
    }
}
