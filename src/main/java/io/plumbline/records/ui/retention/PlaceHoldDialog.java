package io.plumbline.records.ui.retention;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.records.retention.LegalHoldField;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientNumberField;

/** Places a legal hold on the record of one patient. */
class PlaceHoldDialog extends Composite<Dialog> {
    private final RetentionService retention;
    private final Runnable placed;
    private final TextField patient = new PatientNumberField();
    private final TextArea reason = new TextArea("Reason for the hold");
    private final Div messages = new Div();

    PlaceHoldDialog(RetentionService retention, String number, Runnable placed) {
        this.retention = retention;
        this.placed = placed;
        patient.setValue(number);
        patient.setRequiredIndicatorVisible(true);
        reason.setMaxLength(RetentionService.LONGEST_REASON);
        reason.setHelperText("Such as the court and the number of the proceeding; no clinical content");
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Place a legal hold",
                () -> !reason.isEmpty(),
                new Button("Place the hold", e -> place()),
                messages,
                Ui.text("muted", "The record is kept as long as the hold lasts. Lifting it takes two people."),
                patient,
                reason);
    }

    void open() {
        getContent().open();
        patient.focus();
    }

    private void place() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(patient, "Enter the number of the patient");
        wrong.refuseNoReason(reason, "Say why, in a few words");
        if (!wrong.areNone()) {
            return;
        }
        var isPlaced = Attempt.showing(messages)
                .at(LegalHoldField.PATIENT, patient)
                .at(LegalHoldField.REASON, reason)
                .run(() -> retention.place(patient.getValue(), reason.getValue()));
        if (isPlaced) {
            getContent().close();
            placed.run();
        }
    }
}
