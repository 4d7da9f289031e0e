package io.plumbline.safety.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.safety.ClearanceService;
import io.plumbline.safety.DecisionField;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for the decision on a red flag and its reason. */
class DecisionDialog extends Composite<Dialog> {
    private final SafetyService safety;
    private final ClearanceService clearances;
    private final FlagId flag;
    private final long version;
    private final Consumer<Next> decided;
    private final FlagStatus from;
    private final FlagLevel level;
    private final Div effect = Ui.div("stack-0 muted");

    private final RadioButtonGroup<FlagStatus> decision = new RadioButtonGroup<>("Decision");
    private final DatePicker until = Days.field("Monitor until");
    private final TextArea reason = new TextArea("Reason");
    private final Div evidence = new Div();
    private @Nullable EvidenceFields fields;
    private final Checkbox writeReferral = new Checkbox("Write the referral next");
    private final Div messages = new Div();

    /**
     * The flag to decide, as the user sees it.
     *
     * @param version the version that the user saw
     * @param title the name of the flag, with the patient if several patients are listed
     */
    record Asked(FlagId flag, long version, FlagStatus from, FlagLevel level, String title) {}

    /** What follows a decision. */
    enum Next {
        OFFER_UNDO,
        WRITE_REFERRAL,
        /** The flag was proposed to be cleared. */
        WAIT_FOR_SECOND
    }

    /**
     * @param around the finding, and what the decision does not change
     * @param decided runs after the decision, with what is to be done next
     */
    DecisionDialog(
            SafetyService safety, ClearanceService clearances, Asked asked, Component around, Consumer<Next> decided) {
        this.safety = safety;
        this.clearances = clearances;
        this.flag = asked.flag();
        this.version = asked.version();
        this.level = asked.level();
        this.decided = decided;
        from = asked.from();
        var title = asked.title();
        decision.setItems(
                from.next(level).stream().filter(FlagStatus.DECISIONS::contains).toList());
        decision.setItemLabelGenerator(to -> to == from ? FlagWords.OUTCOME_ASKED : to.label());
        decision.addValueChangeListener(e -> {
            until.setVisible(e.getValue() == FlagStatus.MONITORED);
            showEvidence(e.getValue() == FlagStatus.CLEARED);
            writeReferral.setVisible(e.getValue() != null && e.getValue().awaitsOutcome() && e.getValue() != from);
            showEffect();
            // in a dialog, Tab would stop at each option, and the next space typed would select it
            decision.getElement().executeJs("""
                    this.querySelectorAll('vaadin-radio-button').forEach(
                        r => r.querySelector('input').tabIndex = r.checked ? 0 : -1)""");
        });
        until.setVisible(false);
        until.setHelperText("At most 90 days ahead");
        evidence.setVisible(false);
        writeReferral.setVisible(false);
        effect.getElement().setAttribute("role", "status");
        reason.setMaxLength(400);
        // Escape must see the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        var save = new Button("Decide", e -> save());
        var dialog = getContent();
        Dialogs.ask(
                dialog,
                Dialogs.Width.MEDIUM,
                title,
                this::isTyped,
                save,
                messages,
                around,
                decision,
                effect,
                until,
                evidence,
                reason,
                writeReferral);
    }

    void open() {
        getContent().open();
    }

    /** Reads what the evidence is chosen from only when it is asked for. */
    private void showEvidence(boolean isCleared) {
        evidence.setVisible(isCleared);
        if (isCleared && fields == null) {
            fields = new EvidenceFields(clearances, clearances.choices(flag), this::showEffect);
            evidence.add(fields);
        }
    }

    private void showEffect() {
        var to = decision.getValue();
        var own = to == FlagStatus.CLEARED && fields != null ? fields.effect() : "";
        effect.setText(to == null ? "" : own.isEmpty() ? FlagWords.effect(level, from, to) : own);
    }

    private boolean isTyped() {
        return !reason.getValue().isBlank() || fields != null && fields.isTyped();
    }

    private void save() {
        messages.removeAll();
        var monitored = decision.getValue() == FlagStatus.MONITORED;
        var cleared = decision.getValue() == FlagStatus.CLEARED ? fields : null;
        var wrong = new FormErrors();
        wrong.refuseEmpty(decision, "Choose a decision for this flag");
        if (monitored) {
            wrong.refuseEmpty(until, "Choose a day in the future");
        }
        if (cleared != null) {
            cleared.refuseEmpty(wrong);
        }
        wrong.refuseNoReason(reason, "Enter a reason; it is kept with the flag");
        if (!wrong.areNone()) {
            return;
        }
        var attempt = Attempt.showing(messages)
                .at(DecisionField.MONITORED_UNTIL, until)
                .at(DecisionField.REASON, reason)
                .ifChanged("This flag was just changed. Copy what you typed, then close and reopen this dialog.");
        (cleared == null ? attempt : cleared.at(attempt)).run(() -> {
            safety.decide(
                    flag,
                    version,
                    new FlagDecision(
                            decision.getValue(),
                            reason.getValue(),
                            monitored ? until.getValue() : null,
                            cleared == null ? null : cleared.read()));
            getContent().close();
            decided.accept(
                    cleared != null && cleared.needsSecond()
                            ? Next.WAIT_FOR_SECOND
                            : writeReferral.isVisible() && writeReferral.getValue()
                                    ? Next.WRITE_REFERRAL
                                    : Next.OFFER_UNDO);
        });
    }
}
