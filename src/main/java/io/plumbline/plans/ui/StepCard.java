package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.phases.Finding;
import io.plumbline.phases.PhaseStates.Status;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepProposal;
import io.plumbline.phases.StepRules;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanStepService.Decision;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a plan is in its phases, what the facts propose, and what was decided before. */
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
     * @param names of those who decided before
     * @param when formats a time
     * @param actions null for those who do not decide
     */
    static Component of(
            PlanDetails plan,
            Outlook outlook,
            StepRules rules,
            Map<StaffId, String> names,
            Function<Instant, String> when,
            @Nullable Actions actions) {
        var card = Ui.card("Phases and next step");
        card.add(phases(outlook));
        var proposal = outlook.proposal();
        if (proposal != null) {
            card.add(reevaluation(plan, outlook, actions));
            card.add(proposed(plan, proposal, outlook, actions));
            card.add(facts(plan, proposal));
            card.add(Ui.text(
                    "muted small",
                    "By the step rules, version " + rules.version() + ", "
                            + (rules.approvedBy() == null
                                    ? "an example that no clinician of your clinic has approved yet."
                                    : "approved by " + rules.approvedBy() + ".")
                            + " A chiropractor decides."));
        }
        if (!outlook.decisions().isEmpty()) {
            card.add(before(outlook, names, when));
        }
        return card;
    }

    private static Component phases(Outlook outlook) {
        var list = new OrderedList();
        list.addClassName("phase-line");
        for (var state : outlook.states().states()) {
            var item = new ListItem(
                    Ui.text("strong", state.phase().label()), Ui.text("muted small", PhaseWords.state(state)));
            if (state.status() == Status.DONE) {
                item.addClassName("phase-done");
            }
            if (state.status() == Status.ACTIVE) {
                item.getElement().setAttribute("aria-current", "step");
                item.add(Ui.text(
                        "small", "Ends when " + PhaseWords.exit(outlook.rules().exit())));
            }
            list.add(item);
        }
        return list;
    }

    private static Component reevaluation(PlanDetails plan, Outlook outlook, @Nullable Actions actions) {
        var state = outlook.reevaluation();
        var words = Ui.div("stack-0 grow", Ui.text("strong", due(plan, outlook)));
        if (state.lastOn() != null && state.lastCourse() != null) {
            words.add(Ui.text(
                    "muted small",
                    "The last one, " + Dates.day(state.lastOn()) + ", found: "
                            + state.lastCourse().label().toLowerCase(Locale.ROOT)));
        }
        var line = Ui.div("step-proposal", words);
        if (actions != null) {
            var isDue = outlook.isReevaluationDue(actions.today());
            if (isDue || state.isSoon()) {
                line.add(isDue ? StatusBadge.warn("Due now") : StatusBadge.info("Due soon"));
            }
            var button = new Button("Re-evaluate…", e -> actions.reevaluate().run());
            if ((isDue || outlook.isExaminedNext()) && !outlook.isExaminationMissing()) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            line.add(button);
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

    private static Component proposed(
            PlanDetails plan, StepProposal proposal, Outlook outlook, @Nullable Actions actions) {
        var step = proposal.step();
        var words = Ui.div("stack-0 grow");
        if (step == null) {
            words.add(Ui.text("strong", "No proposal: facts are missing"), Ui.text("", proposal.why()));
            proposal.missing().forEach(missing -> words.add(Ui.text("", missing.words() + ".")));
            words.add(Ui.text("", PhaseWords.measuredAt(plan, proposal)));
        } else {
            words.add(Ui.text("strong", "Proposed: " + label(step, outlook)), Ui.text("", proposal.why()));
        }
        var line = Ui.div("step-proposal", words);
        if (actions != null) {
            var act = actions.act().apply(proposal);
            act.ifPresent(line::add);
            var button = new Button("Decide the step…", e -> actions.decide().run());
            if (act.isEmpty()
                    && outlook.isStepOpen()
                    && !outlook.isExaminedNext()
                    && !outlook.isReevaluationDue(actions.today())) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            line.add(button);
        }
        return line;
    }

    private static String label(Step step, Outlook outlook) {
        if (step != Step.STEP_DOWN) {
            return step.label();
        }
        return "Step down to " + outlook.states().later().getFirst().label().toLowerCase(Locale.ROOT);
    }

    private static Component facts(PlanDetails plan, StepProposal proposal) {
        var list = new UnorderedList();
        list.addClassName("fact-list");
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

    private static Component before(Outlook outlook, Map<StaffId, String> names, Function<Instant, String> when) {
        var list = new OrderedList();
        list.addClassName("steps");
        outlook.decisions().forEach(row -> list.add(new ListItem(decision(row, names, when))));
        return new Details("Decisions (" + outlook.decisions().size() + ")", list);
    }

    private static Component decision(Decision row, Map<StaffId, String> names, Function<Instant, String> when) {
        var part = Ui.div(
                "stack-0",
                Ui.text("strong", decided(row)),
                Ui.text(
                        "muted small",
                        when.apply(row.at()) + " · " + names.getOrDefault(row.by(), "")
                                + (row.decided() == null ? "" : " · " + proposedWords(row))));
        if (!row.reason().isEmpty()) {
            part.add(Ui.text("", row.reason()));
        }
        if (row.visitsAdded() + row.visitsRemoved() > 0) {
            part.add(Ui.text(
                    "small",
                    row.visitsAdded() + " visits added, " + row.visitsRemoved() + " removed"
                            + (row.agreement() == null
                                    ? ""
                                    : " · the patient agreed: "
                                            + row.agreement().label().toLowerCase(Locale.ROOT))));
        }
        if (!row.facts().isEmpty()) {
            part.add(Ui.text("muted small", row.facts() + "."));
        }
        return part;
    }

    private static String decided(Decision row) {
        if (row.isReferralTakenBack()) {
            return "Decision to refer taken back";
        }
        if (row.decided() != null) {
            return row.decided().label() + " · " + row.from().label()
                    + (row.from() == row.to() ? "" : " to " + row.to().label());
        }
        return "Re-evaluated"
                + (row.course() == null ? "" : ": " + row.course().label().toLowerCase(Locale.ROOT))
                + (row.reevaluation() == null
                        ? ""
                        : " · " + row.reevaluation().label().toLowerCase(Locale.ROOT));
    }

    private static String proposedWords(Decision row) {
        if (row.proposed() == null) {
            return "facts were missing";
        }
        return row.proposed() == row.decided()
                ? "as proposed"
                : "proposed: " + row.proposed().label().toLowerCase(Locale.ROOT);
    }
}
