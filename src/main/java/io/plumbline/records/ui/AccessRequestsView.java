package io.plumbline.records.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.AccessRequestDraft;
import io.plumbline.records.AccessRequestField;
import io.plumbline.records.AccessRequestRow;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.RequestClock;
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
import java.util.List;

/** The access requests of patients, with the days that are left for each. */
@Route(Routes.ACCESS_REQUESTS)
@PageTitle("Access requests · Plumbline")
@Menu(order = 44, title = "Access requests", icon = "NOTE")
@RolesAllowed(Permission.ACCESS_REQUEST)
class AccessRequestsView extends Main {
    AccessRequestsView(AccessRequestService requests, ProofFirst proof, ClinicService clinics) {
        var row = new RegisterRow<AccessRequestRow>()
                .linked(AccessRequestRow::numbers, one -> RegisterRow.trailOf(one.patientNumber()))
                .below("quiet", AccessRequestRow::requestedBy)
                .middle(one -> status(one, clinics.ownToday()))
                .last("quiet num", one -> "received " + Dates.dayAndYear(one.receivedOn()))
                .belowLast("quiet num", one -> "due " + Dates.dayAndYear(one.dueOn()))
                .opens(one -> "the request for " + one.numbers());
        var list = new RegisterScreen<>(
                "Access requests",
                AccessRequestRow::id,
                row,
                (after, limit) -> after == null ? requests.list() : List.of(),
                (one, changed) -> new RequestDialog(requests, proof, requests.find(one.id()), clinics, changed).open());
        Ui.page(
                this,
                "Access requests",
                "Patients who ask for their record get it within 30 days. Patients are shown by number only.",
                list.whenEmpty(new EmptyState(
                        Icon.NOTE,
                        "No access requests",
                        "Register a request when a patient, or a person who acts for them, asks to see or to get the"
                                + " record.")));
        Ui.pageActions(
                this,
                new Anchor(Routes.CLINIC_EXPORTS, "Clinic exports"),
                new Button(
                        "Register request",
                        Icon.PLUS.create(),
                        e -> register(requests, clinics.ownToday(), list::refresh)));
    }

    /** Returns the status; of an open request, the days that are left. */
    static String status(AccessRequestRow row, LocalDate today) {
        return row.isOpen()
                ? RequestClock.left(row.dueOn(), today)
                : row.status().label();
    }

    /** Asks for an access request to be registered. */
    private static void register(AccessRequestService requests, LocalDate today, Runnable registered) {
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
                                patient.getValue(),
                                requestedBy.getValue(),
                                identity.getValue(),
                                receivedOn.getValue())),
                        registered);
    }
}
