package io.plumbline.leads.ui.review;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.leads.LeadReviewService;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.leads.review.LeadReview;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.List;
import java.util.function.Consumer;

/** Asks for the decision on a lead in clinical review, with a reason, and shows the person's answers beside it. */
final class LeadDecisionDialog {
    private LeadDecisionDialog() {}

    /** @param decided receives the decision */
    static void open(
            LeadReviewService reviews, LeadReview lead, ScreeningRules screening, Consumer<ReviewOutcome> decided) {
        var form = Dialogs.form("Decide: " + lead.fullName()).about("lead").add(answered(lead, screening));
        var decision = form.required(
                UiFields.radio("Decision", List.of(ReviewOutcome.values()), ReviewOutcome::label),
                "Choose a decision for this lead");
        var effect = Ui.div("stack-0 muted");
        effect.getElement().setAttribute("role", "status");
        decision.addValueChangeListener(
                e -> effect.setText(e.getValue() == null ? "" : e.getValue().effect()));
        form.add(effect);
        var reason = form.reason("Reason", 400, "Enter a reason; it is kept with the lead");
        reason.setHelperText("It is kept with the lead, and only chiropractors can read it.");
        form.open(
                "Decide",
                () -> reviews.decide(lead.id(), lead.version(), decision.getValue(), reason.getValue()),
                () -> decided.accept(decision.getValue()));
    }

    private static Div answered(LeadReview lead, ScreeningRules screening) {
        var said = Ui.div("stack-0");
        lead.yes()
                .forEach(rule -> said.add(Ui.text(
                        "strong",
                        screening.rule(rule).map(ScreeningRules.Rule::question).orElse(rule) + " Yes")));
        if (!lead.concern().isEmpty()) {
            said.add(Ui.text("", lead.concern()));
        }
        if (!lead.since().isEmpty()) {
            said.add(Ui.text("muted", "Since: " + lead.since()));
        }
        var reach = Ui.div("cluster");
        if (lead.phone() != null) {
            reach.add(new Anchor("tel:" + lead.phone().digits(), lead.phone().shown()));
        }
        if (lead.email() != null) {
            reach.add(new Anchor(lead.email().mailto(), lead.email().address()));
        }
        said.add(reach);
        return said;
    }
}
