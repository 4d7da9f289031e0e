package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.records.RequestClock;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.records.amendments.AmendmentField;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.ui.OverdueQuestion;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.time.LocalDate;
import java.util.List;

/** Registers an amendment request. */
class RegisterAmendmentDialog extends Composite<Dialog> {
    private final AmendmentService requests;
    private final TextField patient = new PatientNumberField();
    private final TextField requestedBy = new TextField("Requester");
    private final TextField identity = new TextField("How their identity was checked");
    private final TextArea wanted = new TextArea("What to amend, and why");
    private final DatePicker receivedOn = Days.field("Received on");
    private final Div messages = new Div();
    private final OverdueQuestion overdue;
    private final Runnable registered;

    RegisterAmendmentDialog(AmendmentService requests, LocalDate today, Runnable registered) {
        this.requests = requests;
        this.registered = registered;
        requestedBy.setMaxLength(AmendmentDraft.LONGEST_REQUESTED_BY);
        requestedBy.setHelperText("The patient, or the name of the person who acts for them");
        identity.setMaxLength(AmendmentDraft.LONGEST_IDENTITY);
        identity.setHelperText("Such as: driver's license seen at the desk");
        wanted.setMaxLength(AmendmentDraft.LONGEST_WORDS);
        wanted.setHelperText("In the requester's words");
        wanted.setValueChangeMode(ValueChangeMode.EAGER);
        wanted.setRequiredIndicatorVisible(true);
        wanted.setWidthFull();
        receivedOn.setMax(today);
        receivedOn.setValue(today);
        overdue = new OverdueQuestion(RequestClock.AMENDMENT, today, receivedOn);
        for (var field : fields()) {
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.setRequiredIndicatorVisible(true);
            field.setWidthFull();
        }
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Register amendment request",
                () -> !wanted.isEmpty() || fields().stream().anyMatch(field -> !field.isEmpty()),
                new Button("Register", e -> register()),
                messages,
                patient,
                requestedBy,
                identity,
                wanted,
                receivedOn);
    }

    private List<TextField> fields() {
        return List.of(patient, requestedBy, identity);
    }

    void open() {
        getContent().open();
    }

    private void register() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(patient, "Enter the number of the patient");
        wrong.refuseEmpty(requestedBy, "Enter the requester");
        wrong.refuseEmpty(identity, "Enter how their identity was checked");
        wrong.refuseEmpty(wanted, "Enter what to amend, and why");
        wrong.refuseEmpty(receivedOn, "Choose the day of the request");
        if (wrong.areNone()) {
            overdue.askBefore(this::save);
        }
    }

    private void save() {
        var isRegistered = Attempt.showing(messages)
                .at(AmendmentField.PATIENT, patient)
                .at(AmendmentField.REQUESTED_BY, requestedBy)
                .at(AmendmentField.IDENTITY, identity)
                .at(AmendmentField.WANTED, wanted)
                .at(AmendmentField.RECEIVED_ON, receivedOn)
                .run(() -> requests.register(new AmendmentDraft(
                        patient.getValue(),
                        requestedBy.getValue(),
                        identity.getValue(),
                        wanted.getValue(),
                        receivedOn.getValue())));
        if (isRegistered) {
            getContent().close();
            registered.run();
        }
    }
}
