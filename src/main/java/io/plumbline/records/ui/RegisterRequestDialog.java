package io.plumbline.records.ui;

import io.plumbline.records.AccessRequestDraft;
import io.plumbline.records.AccessRequestField;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.RequestClock;
import java.time.LocalDate;

/** Registers an access request. */
final class RegisterRequestDialog {
    private RegisterRequestDialog() {}

    static void open(AccessRequestService requests, LocalDate today, Runnable registered) {
        var form = new RecordForm("Register access request");
        var patient = form.patient(AccessRequestField.PATIENT, "");
        var requestedBy = form.line(
                AccessRequestField.REQUESTED_BY,
                "Requester",
                AccessRequestDraft.LONGEST_REQUESTED_BY,
                "Enter the requester");
        requestedBy.setHelperText("The patient, or the name of the person who acts for them");
        var identity = form.line(
                AccessRequestField.IDENTITY,
                "How their identity was checked",
                AccessRequestDraft.LONGEST_IDENTITY,
                "Enter how their identity was checked");
        identity.setHelperText("Such as: driver's license seen at the desk");
        var receivedOn =
                form.day(AccessRequestField.RECEIVED_ON, "Received on", today, "Choose the day of the request");
        receivedOn.setValue(today);
        form.asking(new OverdueQuestion(RequestClock.ACCESS, today, receivedOn)::askBefore);
        form.open(
                "Register",
                () -> requests.register(new AccessRequestDraft(
                        patient.getValue(), requestedBy.getValue(), identity.getValue(), receivedOn.getValue())),
                registered);
    }
}
