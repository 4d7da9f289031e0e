package io.plumbline.records.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.AccessRequestField;
import io.plumbline.records.AccessRequestRow;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.AccessRequestStatus;
import io.plumbline.records.RequestClock;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;

/** One access request: what is known of it, the export of the record, and what became of it. */
class RequestDialog {
    private static final int LONGEST_DELIVERY = 200;

    private final AccessRequestService requests;
    private final ProofFirst proof;
    private final ClinicService clinics;
    private final RecordDialog<AccessRequestRow> dialog;

    RequestDialog(
            AccessRequestService requests,
            ProofFirst proof,
            AccessRequestRow row,
            ClinicService clinics,
            Runnable changed) {
        this.requests = requests;
        this.proof = proof;
        this.clinics = clinics;
        dialog = new RecordDialog<>(
                "Access request for " + row.numbers(),
                "A colleague changed this request in the meantime. Close it and open it again",
                row,
                () -> requests.find(row.id()),
                this::draw,
                changed);
    }

    void open() {
        dialog.open();
    }

    private void draw(Div content, AccessRequestRow row) {
        content.add(facts(row).show());
        if (row.status() == AccessRequestStatus.FULFILLED) {
            content.add(
                    Ui.text(
                            "muted",
                            "If the record went to somebody who is neither the patient nor acts for them, add it to the"
                                    + " disclosure register."),
                    new Anchor(Routes.DISCLOSURES + "?patient=" + row.patientNumber(), "Disclosure register"));
        }
        if (!row.isOpen()) {
            return;
        }
        var extend = dialog.asksWhy(
                "Extend…",
                "Extend by 30 days",
                "Possible once. Write the reason, as sent to the requester before the time is over.",
                "Extend",
                reason -> requests.extend(row.id(), row.version(), reason));
        extend.setVisible(row.extensionReason() == null && !RequestClock.isOver(row.dueOn(), clinics.ownToday()));
        content.add(Ui.div(
                "cluster",
                // an export changes the request too
                new Button("Export the record…", e -> ExportDialog.ofRequest(ExportSteps.of(requests, row.id()), proof)
                        .open(dialog::done)),
                new Button("Mark as fulfilled…", e -> askHowDelivered(row)),
                extend,
                dialog.asksWhy(
                        "Deny…",
                        "Deny the request",
                        "Write the reason, as sent to the requester, with how they can have it reviewed.",
                        "Deny",
                        reason -> requests.deny(row.id(), row.version(), reason)),
                dialog.asksWhy(
                        "Mark as withdrawn…",
                        "Mark as withdrawn",
                        "Write how the requester said that they no longer want the record.",
                        "Mark as withdrawn",
                        reason -> requests.withdraw(row.id(), row.version(), reason))));
    }

    private void askHowDelivered(AccessRequestRow row) {
        var form = RegisterScreen.form("Mark as fulfilled");
        var on = form.required(Days.past("Delivered on", clinics.ownToday()), "Choose the day");
        on.setMin(row.receivedOn());
        on.setValue(clinics.ownToday());
        var how = form.required(UiFields.line("How it was delivered", LONGEST_DELIVERY), "Enter how it was delivered");
        how.setHelperText("Such as: on a USB stick, by hand at the desk");
        // as it is after an export, which changes the version too
        form.at(AccessRequestField.DELIVERED_ON, on)
                .at(AccessRequestField.DELIVERY, how)
                .open(
                        "Mark as fulfilled",
                        () -> requests.fulfill(
                                row.id(), requests.find(row.id()).version(), on.getValue(), how.getValue()),
                        dialog::done);
    }

    private FactList facts(AccessRequestRow row) {
        var zone = clinics.ownZone();
        var exportedAt = row.exportedAt();
        var deliveredOn = row.deliveredOn();
        return new FactList()
                .add("Status", AccessRequestsView.status(row, clinics.ownToday()))
                .add("Requester", row.requestedBy())
                .add("Identity", row.identityCheck())
                .add("Received", Dates.dayAndYear(row.receivedOn()) + ", registered by " + row.registeredBy())
                .add("Due", row.dueOn())
                .add("Extended", row.extensionReason())
                .add("Export", exportedAt == null ? "Not yet" : Dates.dayAndTime(exportedAt, zone))
                .add("SHA-256 of the export", row.exportSha256())
                .add("Delivered", deliveredOn == null ? null : Dates.dayAndYear(deliveredOn) + ", " + row.delivery())
                .add("Closed", row.closedAt(), zone, row.closedBy())
                .add("Statement", row.closingReason());
    }
}
