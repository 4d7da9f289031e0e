package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Editor of a treatment plan for the chiropractor: previews the visits, autosaves every change, and activates the plan.
 */
class PlanEditor extends Composite<Div> implements BeforeLeaveObserver, Autosave.Store<PlanDraft> {
    private final PlanService plans;
    private final PlanDetails plan;
    private final TextField title = new TextField("Name of the plan");
    private final TextField reason = new TextField("Reason for care");
    private final DiagnosisField diagnoses;
    private final DatePicker startsOn = Days.field("Starts on");
    private final ServiceRows services;
    private final PhaseRows phases;
    private final GoalRows goals;
    private final GoalScores scores;
    private final Checkbox agreed = new Checkbox("The patient agrees to this plan");
    private final VisitPreview preview = new VisitPreview();
    private final Div messages = new Div();
    private final Autosave<PlanDraft> autosave;
    private boolean isShowing;

    /** What counts while the field holds something that is no day. */
    private @Nullable LocalDate lastStart;

    PlanEditor(
            PlanService plans,
            PlanDetails plan,
            PlanDraft draft,
            List<PractitionerLabel> practitioners,
            GoalScores scores,
            PhaseDefaults defaults,
            Div head,
            Clock clock,
            ZoneId zone) {
        this.plans = plans;
        this.plan = plan;
        services = new ServiceRows(practitioners, this::changed);
        phases = new PhaseRows(defaults, this::changed);
        this.scores = scores;
        goals = new GoalRows(scores, this::changed);
        title.setMaxLength(120);
        title.setHelperText("Managers and the front desk read this name. Do not enter clinical details");
        reason.setMaxLength(200);
        List.of(title, reason).forEach(field -> {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setWidthFull();
            field.addValueChangeListener(e -> changed(field));
        });
        diagnoses = new DiagnosisField(plans.diagnoses());
        diagnoses.addValueChangeListener(e -> changed(diagnoses));
        startsOn.addValueChangeListener(e -> {
            if (FormErrors.isRejected(startsOn)) {
                // the field says so itself
                changed();
            } else {
                changed(startsOn);
            }
        });
        agreed.addValueChangeListener(e -> changed(agreed));
        show(draft);
        autosave = new Autosave<>(
                this, new Autosave.Kept<>(plan.version(), draft, "A colleague"), this::read, this::show, clock, zone);
        var activate = new Button("Activate", e -> activate());
        activate.addThemeVariants(ButtonVariant.PRIMARY);
        head.add(Ui.div(
                "cluster",
                autosave,
                activate,
                new MoveButtons(plans, plan.id(), plan.status(), autosave::version, this::showChanged)));
        getContent().addClassNames("page", "wide");
        getContent()
                .add(
                        Ui.div("stays", head, autosave.messages(), messages),
                        Ui.card("What and why", title, reason, diagnoses, startsOn),
                        Ui.card("Goals", goals),
                        Ui.card("Phases", services, phases, preview),
                        Ui.card("Agreement", agreed));
    }

    private void changed(HasValidation field) {
        field.setInvalid(false);
        changed();
    }

    private void changed() {
        if (!isShowing) {
            autosave.save();
            showPreview();
        }
    }

    private void show(PlanDraft draft) {
        isShowing = true;
        title.setValue(draft.title());
        reason.setValue(draft.reasonForCare());
        if (!FormErrors.isRejected(startsOn) || !Objects.equals(lastStart, draft.startsOn())) {
            startsOn.setValue(draft.startsOn());
        }
        lastStart = draft.startsOn();
        diagnoses.show(draft.diagnoses());
        services.show(draft.services());
        phases.show(draft);
        goals.show(draft.goals());
        agreed.setValue(draft.agreed());
        isShowing = false;
        showPreview();
    }

    private PlanDraft read() {
        if (!FormErrors.isRejected(startsOn)) {
            lastStart = startsOn.getValue();
        }
        return new PlanDraft(
                title.getValue(),
                reason.getValue(),
                lastStart,
                agreed.getValue(),
                services.read(),
                goals.read(),
                diagnoses.codes(),
                phases.read());
    }

    private void showPreview() {
        preview.show(() -> {
            var draft = read();
            phases.offer(draft.plannedPhases());
            return plans.preview(plan.clinic(), draft);
        });
    }

    private void activate() {
        messages.removeAll();
        if (!autosave.save()) {
            if (FormErrors.isRejected(startsOn)) {
                startsOn.focus();
            } else if (goals.wrong() != null) {
                goals.focusWrong();
            } else if (services.wrong() != null) {
                services.focusWrong();
            } else {
                phases.focusWrong();
            }
            return;
        }
        if (isIncomplete()) {
            return;
        }
        Attempt.showing(messages)
                .ifChanged(() -> {
                    autosave.refresh();
                    messages.add(Ui.alert("A colleague changed this plan just now. Review it before you activate it."));
                })
                .run(() -> {
                    plans.activate(plan.id(), autosave.version());
                    showChanged();
                });
    }

    private void showChanged() {
        UI.getCurrentOrThrow().refreshCurrentRoute(false);
    }

    private boolean isIncomplete() {
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
        wrong.refuse(agreed, !agreed.getValue(), "The patient must agree before the plan is activated");
        return !wrong.areNone();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (autosave.isUnsaved()) {
            Leaving.ask(event);
        }
    }

    @Override
    public long save(long version, PlanDraft draft) {
        return plans.saveDraft(plan.id(), version, draft);
    }

    @Override
    public Autosave.Kept<PlanDraft> latest() {
        var now = plans.open(plan.id()).orElseThrow(NotFoundException::new);
        var clinical = Objects.requireNonNull(now.clinical());
        return new Autosave.Kept<>(now.version(), clinical.draft(), "A colleague");
    }

    @Override
    public @Nullable String wrong() {
        if (FormErrors.isRejected(startsOn)) {
            return startsOn.getLabel() + ": not a day";
        }
        return Stream.of(goals.wrong(), services.wrong(), phases.wrong())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String words(String field, PlanDraft draft) {
        return DraftWords.of(field, draft, scores);
    }
}
