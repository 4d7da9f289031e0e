package io.plumbline.records.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.records.AccessRequestDraft;
import io.plumbline.records.AccessRequestField;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.RequestClock;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.time.LocalDate;
import java.util.List;

/** Registers an access request. */
class RegisterRequestDialog extends Composite<Dialog> {
    private final AccessRequestService requests;
    private final TextField patient = new PatientNumberField();
    private final TextField requestedBy = new TextField("Requester");
    private final TextField identity = new TextField("How their identity was checked");
    private final DatePicker receivedOn = Days.field("Received on");
    private final Div messages = new Div();
    private final OverdueQuestion overdue;
    private final Runnable registered;

    RegisterRequestDialog(AccessRequestService requests, LocalDate today, Runnable registered) {
        this.requests = requests;
        this.registered = registered;
        requestedBy.setMaxLength(AccessRequestDraft.LONGEST_REQUESTED_BY);
        requestedBy.setHelperText("The patient, or the name of the person who acts for them");
        identity.setMaxLength(AccessRequestDraft.LONGEST_IDENTITY);
        identity.setHelperText("Such as: driver's license seen at the desk");
        receivedOn.setMax(today);
        receivedOn.setValue(today);
        overdue = new OverdueQuestion(RequestClock.ACCESS, today, receivedOn);
        for (var field : fields()) {
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.setRequiredIndicatorVisible(true);
            field.setWidthFull();
        }
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Register access request",
                () -> fields().stream().anyMatch(field -> !field.isEmpty()),
                new Button("Register", e -> register()),
                messages,
                patient,
                requestedBy,
                identity,
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
        wrong.refuseEmpty(receivedOn, "Choose the day of the request");
        if (wrong.areNone()) {
            overdue.askBefore(this::save);
        }
    }

    private void save() {
        var isRegistered = Attempt.showing(messages)
                .at(AccessRequestField.PATIENT, patient)
                .at(AccessRequestField.REQUESTED_BY, requestedBy)
                .at(AccessRequestField.IDENTITY, identity)
                .at(AccessRequestField.RECEIVED_ON, receivedOn)
                .run(() -> requests.register(new AccessRequestDraft(
                        patient.getValue(), requestedBy.getValue(), identity.getValue(), receivedOn.getValue())));
        if (isRegistered) {
            getContent().close();
            registered.run();
        }
    }
}
