package io.plumbline.records.ui.incidents;

import io.plumbline.records.incidents.IncidentDraft;
import io.plumbline.records.incidents.IncidentField;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.records.ui.RecordForm;
import java.time.LocalDate;

/** Records an incident. */
final class RecordIncidentDialog {
    private static final int LONGEST_USERNAME = 80;

    private RecordIncidentDialog() {}

    static void open(IncidentService incidents, LocalDate today, Runnable recorded) {
        var form = new RecordForm("Record incident")
                .says("The affected patients are found in the audit trail by account and period.");
        var what = form.lines(IncidentField.WHAT, "What happened", IncidentDraft.LONGEST_WORDS, "Enter what happened");
        what.setHelperText("No names and no clinical content");
        var discoveredOn =
                form.day(IncidentField.DISCOVERED_ON, "Discovered on", today, "Choose the day of the discovery");
        discoveredOn.setValue(today);
        var username = form.line(IncidentField.USERNAME, "User name of the account", LONGEST_USERNAME);
        username.setHelperText("Leave empty for the accesses of everybody");
        var from = form.day(IncidentField.FROM, "First day of the accesses", today, "Choose the first day");
        var until = form.day(IncidentField.UNTIL, "Last day of the accesses", today, "Choose the last day");
        form.open(
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
