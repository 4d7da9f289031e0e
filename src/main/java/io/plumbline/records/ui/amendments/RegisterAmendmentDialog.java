package io.plumbline.records.ui.amendments;

import io.plumbline.records.RequestClock;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.records.amendments.AmendmentField;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.ui.OverdueQuestion;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.time.LocalDate;

/** Registers an amendment request. */
final class RegisterAmendmentDialog {
    private RegisterAmendmentDialog() {}

    static void open(AmendmentService requests, LocalDate today, Runnable registered) {
        var form = RegisterScreen.form("Register amendment request");
        var patient = PatientNumberField.in(form, AmendmentField.PATIENT, "");
        var requestedBy = form.required(UiFields.line("Requester", AmendmentDraft.LONGEST_REQUESTED_BY), "Enter the requester");
        requestedBy.setHelperText("The patient, or the name of the person who acts for them");
        var identity = form.required(
                UiFields.line("How their identity was checked", AmendmentDraft.LONGEST_IDENTITY),
                "Enter how their identity was checked");
        identity.setHelperText("Such as: driver's license seen at the desk");
        var wanted = form.required(
                UiFields.area("What to amend, and why", AmendmentDraft.LONGEST_WORDS), "Enter what to amend, and why");
        wanted.setHelperText("In the requester's words");
        var receivedOn = form.required(Days.past("Received on", today), "Choose the day of the request");
        receivedOn.setValue(today);
        form.at(AmendmentField.REQUESTED_BY, requestedBy)
                .at(AmendmentField.IDENTITY, identity)
                .at(AmendmentField.WANTED, wanted)
                .at(AmendmentField.RECEIVED_ON, receivedOn)
                .asking(new OverdueQuestion(RequestClock.AMENDMENT, today, receivedOn)::askBefore)
                .open(
                "Register",
                () -> requests.register(new AmendmentDraft(
                        patient.getValue(),
                        requestedBy.getValue(),
                        identity.getValue(),
                        wanted.getValue(),
                        receivedOn.getValue())),
                registered);
    }
}
