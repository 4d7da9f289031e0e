package io.plumbline.records.ui.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.RequestClock;
import io.plumbline.records.incidents.IncidentDraft;
import io.plumbline.records.incidents.IncidentField;
import io.plumbline.records.incidents.IncidentRow;
import io.plumbline.records.incidents.IncidentService;
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
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;

/** Incidents that may be a breach, with the days that are left to tell the affected patients. */
@Route(Routes.INCIDENTS)
@PageTitle("Incidents · Plumbline")
@Menu(order = 49, title = "Incidents", icon = "ALERT")
@RolesAllowed(Permission.INCIDENT)
class IncidentsView extends Main {
    private static final int LONGEST_USERNAME = 80;

    IncidentsView(IncidentService incidents, ProofFirst proof, ClinicService clinics) {
        var row = new RegisterRow<IncidentRow>()
                .named("row-name num", one -> Dates.dayAndYear(one.discoveredOn()))
                .below("quiet", IncidentRow::recordedBy)
                .middle(IncidentRow::what)
                .last("quiet", one -> status(one, clinics.ownToday()))
                .belowLast("quiet num", one -> "due " + Dates.dayAndYear(one.dueOn()))
                .opens(one -> "the incident of " + Dates.dayAndYear(one.discoveredOn()));
        var list = new RegisterScreen<>(
                "Incidents", IncidentRow::id, row, incidents::list, (one, changed) -> new IncidentDialog(
                                incidents, proof, incidents.find(one.id()), clinics, changed)
                        .open());
        Ui.page(
                this,
                "Incidents",
                "Patients affected by a breach are notified within 60 days of its discovery. Patients are shown by number only.",
                list.whenEmpty(new EmptyState(
                        Icon.ALERT,
                        "No incidents",
                        "Record an incident when somebody may have seen or taken records without permission.")));
        Ui.pageActions(
                this,
                new Button(
                        "Record incident",
                        Icon.PLUS.create(),
                        e -> record(incidents, clinics.ownToday(), list::refresh)));
    }

    /** Returns the status; of an open incident, the days that are left. */
    static String status(IncidentRow row, LocalDate today) {
        if (row.isOpen()) {
            return RequestClock.left(row.dueOn(), today);
        }
        return row.notifiedOn() == null ? "No breach" : "Patients notified on " + Dates.dayAndYear(row.notifiedOn());
    }

    /** Asks for an incident to be recorded. */
    private static void record(IncidentService incidents, LocalDate today, Runnable recorded) {
        var form = RegisterScreen.form("Record incident")
                .say("The affected patients are found in the audit trail by account and period.");
        var what = form.required(UiFields.area("What happened", IncidentDraft.LONGEST_WORDS), "Enter what happened");
        what.setHelperText("No names and no clinical content");
        var discoveredOn = form.required(Days.past("Discovered on", today), "Choose the day of the discovery");
        discoveredOn.setValue(today);
        var username = form.optional(UiFields.line("User name of the account", LONGEST_USERNAME));
        username.setHelperText("Leave empty for the accesses of everybody");
        var from = form.required(Days.past("First day of the accesses", today), "Choose the first day");
        var until = form.required(Days.past("Last day of the accesses", today), "Choose the last day");
        form.at(IncidentField.WHAT, what)
                .at(IncidentField.DISCOVERED_ON, discoveredOn)
                .at(IncidentField.USERNAME, username)
                .at(IncidentField.UNTIL, until)
                .open(
                        "Record",
                        () -> incidents.record(new IncidentDraft(
                                what.getValue(),
                                discoveredOn.getValue(),
                                username.getValue(),
                                from.getValue(),
                                until.getValue())),
                        recorded);
    }
}
