package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;

/** Confirms a contraindication, or rules it out with a reason. */
class DecisionFields extends Composite<Div> {
    private final String name;
    private final RadioButtonGroup<Decision> decision = new RadioButtonGroup<>();
    private final TextField reason;

    /** @param what what is decided on, beside the two choices */
    DecisionFields(String name, Component what, Runnable changed) {
        this.name = name;
        reason = HistoryFields.line("Ruled out, because", ContraindicationAnswer.MOST, changed);
        reason.setAriaLabel("Ruled out, because: " + name);
        reason.setWidthFull();
        reason.setVisible(false);
        decision.addClassName("choices");
        decision.setItems(Decision.CONFIRMED, Decision.NOT_SO);
        decision.setItemLabelGenerator(Decision::label);
        decision.setAriaLabel(name);
        decision.addValueChangeListener(e -> {
            reason.setVisible(e.getValue() == Decision.NOT_SO);
            changed.run();
        });
        getContent().addClassName("stack-2");
        getContent().add(Ui.div("question", what, decision), reason);
    }

    void show(Decision decided, String because) {
        decision.setValue(decided);
        Autosave.show(reason, because);
    }

    /** Returns what is chosen; the reason is empty unless it is ruled out. */
    Optional<ContraindicationAnswer> read(String rulesVersion) {
        return Optional.ofNullable(decision.getValue())
                .map(decided -> new ContraindicationAnswer(name, decided, reason.getValue(), rulesVersion));
    }

    /** Marks what is missing: it is confirmed, or ruled out with a reason. */
    void check(FormErrors wrong) {
        wrong.refuseEmpty(decision, "Confirm it or rule it out");
        wrong.refuse(
                reason,
                decision.getValue() == Decision.NOT_SO && reason.getValue().isBlank(),
                "Enter why it is ruled out");
    }
}
