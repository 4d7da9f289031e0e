package io.plumbline.leads.ui.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.leads.LeadReviewService;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.leads.review.LeadReview;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.function.Consumer;

/** Asks for the decision on a lead in clinical review, with a reason, and shows the person's answers beside it. */
class LeadDecisionDialog extends Composite<Dialog> {
    private final LeadReviewService reviews;
    private final LeadReview lead;
    private final Consumer<ReviewOutcome> decided;
    private final RadioButtonGroup<ReviewOutcome> decision = new RadioButtonGroup<>("Decision");
    private final Div effect = Ui.div("stack-0 muted");
    private final TextArea reason = new TextArea("Reason");
    private final Div messages = new Div();

    /** @param decided receives the decision */
    LeadDecisionDialog(
            LeadReviewService reviews, LeadReview lead, ScreeningRules screening, Consumer<ReviewOutcome> decided) {
        this.reviews = reviews;
        this.lead = lead;
        this.decided = decided;
        decision.setItems(ReviewOutcome.values());
        decision.setItemLabelGenerator(ReviewOutcome::label);
        decision.addValueChangeListener(
                e -> effect.setText(e.getValue() == null ? "" : e.getValue().effect()));
        effect.getElement().setAttribute("role", "status");
        reason.setMaxLength(400);
        reason.setHelperText("It is kept with the lead, and only chiropractors can read it.");
        // eager, so that Escape knows about the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        var save = Ui.once("Decide", this::save);
        var dialog = getContent();
        Dialogs.ask(
                dialog,
                Dialogs.Width.MEDIUM,
                "Decide: " + lead.fullName(),
                this::isTyped,
                save,
                messages,
                answered(screening),
                decision,
                effect,
                reason);
    }

    void open() {
        getContent().open();
    }

    private Div answered(ScreeningRules screening) {
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

    private boolean isTyped() {
        return !reason.getValue().isBlank();
    }

    private void save() {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseEmpty(decision, "Choose a decision for this lead");
        wrong.refuseNoReason(reason, "Enter a reason; it is kept with the lead");
        if (!wrong.areNone()) {
            return;
        }
        Attempt.showing(messages)
                .ifChanged("This lead was just changed. Copy what you typed, then close and reopen this dialog.")
                .ifNotAvailable("This lead was just changed. Copy what you typed, then close and reopen this dialog.")
                .run(() -> {
                    reviews.decide(lead.id(), lead.version(), decision.getValue(), reason.getValue());
                    getContent().close();
                    decided.accept(decision.getValue());
                });
    }
}
