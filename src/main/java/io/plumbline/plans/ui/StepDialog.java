package io.plumbline.plans.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.plans.StepOrder;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.shared.ui.WholeNumber;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the chiropractor for the next step of a plan; says what each does before it is done. */
final class StepDialog {
    private final PlanStepService steps;
    private final PlanDetails plan;
    private final Outlook outlook;
    private final Supplier<PlanDetails> seen;
    private final FormDialog form = Dialogs.form("Decide the step").about("plan");
    private final @Nullable Step proposed;
    private final RadioButtonGroup<Step> step;
    private final Span meaning = Ui.text("muted", "");
    private final Select<PlanPhase> to;
    private final WholeNumber more =
            new WholeNumber("More visits of each service", 0, 24, 1, false, "0 to 24, a whole number");
    private final AgreementFields agreement;
    private final TextArea reason = UiFields.area("Reason", 400);

    StepDialog(PlanService plans, PlanStepService steps, PlanDetails plan, Outlook outlook, LocalDate today) {
        this.steps = steps;
        this.plan = plan;
        this.outlook = outlook;
        seen = form.latest(
                plan,
                () -> plans.open(plan.id()),
                (before, now) -> ChangedPlan.status(now, "is") + ChangedPlan.progress(now));
        proposed = outlook.proposal() == null ? null : outlook.proposal().step();
        var isLast = outlook.states().later().isEmpty();
        step = UiFields.radio(
                "Decision", offered(isLast), one -> one == proposed ? one.label() + " (proposed)" : one.label());
        step.addValueChangeListener(e -> show());
        to = UiFields.choice("Next phase", outlook.states().later(), PlanPhase::label);
        if (isLast) {
            form.say("This is the last phase. To end care here, close this and choose End, then Complete.");
        } else {
            to.setValue(outlook.states().later().getFirst());
        }
        more.show(0);
        more.field().addValueChangeListener(e -> show());
        agreement = new AgreementFields("The patient agreed to more care", plan.patientName(), today);
        reason.setHelperText("Required if you do not follow the proposal. Saved with the plan for clinicians");
        form.add(step, meaning, to, more.field(), agreement, reason).check(this::check);
        show();
    }

    /** @param decided runs once the step is decided, unless a referral is written next */
    void open(Runnable decided) {
        form.open("Decide", this::decide, () -> {
            if (step.getValue() == Step.REFER) {
                OpenReferral.write(plan);
            } else {
                decided.run();
            }
        });
    }

    private void show() {
        var chosen = step.getValue();
        meaning.setText(chosen == null ? "" : meaning(chosen));
        to.setVisible(chosen == Step.STEP_DOWN);
        more.field().setVisible(chosen != null && asksVisits(chosen));
        agreement.setVisible(chosen != null && order(chosen).isMoreCare());
    }

    private List<Step> offered(boolean isLast) {
        var proposal = outlook.proposal();
        return Arrays.stream(Step.values())
                .filter(Step::isStepOfPlan)
                .filter(one -> one != Step.STEP_DOWN || !isLast)
                .filter(one -> one != Step.REFER || proposal == null || !proposal.isOfFlag())
                .filter(one -> one != Step.STEP_UP || proposal != null && proposal.mayStepUp())
                .filter(one -> one != Step.KEEP || proposed == Step.KEEP)
                .filter(one -> one != Step.HOLD || proposed != Step.KEEP)
                .toList();
    }

    private boolean mayExtend() {
        return outlook.proposal() != null && outlook.proposal().mayExtend();
    }

    private boolean asksVisits(Step chosen) {
        return chosen == Step.STEP_UP || chosen == Step.HOLD && mayExtend();
    }

    private boolean needsReason(Step chosen) {
        return chosen == Step.STEP_UP
                || outlook.proposal() == null
                || outlook.proposal().isDifferent(chosen);
    }

    private String meaning(Step chosen) {
        return switch (chosen) {
            case STEP_DOWN ->
                "Visits of the phases before the next one that are neither delivered nor booked are removed. The next"
                        + " phase is planned from today on. Existing bookings remain.";
            case HOLD ->
                mayExtend()
                        ? "The phase goes on. Add visits if its visits are used up."
                        : "The phase goes on with the visits it has. None are added now.";
            case STEP_UP ->
                outlook.states()
                        .earlier()
                        .map(earlier -> earlier.label() + " begins again with the visits that you add.")
                        .orElse("The services of this phase come closer together, with the visits that you add.");
            case REFER ->
                "The referral opens next. Until it is written the plan stays at the top of the worklist. The plan goes on: put"
                        + " it on hold or end it if care stops.";
            case KEEP,
                    EMERGENCY,
                    WAIT,
                    DECIDE_FIRST,
                    EXAMINE_AGAIN,
                    RE_EVALUATE,
                    CHANGE,
                    DISCHARGE,
                    DECIDE_WHAT_FOLLOWS -> chosen.meaning();
        };
    }

    private StepOrder order(Step chosen) {
        var visits = asksVisits(chosen) ? Objects.requireNonNullElse(more.value(), 0) : 0;
        return new StepOrder(chosen, chosen == Step.STEP_DOWN ? to.getValue() : null, visits, null, reason.getValue());
    }

    private void check(FormErrors wrong) {
        var chosen = step.getValue();
        wrong.refuse(step, chosen == null, "Choose a decision");
        if (chosen != null) {
            wrong.refuse(more.field(), more.field().isVisible() && more.isWrong(), "0 to 24, a whole number");
            if (order(chosen).isMoreCare()) {
                agreement.refuseIncomplete(wrong);
            }
            if (needsReason(chosen)) {
                wrong.refuseNoReason(
                        reason,
                        chosen == Step.STEP_UP
                                ? "Enter why more care is planned"
                                : "Enter why you do not follow the proposal");
            } else {
                wrong.refuseNoReasonIfTyped(reason);
            }
        }
    }

    private void decide() {
        var order = order(step.getValue());
        steps.decide(plan.id(), seen.get().version(), order.isMoreCare() ? order.with(agreement.read()) : order);
    }
}
