package io.plumbline.safety.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.safety.ClearanceService;
import io.plumbline.safety.DecisionField;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for the decision on a red flag and its reason. */
final class DecisionDialog {
    private final SafetyService safety;
    private final ClearanceService clearances;
    private final Asked asked;
    private final FormDialog form;
    private final Div effect = Ui.div("stack-0 muted");
    private final RadioButtonGroup<FlagStatus> decision;
    private final DatePicker until;
    private final TextArea reason;
    private final Div evidence = new Div();
    private @Nullable EvidenceFields fields;
    private final Checkbox writeReferral = new Checkbox("Write the referral next");

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

    /** @param around the finding, and what the decision does not change */
    DecisionDialog(SafetyService safety, ClearanceService clearances, Asked asked, Component around) {
        this.safety = safety;
        this.clearances = clearances;
        this.asked = asked;
        form = Dialogs.form(asked.title()).about("flag").add(around);
        var from = asked.from();
        decision = form.required(
                UiFields.radio(
                        "Decision",
                        from.next(asked.level()).stream()
                                .filter(FlagStatus.DECISIONS::contains)
                                .toList(),
                        to -> to == from ? FlagWords.OUTCOME_ASKED : to.label()),
                "Choose a decision for this flag");
        form.add(effect);
        until = form.required(Days.field("Monitor until"), "Choose a day in the future");
        form.add(evidence).check(wrong -> cleared().ifPresent(clearing -> clearing.refuseEmpty(wrong)));
        reason = form.reason(UiFields.area("Reason", 400), "Enter a reason; it is kept with the flag");
        form.add(writeReferral).at(DecisionField.MONITORED_UNTIL, until).at(DecisionField.REASON, reason);
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
    }

    /** @param decided runs after the decision, with what is to be done next */
    void open(Consumer<Next> decided) {
        form.open("Decide", this::decide, decided);
    }

    /** Returns the evidence, if the flag is to be cleared. */
    private Optional<EvidenceFields> cleared() {
        return Optional.ofNullable(fields).filter(some -> decision.getValue() == FlagStatus.CLEARED);
    }

    /** Reads what the evidence is chosen from only when it is asked for. */
    private void showEvidence(boolean isCleared) {
        evidence.setVisible(isCleared);
        if (isCleared && fields == null) {
            fields = new EvidenceFields(clearances, clearances.choices(asked.flag()), this::showEffect);
            fields.answer(form);
            evidence.add(fields);
        }
    }

    private void showEffect() {
        var to = decision.getValue();
        var own = cleared().map(EvidenceFields::effect).orElse("");
        effect.setText(to == null ? "" : own.isEmpty() ? FlagWords.effect(asked.level(), asked.from(), to) : own);
    }

    private Next decide() {
        var clearing = cleared();
        safety.decide(
                asked.flag(),
                asked.version(),
                new FlagDecision(
                        decision.getValue(),
                        reason.getValue(),
                        until.isVisible() ? until.getValue() : null,
                        clearing.map(EvidenceFields::read).orElse(null)));
        if (clearing.filter(EvidenceFields::needsSecond).isPresent()) {
            return Next.WAIT_FOR_SECOND;
        }
        return writeReferral.isVisible() && writeReferral.getValue() ? Next.WRITE_REFERRAL : Next.OFFER_UNDO;
    }
}
