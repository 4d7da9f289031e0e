package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.phases.Finding;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepProposal;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the facts propose for a plan, why, and what can be done about it. */
final class StepCard {
    private static final String MEASURES = "measures";

    private StepCard() {}

    /**
     * What a chiropractor can do here.
     *
     * @param today the day at the clinic
     * @param act what does what is proposed; empty if that is a step of the plan
     */
    record Actions(
            LocalDate today, Runnable decide, Runnable reevaluate, Function<StepProposal, Optional<Component>> act) {}

    /**
     * What is proposed, why, and what can be done about it: the first thing that is read of a plan.
     *
     * @param actions null for those who do not decide
     * @return empty where nothing is proposed any more, as in a plan that has ended
     */
    static Optional<Component> proposal(PlanDetails plan, Outlook outlook, @Nullable Actions actions) {
        return Optional.ofNullable(outlook.proposal()).map(proposal -> {
            var card = new Section(proposed(plan, proposal, outlook));
            card.addClassNames("card", "proposal", tone(proposal).cssClass());
            card.getElement().setAttribute("aria-label", "Next step");
            if (actions != null) {
                card.add(acts(proposal, outlook, actions));
            }
            card.add(facts(plan, proposal), reevaluation(plan, outlook, actions));
            return card;
        });
    }

    private static Component reevaluation(PlanDetails plan, Outlook outlook, @Nullable Actions actions) {
        var state = outlook.reevaluation();
        var line = Ui.div("cluster small proposal-due", Ui.text("", due(plan, outlook)));
        if (state.lastOn() != null && state.lastCourse() != null) {
            line.add(Ui.text(
                    "muted",
                    "The last one, " + Dates.day(state.lastOn()) + ", found: "
                            + state.lastCourse().label().toLowerCase(Locale.ROOT)));
        }
        if (actions != null) {
            if (outlook.isReevaluationDue(actions.today())) {
                line.add(StatusBadge.warn("Due now"));
            } else if (state.isSoon()) {
                line.add(StatusBadge.info("Due soon"));
            }
        }
        return line;
    }

    private static String due(PlanDetails plan, Outlook outlook) {
        var state = outlook.reevaluation();
        if (!outlook.isReevaluatedBeforeEnd(plan)) {
            return "No re-evaluation is due before the plan ends";
        }
        return state.expectedOn().isBefore(state.dueOn())
                ? "Re-evaluation due after the visit of " + Dates.dayAndYear(state.expectedOn())
                : "Re-evaluation due by " + Dates.dayAndYear(state.dueOn());
    }

    private static Component proposed(PlanDetails plan, StepProposal proposal, Outlook outlook) {
        var step = proposal.step();
        var why = new H2(proposal.why());
        why.addClassName("heading");
        var line = Ui.div("cluster");
        if (step != null) {
            line.add(new StatusBadge(tone(proposal), tone(proposal).icon(), "Proposed: " + label(step, outlook)), why);
            return line;
        }
        line.add(StatusBadge.warn("No proposal: facts are missing"), why);
        var words = Ui.div("stack-0", line);
        proposal.missing().forEach(missing -> words.add(Ui.text("", missing.words() + ".")));
        words.add(Ui.text("", PhaseWords.measuredAt(plan, proposal)));
        return words;
    }

    /** How urgent a proposal is: a red flag first, then what a clinician has to decide. */
    private static Tone tone(StepProposal proposal) {
        var step = proposal.step();
        if (step == null) {
            return Tone.WARN;
        }
        return switch (step) {
            case EMERGENCY -> Tone.DANGER;
            case WAIT, DECIDE_FIRST -> Tone.CLINICAL;
            case EXAMINE_AGAIN, RE_EVALUATE, CHANGE, REFER, STEP_UP, DECIDE_WHAT_FOLLOWS -> Tone.WARN;
            case STEP_DOWN, DISCHARGE -> Tone.OK;
            case HOLD, KEEP -> Tone.INFO;
        };
    }

    /** At most one of the buttons is filled: what is due now. */
    private static Component acts(StepProposal proposal, Outlook outlook, Actions actions) {
        var isDue = outlook.isReevaluationDue(actions.today());
        var act = actions.act().apply(proposal);
        var acts = Ui.div("cluster");
        act.ifPresent(acts::add);
        var decide = new Button("Decide the step…", e -> actions.decide().run());
        if (act.isEmpty() && outlook.isStepOpen() && !outlook.isExaminedNext() && !isDue) {
            decide.addThemeVariants(ButtonVariant.PRIMARY);
        }
        var reevaluate = new Button("Re-evaluate…", e -> actions.reevaluate().run());
        if (act.isEmpty() && (isDue || outlook.isExaminedNext()) && !outlook.isExaminationMissing()) {
            reevaluate.addThemeVariants(ButtonVariant.PRIMARY);
            acts.add(reevaluate, decide);
        } else {
            acts.add(decide, reevaluate);
        }
        return acts;
    }

    private static String label(Step step, Outlook outlook) {
        if (step != Step.STEP_DOWN) {
            return step.label();
        }
        return "Step down to " + outlook.states().later().getFirst().label().toLowerCase(Locale.ROOT);
    }

    private static Component facts(PlanDetails plan, StepProposal proposal) {
        var list = new UnorderedList();
        list.addClassName("fact-line");
        for (var fact : proposal.facts()) {
            var item = new ListItem(words(plan, fact));
            if (fact.answer() == Finding.Answer.MISSING) {
                item.add(StatusBadge.warn("Missing"));
            }
            list.add(item);
        }
        return list;
    }

    private static Component words(PlanDetails plan, Finding fact) {
        return switch (fact.source()) {
            case MEASURES, GOALS -> new Anchor(Routes.patient(plan.patient(), MEASURES), fact.words());
            case FLAGS -> new Anchor(Routes.patient(plan.patient()), fact.words());
            case REACTIONS -> new Anchor(Routes.patient(plan.patient(), Routes.REACTIONS), fact.words());
            case VISITS, REEVALUATION -> Ui.text("", fact.words());
        };
    }
}
