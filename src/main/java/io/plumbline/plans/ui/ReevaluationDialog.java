package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.ReevaluationRules;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares the goals of a plan with their baseline, and asks what follows. */
class ReevaluationDialog extends Composite<Dialog> {
    private final PlanService plans;
    private final PlanStepService steps;
    private final PlanDetails plan;
    private final Runnable decided;
    private final boolean isReasonRequired;
    private final String late;
    private final RadioButtonGroup<ReevaluationDecision> decision = new RadioButtonGroup<>("What follows");
    private final Span meaning = Ui.text("muted", "");
    private final TextArea reason = new TextArea("Reason");
    private final Div messages = new Div();
    private long version;

    /** @param today the day at the clinic */
    ReevaluationDialog(
            PlanService plans,
            PlanStepService steps,
            PlanDetails plan,
            Outlook outlook,
            LocalDate today,
            Runnable decided) {
        this.plans = plans;
        this.steps = steps;
        this.plan = plan;
        this.decided = decided;
        version = plan.version();
        var isWorse = outlook.isExaminedNext();
        isReasonRequired = isWorse || today.isAfter(outlook.reevaluation().dueOn());
        late = isWorse
                ? "Enter what you examined and found, and why this follows"
                : "Enter why it is late and what you found";
        var missing = ReevaluationRules.notMeasured(outlook.goals(), today);
        var body = new ArrayList<Component>();
        body.add(messages);
        if (isWorse && outlook.proposal() != null) {
            body.add(Ui.alert(outlook.proposal().why()));
        }
        body.add(comparison(outlook.goals(), missing));
        if (outlook.examination() != null && outlook.isExaminationMissing()) {
            body.add(Ui.text("strong", "Examine the patient first"));
            outlook.examination().forEach(one -> body.add(Ui.text("", "Missing: " + one + ".")));
            body.add(Ui.text("muted", "Close this and choose Examine again."));
            Dialogs.show(getContent(), Dialogs.Width.MEDIUM, "Re-evaluation", body.toArray(Component[]::new));
            return;
        }
        if (!missing.isEmpty()) {
            body.add(Ui.text(
                    "",
                    "A re-evaluation compares scores of the last " + ReevaluationRules.NEWEST_DAYS
                            + " days. Record the missing ones first."));
            body.add(new Anchor(Routes.newScores(plan.patient()), "Record measures"));
            Dialogs.show(getContent(), Dialogs.Width.MEDIUM, "Re-evaluation", body.toArray(Component[]::new));
            return;
        }
        var course = ReevaluationRules.courseOf(outlook.goals());
        var mayContinue = ReevaluationRules.mayContinue(course, outlook.rules().phase(), isWorse);
        decision.setItems(Arrays.stream(ReevaluationDecision.values())
                .filter(one -> one != ReevaluationDecision.CONTINUE || mayContinue)
                .filter(one -> one != ReevaluationDecision.REFER
                        || outlook.proposal() == null
                        || !outlook.proposal().isOfFlag())
                .toList());
        decision.setItemLabelGenerator(ReevaluationDecision::label);
        decision.addValueChangeListener(
                e -> meaning.setText(e.getValue() == null ? "" : e.getValue().meaning()));
        reason.setMaxLength(400);
        reason.setWidthFull();
        // Escape must see the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setHelperText("Saved with the plan for clinicians");
        if (!mayContinue) {
            body.add(Ui.alert(
                    course == Course.UNCHANGED
                            ? "Nothing has changed. Care that changes nothing is changed, referred or ended."
                            : "A goal measure has worsened. Care is changed, referred or ended."));
        }
        body.addAll(List.of(decision, meaning, reason));
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Re-evaluation",
                () -> !reason.getValue().isBlank(),
                Ui.once("Save the re-evaluation", this::save),
                body.toArray(Component[]::new));
    }

    void open() {
        getContent().open();
    }

    private static Component comparison(List<GoalFact> goals, List<GoalFact> missing) {
        var list = new UnorderedList();
        list.addClassName("fact-list");
        for (var goal : goals) {
            var words = Ui.text(
                    "grow", goal.words() + (goal.measuredOn() == null ? "" : ", " + Dates.day(goal.measuredOn())));
            list.add(new ListItem(
                    words, missing.contains(goal) ? StatusBadge.warn("Not measured lately") : badge(goal)));
        }
        return list;
    }

    private static StatusBadge badge(GoalFact goal) {
        if (goal.isReached()) {
            return StatusBadge.ok("Reached");
        }
        var course = goal.course();
        if (course == null) {
            return StatusBadge.neutral("Not judged");
        }
        return switch (course) {
            case IMPROVING -> StatusBadge.ok(course.label());
            case UNCHANGED -> StatusBadge.neutral(course.label());
            case WORSENING -> StatusBadge.warn(course.label());
        };
    }

    private void save() {
        messages.removeAll();
        var chosen = decision.getValue();
        var wrong = new FormErrors();
        wrong.refuse(decision, chosen == null, "Choose what follows");
        if (isReasonRequired || chosen != null && chosen != ReevaluationDecision.CONTINUE) {
            wrong.refuseNoReason(reason, isReasonRequired ? late : "Enter the reason");
        } else {
            wrong.refuseNoReasonIfTyped(reason);
        }
        if (!wrong.areNone() || chosen == null) {
            return;
        }
        Attempt.showing(messages)
                .ifChanged(() -> plans.open(plan.id()).ifPresentOrElse(this::sayWhatChanged, this::showNotAvailable))
                .ifNotAvailable(this::showNotAvailable)
                .run(() -> {
                    steps.reevaluate(plan.id(), version, chosen, reason.getValue());
                    getContent().close();
                    if (chosen == ReevaluationDecision.REFER) {
                        OpenReferral.write(plan);
                    } else {
                        decided.run();
                    }
                });
    }

    private void sayWhatChanged(PlanDetails now) {
        messages.add(ChangedPlan.tryAgain(ChangedPlan.status(now, "is")));
        version = now.version();
    }

    private void showNotAvailable() {
        messages.add(ChangedPlan.notAvailable());
    }
}
