package io.plumbline.records.ui.reading;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.records.AccessRequestField;
import io.plumbline.records.RecordReadingService;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.util.function.Consumer;

/** Asks for the patient number and the reason for break-glass access to a record. */
class ReadingForm extends Composite<Section> {
    private static final int MOST = 400;

    private final RecordReadingService readings;
    private final ProofFirst proof;
    private final Consumer<String> opened;
    private final TextField number = new PatientNumberField();
    private final TextArea reason = new TextArea("Reason");
    private final Div messages = new Div();

    /** Created with the form, so that a click sent twice begins access only once. */
    private final OperationId operation = OperationId.next();

    ReadingForm(RecordReadingService readings, ProofFirst proof, String asked, Consumer<String> opened) {
        this.readings = readings;
        this.proof = proof;
        this.opened = opened;
        number.setRequiredIndicatorVisible(true);
        number.setValue(asked.length() > 20 ? "" : asked);
        reason.setMaxLength(MOST);
        reason.setMinRows(3);
        reason.setWidth("min(640px, 100%)");
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setHelperText("At least 15 letters. A manager reads it. Do not enter clinical details.");
        var open = new Button("Open for " + BreakGlassService.LASTS.toMinutes() + " minutes", e -> open());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().addClassName("stack-4");
        getContent().add(messages, number, reason, Ui.div("cluster", open));
    }

    private void open() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(number, "Enter the number of the patient");
        if (!wrong.areNone()) {
            return;
        }
        reason.setInvalid(false);
        Attempt.telling(this::refuseReason).run(() -> {
            // a reason that is refused needs no password
            var why = new BreakGlassReason(reason.getValue());
            proof.run(() -> begin(why));
        });
    }

    /** Begins the access, perhaps after the dialog that asks for the password. */
    private void begin(BreakGlassReason why) {
        if (Attempt.showing(messages)
                .at(AccessRequestField.PATIENT, number)
                .run(() -> readings.begin(operation, number.getValue(), why))) {
            opened.accept(number.getValue().strip());
        }
    }

    private void refuseReason(String sentence) {
        reason.setErrorMessage(sentence);
        reason.setInvalid(true);
        reason.focus();
    }
}
