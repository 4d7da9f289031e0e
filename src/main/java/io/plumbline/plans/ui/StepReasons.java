package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.plumbline.phases.PhaseStates.Status;
import io.plumbline.phases.StepRules;
import io.plumbline.plans.PlanStepService.Decision;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What the proposal for a plan rests on: its phases, the rules, and what was decided before. */
final class StepReasons {
    private StepReasons() {}

    /**
     * @param names of those who decided before
     * @param when formats a time
     */
    static Component of(Outlook outlook, StepRules rules, Map<StaffId, String> names, Function<Instant, String> when) {
        var body = Ui.div("stack-3", phases(outlook));
        if (outlook.proposal() != null) {
            body.add(Ui.text(
                    "muted small",
                    "By the step rules, version " + rules.version() + ", "
                            + (rules.approvedBy() == null
                                    ? "an example that no clinician of your clinic has approved yet."
                                    : "approved by " + rules.approvedBy() + ".")
                            + " A chiropractor decides."));
        }
        if (!outlook.decisions().isEmpty()) {
            body.add(before(outlook, names, when));
        }
        return new Details("Phases and next step", body);
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
