package io.plumbline.records.ui;

import io.plumbline.records.AccessRequestDraft;
import io.plumbline.records.AccessRequestField;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.RequestClock;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.time.LocalDate;

/** Registers an access request. */
final class RegisterRequestDialog {
    private RegisterRequestDialog() {}

    static void open(AccessRequestService requests, LocalDate today, Runnable registered) {
        var form = RegisterScreen.form("Register access request");
        var patient = PatientNumberField.in(form, AccessRequestField.PATIENT, "");
        var requestedBy = form.required(
                UiFields.line("Requester", AccessRequestDraft.LONGEST_REQUESTED_BY), "Enter the requester");
        requestedBy.setHelperText("The patient, or the name of the person who acts for them");
        var identity = form.required(
                UiFields.line("How their identity was checked", AccessRequestDraft.LONGEST_IDENTITY),
                "Enter how their identity was checked");
        identity.setHelperText("Such as: driver's license seen at the desk");
        var receivedOn = form.required(Days.past("Received on", today), "Choose the day of the request");
        receivedOn.setValue(today);
        form.at(AccessRequestField.REQUESTED_BY, requestedBy)
                .at(AccessRequestField.IDENTITY, identity)
                .at(AccessRequestField.RECEIVED_ON, receivedOn)
                .asking(new OverdueQuestion(RequestClock.ACCESS, today, receivedOn)::askBefore)
                .open(
                "Register",
                () -> requests.register(new AccessRequestDraft(
                        patient.getValue(), requestedBy.getValue(), identity.getValue(), receivedOn.getValue())),
                registered);
    }
}
