package io.plumbline.records.ui.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.RequestClock;
import io.plumbline.records.incidents.IncidentRow;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;

/** Incidents that may be a breach, with the days that are left to tell the affected patients. */
@Route(Routes.INCIDENTS)
@PageTitle("Incidents · Plumbline")
@Menu(order = 49, title = "Incidents", icon = "ALERT")
@RolesAllowed(Permission.INCIDENT)
class IncidentsView extends Main {
    private final IncidentService incidents;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final Grid<IncidentRow> list;

    IncidentsView(IncidentService incidents, IdentityService identity, ClinicService clinics) {
        this.incidents = incidents;
        this.identity = identity;
        this.clinics = clinics;
        list = Lazily.list("Incidents", IncidentRow::id, row(), incidents::list);
        list.setEmptyStateComponent(new EmptyState(
                Icon.ALERT,
                "No incidents",
                "Record an incident when somebody may have seen or taken records without permission."));
        Ui.page(
                this,
                "Incidents",
                "Patients affected by a breach are notified within 60 days of its discovery. Patients are shown by number only.",
                list);
        Ui.pageActions(this, new Button("Record incident", Icon.PLUS.create(), e -> new RecordIncidentDialog(
                        incidents, clinics.ownToday(), this::refresh)
                .open()));
    }

    private LitRenderer<IncidentRow> row() {
        return LitRenderer.<IncidentRow>of("""
                <div class="list-row break-glass-row">
                  <span class="two"><span class="row-name num">${item.discovered}</span><span class="quiet">${item.by}</span></span>
                  <span class="line-two">${item.what}</span>
                  <span class="two line-three"><span class="quiet">${item.status}</span><span class="quiet num">${item.due}</span></span>
                  <span class="end line-four"><vaadin-button theme="small" aria-label="Open the incident of ${item.discovered}" @click="${open}">Open</vaadin-button></span>
                </div>""")
                .withProperty("discovered", row -> Dates.dayAndYear(row.discoveredOn()))
                .withProperty("by", IncidentRow::recordedBy)
                .withProperty("what", IncidentRow::what)
                .withProperty("status", row -> status(row, clinics.ownToday()))
                .withProperty("due", row -> "due " + Dates.dayAndYear(row.dueOn()))
                .withFunction("open", this::open);
    }

    /** Returns the status; of an open incident, the days that are left. */
    static String status(IncidentRow row, LocalDate today) {
        if (row.isOpen()) {
            return RequestClock.left(row.dueOn(), today);
        }
        return row.notifiedOn() == null ? "No breach" : "Patients notified on " + Dates.dayAndYear(row.notifiedOn());
    }

    private void open(IncidentRow row) {
        new IncidentDialog(incidents, identity, incidents.find(row.id()), clinics, this::refresh).open();
    }

    private void refresh() {
        list.getDataProvider().refreshAll();
    }
}
