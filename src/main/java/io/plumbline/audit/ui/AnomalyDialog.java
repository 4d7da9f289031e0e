package io.plumbline.audit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.audit.anomalies.AnomalyService;
import io.plumbline.audit.anomalies.AnomalyState;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.io.Serializable;

/** Asks for the decision on an anomaly and a note. Stays open until the decision is kept. */
class AnomalyDialog extends Composite<Dialog> {
    private final RadioButtonGroup<AnomalyState> decision = new RadioButtonGroup<>("Decision");
    private final TextArea note = new TextArea("Note");
    private final Div messages = new Div();
    private final Decided decided;

    /** Keeps a decision. */
    @FunctionalInterface
    interface Decided extends Serializable {
        void keep(boolean isJustified, String note);
    }

    AnomalyDialog(String title, String what, Decided decided) {
        this.decided = decided;
        decision.setItems(AnomalyState.JUSTIFIED, AnomalyState.NOT_JUSTIFIED);
        decision.setItemLabelGenerator(AnomalyState::words);
        decision.setRequiredIndicatorVisible(true);
        decision.addValueChangeListener(
                e -> note.setRequiredIndicatorVisible(e.getValue() == AnomalyState.NOT_JUSTIFIED));
        note.setMaxLength(AnomalyService.LONGEST_NOTE);
        note.setHelperText("What the person says, and what follows. Required where the access was not justified.");
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                title,
                () -> !note.isEmpty() || !decision.isEmpty(),
                new Button("Decide", e -> attempt()),
                messages,
                Ui.text("muted", what + ". The decision and your name stay on record and cannot be changed."),
                decision,
                note);
    }

    void open() {
        getContent().open();
    }

    private void attempt() {
        var wrong = new FormErrors();
        wrong.refuse(decision, decision.isEmpty(), "Choose a decision");
        wrong.refuse(
                note,
                decision.getValue() == AnomalyState.NOT_JUSTIFIED
                        && note.getValue().isBlank(),
                "Say why, in a few words");
        if (wrong.areNone()
                && Attempt.showing(messages)
                        .run(() -> decided.keep(decision.getValue() == AnomalyState.JUSTIFIED, note.getValue()))) {
            getContent().close();
        }
    }
}
