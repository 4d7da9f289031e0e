package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
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
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the goals of a plan with their baseline, and asks what follows. */
final class ReevaluationDialog {
    private static final String TITLE = "Re-evaluation";

    private final PlanService plans;
    private final PlanStepService steps;
    private final PlanDetails plan;
    private final Outlook outlook;
    private final LocalDate today;

    /** @param today the day at the clinic */
    ReevaluationDialog(PlanService plans, PlanStepService steps, PlanDetails plan, Outlook outlook, LocalDate today) {
        this.plans = plans;
        this.steps = steps;
        this.plan = plan;
        this.outlook = outlook;
        this.today = today;
    }

    /** @param decided runs once it is decided what follows, unless a referral is written next */
    void open(Runnable decided) {
        var missing = ReevaluationRules.notMeasured(outlook.goals(), today);
        var body = new ArrayList<Component>();
        if (outlook.isExaminedNext() && outlook.proposal() != null) {
            body.add(Ui.alert(outlook.proposal().why()));
        }
        body.add(comparison(outlook.goals(), missing));
        if (outlook.examination() != null && outlook.isExaminationMissing()) {
            body.add(Ui.text("strong", "Examine the patient first"));
            outlook.examination().forEach(one -> body.add(Ui.text("", "Missing: " + one + ".")));
            body.add(Ui.text("muted", "Close this and choose Examine again."));
            show(body);
        } else if (!missing.isEmpty()) {
            body.add(Ui.text(
                    "",
                    "A re-evaluation compares scores of the last " + ReevaluationRules.NEWEST_DAYS
                            + " days. Record the missing ones first."));
            body.add(new Anchor(Routes.newScores(plan.patient()), "Record measures"));
            show(body);
        } else {
            ask(Dialogs.form(TITLE).about("plan").add(body.toArray(Component[]::new)), decided);
        }
    }

    private static void show(List<Component> body) {
        var dialog = new Dialog();
        Dialogs.show(dialog, Dialogs.Width.MEDIUM, TITLE, body.toArray(Component[]::new));
        dialog.open();
    }

    private void ask(FormDialog form, Runnable decided) {
        var isWorse = outlook.isExaminedNext();
        var course = ReevaluationRules.courseOf(outlook.goals());
        var mayContinue = ReevaluationRules.mayContinue(course, outlook.rules().phase(), isWorse);
        if (!mayContinue) {
            form.add(Ui.alert(
                    course == Course.UNCHANGED
                            ? "No change. Revise, refer or discharge."
                            : "A goal measure has worsened. Care is changed, referred or ended."));
        }
        var decision = form.required(
                UiFields.radio("Next step", decisions(mayContinue), ReevaluationDecision::label),
                "Choose the next step");
        var meaning = Ui.text("muted", "");
        decision.addValueChangeListener(
                e -> meaning.setText(e.getValue() == null ? "" : e.getValue().meaning()));
        var reason = UiFields.area("Reason", 400);
        reason.setHelperText("Saved with the plan for clinicians");
        var seen = form.add(meaning, reason)
                .check(wrong -> checkReason(wrong, decision.getValue(), reason))
                .latest(plan, () -> plans.open(plan.id()), (before, now) -> ChangedPlan.status(now, "is"));
        form.open(
                "Save the re-evaluation",
                () -> steps.reevaluate(plan.id(), seen.get().version(), decision.getValue(), reason.getValue()),
                () -> {
                    if (decision.getValue() == ReevaluationDecision.REFER) {
                        OpenReferral.write(plan);
                    } else {
                        decided.run();
                    }
                });
    }

    private List<ReevaluationDecision> decisions(boolean mayContinue) {
        return Arrays.stream(ReevaluationDecision.values())
                .filter(one -> one != ReevaluationDecision.CONTINUE || mayContinue)
                .filter(one -> one != ReevaluationDecision.REFER
                        || outlook.proposal() == null
                        || !outlook.proposal().isOfFlag())
                .toList();
    }

    private void checkReason(FormErrors wrong, @Nullable ReevaluationDecision chosen, TextArea reason) {
        if (outlook.isExaminedNext()) {
            wrong.refuseNoReason(reason, "Enter what you examined and found, and why this follows");
        } else if (today.isAfter(outlook.reevaluation().dueOn())) {
            wrong.refuseNoReason(reason, "Enter why it is late and what you found");
        } else if (chosen != null && chosen != ReevaluationDecision.CONTINUE) {
            wrong.refuseNoReason(reason, "Enter the reason");
        } else {
            wrong.refuseNoReasonIfTyped(reason);
        }
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
}
