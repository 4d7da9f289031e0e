package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.phases.Finding;
import io.plumbline.phases.StepProposal;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanReferralService;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.PlanStepService.OpenedPlan;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.safety.FlagDecisions;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** Leads from what is proposed for a plan to where it is done: each proposal has an act of its own. */
@org.springframework.stereotype.Component
class StepActs {
    private final PlanService plans;
    private final PlanStepService steps;
    private final PlanReferralService referrals;
    private final SafetyService safety;
    private final FlagDecisions decisions;
    private final ClinicService clinics;

    StepActs(
            PlanService plans,
            PlanStepService steps,
            PlanReferralService referrals,
            SafetyService safety,
            FlagDecisions decisions,
            ClinicService clinics) {
        this.plans = plans;
        this.steps = steps;
        this.referrals = referrals;
        this.safety = safety;
        this.decisions = decisions;
        this.clinics = clinics;
    }

    /** Returns what a chiropractor can do about the course of a plan that they have open. */
    StepCard.Actions of(OpenedPlan opened, Outlook outlook, LocalDate today) {
        var plan = opened.plan();
        return new StepCard.Actions(
                today,
                () -> new StepDialog(plans, steps, plan, outlook, today).open(PlanHead::showChanged),
                () -> new ReevaluationDialog(plans, steps, plan, outlook, today).open(PlanHead::showChanged),
                proposal -> act(opened, proposal));
    }

    /**
     * Says that the patient of a plan is to be referred, with what can be done about it.
     *
     * @param since the day of the decision
     * @param mayAct whether the current user writes referrals and takes decisions back
     */
    Component openReferral(PlanDetails plan, LocalDate since, boolean mayAct) {
        return OpenReferral.of(plan, since, referrals, mayAct);
    }

    /** Returns the acts of a proposal; empty if it is a step of the plan, or nothing is proposed. */
    private Optional<Component> act(OpenedPlan opened, StepProposal proposal) {
        var acts = Ui.div("cluster");
        actOfStep(opened, proposal).ifPresent(acts::add);
        examine(opened).ifPresent(acts::add);
        return acts.getChildren().findAny().isPresent() ? Optional.of(acts) : Optional.empty();
    }

    private Optional<Component> actOfStep(OpenedPlan opened, StepProposal proposal) {
        var plan = opened.plan();
        var step = proposal.step();
        if (step == null) {
            return Optional.empty();
        }
        return switch (step) {
            case EMERGENCY -> decideFlag(opened, FlagStatus.AWAITING_DECISION::contains);
            case WAIT -> decideFlag(opened, FlagStatus::awaitsOutcome);
            case REFER ->
                proposal.isOfFlag() ? decideFlag(opened, FlagStatus.AWAITING_DECISION::contains) : Optional.empty();
            case DECIDE_FIRST -> decideFirst(opened, proposal);
            case CHANGE, DECIDE_WHAT_FOLLOWS -> Optional.of(link(Routes.revision(plan.id()), "Revise the plan"));
            case DISCHARGE ->
                Optional.of(button(
                        "Complete the plan…", () -> new MoveDialog(plans, plan.id(), plan.version(), plan.status())
                                .open(PlanStatus.COMPLETED, PlanHead::showChanged)));
            case EXAMINE_AGAIN, RE_EVALUATE, STEP_DOWN, HOLD, STEP_UP, KEEP -> Optional.empty();
        };
    }

    /** Leads to the note of the examination; empty once it is signed and complete, since what follows is decided then. */
    private Optional<Component> examine(OpenedPlan opened) {
        var plan = opened.plan();
        var outlook = opened.outlook();
        if (outlook == null
                || !outlook.isExaminationMissing()
                || !AtClinic.may(Permission.INTAKE_WRITE, plan.clinic())) {
            return Optional.empty();
        }
        return Optional.of(button("Examine again", () -> Attempt.telling(Toast::warn)
                .ifChanged(PlanHead::showChanged)
                .run(() -> Ui.navigate(Routes.intake(steps.beginExamination(plan.id(), plan.version()))))));
    }

    private Optional<Component> decideFirst(OpenedPlan opened, StepProposal proposal) {
        var both = Ui.div("cluster");
        decideFlag(opened, FlagStatus.AWAITING_DECISION::contains).ifPresent(both::add);
        if (proposal.facts().stream().anyMatch(fact -> fact.source() == Finding.Source.REACTIONS)) {
            var reaction = link(Routes.patient(opened.plan().patient(), Routes.REACTIONS), "Follow up the reaction");
            // a red flag is decided before
            reaction.setClassName("filled", both.getComponentCount() == 0);
            both.add(reaction);
        }
        return both.getChildren().findAny().isPresent() ? Optional.of(both) : Optional.empty();
    }

    /** A red flag is decided before a letter is written: the most urgent of those that are as asked. */
    private Optional<Component> decideFlag(OpenedPlan opened, Predicate<FlagStatus> status) {
        if (!AtClinic.may(Permission.FLAG_DECIDE, opened.patient().clinics())) {
            return Optional.empty();
        }
        return safety.findByPatient(opened.patient()).stream()
                .filter(flag -> flag.isInForce() && status.test(flag.status()))
                .min(Comparator.comparing(FlagDetails::level))
                .map(flag -> button(
                        "Decide the flag…",
                        () -> decisions.ask(
                                flag, opened.patient(), clinics.zoneOf(flag.clinic()), PlanHead::showChanged)));
    }

    private static Component button(String label, Runnable act) {
        return Ui.primary(new Button(label, e -> act.run()));
    }

    private static Anchor link(String address, String label) {
        var link = new Anchor(address, label);
        link.addClassNames("act", "filled");
        return link;
    }
}
