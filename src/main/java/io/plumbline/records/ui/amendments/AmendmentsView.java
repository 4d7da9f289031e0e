package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.RequestClock;
import io.plumbline.records.amendments.AmendmentRow;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/** The requests of patients to amend their record, with the days that are left for each. */
@Route(Routes.AMENDMENTS)
@PageTitle("Amendment requests · Plumbline")
@Menu(order = 45, title = "Amendment requests", icon = "NOTE")
@RolesAllowed(Permission.ACCESS_REQUEST)
class AmendmentsView extends Main {
    private final AmendmentService requests;
    private final ClinicService clinics;
    private final Grid<AmendmentRow> list;

    AmendmentsView(AmendmentService requests, ClinicService clinics) {
        this.requests = requests;
        this.clinics = clinics;
        list = Lazily.list("Amendment requests", AmendmentRow::id, row(), requests::list);
        list.setEmptyStateComponent(
                new EmptyState(
                        Icon.NOTE,
                        "No amendment requests",
                        "Register a request when a patient, or a person who acts for them, asks to correct the record or to add to it."));
        Ui.page(
                this,
                "Amendment requests",
                "Answered within 60 days. What is accepted is appended to the record; nothing is overwritten. Patients are"
                        + " shown by number only.",
                list);
        Ui.pageActions(this, new Button("Register request", Icon.PLUS.create(), e -> new RegisterAmendmentDialog(
                        requests, clinics.ownToday(), this::refresh)
                .open()));
    }

    private LitRenderer<AmendmentRow> row() {
        return LitRenderer.<AmendmentRow>of("""
                <div class="list-row break-glass-row">
                  <span class="two"><a class="row-name" href="${item.trail}">${item.patient}</a><span class="quiet">${item.by}</span></span>
                  <span class="line-two">${item.status}</span>
                  <span class="two line-three"><span class="quiet num">${item.received}</span><span class="quiet num">${item.due}</span></span>
                  <span class="end line-four"><vaadin-button theme="small" aria-label="Open the request of ${item.patient}" @click="${open}">Open</vaadin-button></span>
                </div>""")
                .withProperty("trail", row -> Routes.AUDIT + "?patient=" + row.patientNumber())
                .withProperty("patient", AmendmentRow::patientNumber)
                .withProperty("by", AmendmentRow::requestedBy)
                .withProperty(
                        "status",
                        row -> row.isOpen()
                                ? RequestClock.left(row.dueOn(), clinics.ownToday())
                                : row.status().label())
                .withProperty("received", row -> "received " + Dates.dayAndYear(row.receivedOn()))
                .withProperty("due", row -> "due " + Dates.dayAndYear(row.dueOn()))
                .withFunction("open", this::open);
    }

    private void open(AmendmentRow row) {
        new AmendmentDialog(requests, requests.find(row.id()), clinics.ownToday(), clinics.ownZone(), this::refresh)
                .open();
    }

    private void refresh() {
        list.getDataProvider().refreshAll();
    }
}
