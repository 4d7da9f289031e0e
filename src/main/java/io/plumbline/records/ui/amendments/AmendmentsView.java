package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.RequestClock;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.records.amendments.AmendmentField;
import io.plumbline.records.amendments.AmendmentRow;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.ui.OverdueQuestion;
import io.plumbline.records.ui.RegisterRow;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.shared.ui.patient.PatientNumberField;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;

/** The requests of patients to amend their record, with the days that are left for each. */
@Route(Routes.AMENDMENTS)
@PageTitle("Amendment requests · Plumbline")
@Menu(order = 45, title = "Amendment requests", icon = "NOTE")
@RolesAllowed(Permission.ACCESS_REQUEST)
class AmendmentsView extends Main {
    AmendmentsView(AmendmentService requests, ClinicService clinics) {
        var row = new RegisterRow<AmendmentRow>()
                .linked(AmendmentRow::patientNumber, one -> RegisterRow.trailOf(one.patientNumber()))
                .below("quiet", AmendmentRow::requestedBy)
                .middle(one -> one.isOpen()
                        ? RequestClock.left(one.dueOn(), clinics.ownToday())
                        : one.status().label())
                .last("quiet num", one -> "received " + Dates.dayAndYear(one.receivedOn()))
                .belowLast("quiet num", one -> "due " + Dates.dayAndYear(one.dueOn()))
                .opens(one -> "the request of " + one.patientNumber());
        var list = new RegisterScreen<>(
                "Amendment requests", AmendmentRow::id, row, requests::list, (one, changed) -> new AmendmentDialog(
                                requests, requests.find(one.id()), clinics.ownToday(), clinics.ownZone(), changed)
                        .open());
        Ui.page(
                this,
                "Amendment requests",
                "Answered within 60 days. What is accepted is appended to the record; nothing is overwritten. Patients are"
                        + " shown by number only.",
                list.whenEmpty(new EmptyState(
                        Icon.NOTE,
                        "No amendment requests",
                        "Register a request when a patient, or a person who acts for them, asks to correct the record or"
                                + " to add to it.")));
        Ui.pageActions(
                this,
                new Button(
                        "Register request",
                        Icon.PLUS.create(),
                        e -> register(requests, clinics.ownToday(), list::refresh)));
    }

    /** Asks for an amendment request to be registered. */
    private static void register(AmendmentService requests, LocalDate today, Runnable registered) {
        var form = RegisterScreen.form("Register amendment request");
        var patient = PatientNumberField.in(form, AmendmentField.PATIENT, "");
        var requestedBy =
                form.required(UiFields.line("Requester", AmendmentDraft.LONGEST_REQUESTED_BY), "Enter the requester");
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
