package io.plumbline.records.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.AccessRequestRow;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.RequestClock;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;

/** The access requests of patients, with the days that are left for each. */
@Route(Routes.ACCESS_REQUESTS)
@PageTitle("Access requests · Plumbline")
@Menu(order = 44, title = "Access requests", icon = "NOTE")
@RolesAllowed(Permission.ACCESS_REQUEST)
class AccessRequestsView extends Main {
    private final AccessRequestService requests;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final Grid<AccessRequestRow> list;

    AccessRequestsView(AccessRequestService requests, IdentityService identity, ClinicService clinics) {
        this.requests = requests;
        this.identity = identity;
        this.clinics = clinics;
        list = Lazily.list(
                "Access requests",
                AccessRequestRow::id,
                row(),
                (after, limit) -> after == null ? requests.list() : List.of());
        list.setEmptyStateComponent(new EmptyState(
                Icon.NOTE,
                "No access requests",
                "Register a request when a patient, or a person who acts for them, asks to see or to get the record."));
        Ui.page(
                this,
                "Access requests",
                "Patients who ask for their record get it within 30 days. Patients are shown by number only.",
                list);
        Ui.pageActions(
                this,
                new Anchor(Routes.CLINIC_EXPORTS, "Clinic exports"),
                new Button("Register request", Icon.PLUS.create(), e -> new RegisterRequestDialog(
                                requests, clinics.ownToday(), this::refresh)
                        .open()));
    }

    private LitRenderer<AccessRequestRow> row() {
        return LitRenderer.<AccessRequestRow>of("""
                <div class="list-row break-glass-row">
                  <span class="two"><a class="row-name" href="${item.trail}">${item.patient}</a><span class="quiet">${item.by}</span></span>
                  <span class="line-two">${item.status}</span>
                  <span class="two line-three"><span class="quiet num">${item.received}</span><span class="quiet num">${item.due}</span></span>
                  <span class="end line-four"><vaadin-button theme="small" aria-label="Open the request for ${item.patient}" @click="${open}">Open</vaadin-button></span>
                </div>""")
                .withProperty("trail", row -> Routes.AUDIT + "?patient=" + row.patientNumber())
                .withProperty("patient", AccessRequestRow::numbers)
                .withProperty("by", AccessRequestRow::requestedBy)
                .withProperty("status", row -> status(row, clinics.ownToday()))
                .withProperty("received", row -> "received " + Dates.dayAndYear(row.receivedOn()))
                .withProperty("due", row -> "due " + Dates.dayAndYear(row.dueOn()))
                .withFunction("open", this::open);
    }

    /** Returns the status; of an open request, the days that are left. */
    static String status(AccessRequestRow row, LocalDate today) {
        if (!row.isOpen()) {
            return row.status().label();
        }
        return RequestClock.left(row.dueOn(), today);
    }

    private void open(AccessRequestRow row) {
        new RequestDialog(requests, identity, requests.find(row.id()), clinics, this::refresh).open();
    }

    private void refresh() {
        list.getDataProvider().refreshAll();
    }
}
