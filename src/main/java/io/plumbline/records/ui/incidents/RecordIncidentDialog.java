package io.plumbline.records.ui.incidents;

import io.plumbline.records.incidents.IncidentDraft;
import io.plumbline.records.incidents.IncidentField;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.UiFields;
import java.time.LocalDate;

/** Records an incident. */
final class RecordIncidentDialog {
    private static final int LONGEST_USERNAME = 80;

    private RecordIncidentDialog() {}

    static void open(IncidentService incidents, LocalDate today, Runnable recorded) {
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
