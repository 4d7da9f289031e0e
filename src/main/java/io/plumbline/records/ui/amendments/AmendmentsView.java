package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.RequestClock;
import io.plumbline.records.amendments.AmendmentRow;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.ui.RegisterRow;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

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
                        e -> RegisterAmendmentDialog.open(requests, clinics.ownToday(), list::refresh)));
    }
}
