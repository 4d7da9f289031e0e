package io.plumbline.records.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.AccessRequestRow;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.AccessRequestStatus;
import io.plumbline.records.RequestClock;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One access request: what is known of it, the export of the record, and what became of it. */
class RequestDialog extends Composite<Dialog> {
    private static final String CHANGED =
            "A colleague changed this request in the meantime. Close it and open it again";

    private final AccessRequestService requests;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final Runnable changed;
    private final Div content = Ui.div("stack-3");

    RequestDialog(
            AccessRequestService requests,
            IdentityService identity,
            AccessRequestRow row,
            ClinicService clinics,
            Runnable changed) {
        this.requests = requests;
        this.identity = identity;
        this.clinics = clinics;
        this.changed = changed;
        Dialogs.show(getContent(), Dialogs.Width.LARGE, "Access request for " + row.numbers(), content);
        // an export changes it too
        getContent().addOpenedChangeListener(e -> changed.run());
        draw(row);
    }

    void open() {
        getContent().open();
    }

    private void draw(AccessRequestRow row) {
        content.removeAll();
        content.add(Ui.facts(facts(row)));
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
        var exporting = new Button("Export the record…", e -> export(row));
        var fulfill = new Button("Mark as fulfilled…", e -> new FulfillDialog(
                        row.receivedOn(),
                        clinics.ownToday(),
                        (on, how) -> requests.fulfill(row.id(), current(row).version(), on, how),
                        () -> done(row))
                .open());
        var extend = new Button(
                "Extend…",
                e -> ask(
                        row,
                        "Extend by 30 days",
                        "Possible once. Write the reason, as sent to the requester before the time is over.",
                        "Extend",
                        reason -> requests.extend(row.id(), row.version(), reason)));
        extend.setVisible(row.extensionReason() == null && !RequestClock.isOver(row.dueOn(), clinics.ownToday()));
        var deny = new Button(
                "Deny…",
                e -> ask(
                        row,
                        "Deny the request",
                        "Write the reason, as sent to the requester, with how they can have it reviewed.",
                        "Deny",
                        reason -> requests.deny(row.id(), row.version(), reason)));
        var withdraw = new Button(
                "Mark as withdrawn…",
                e -> ask(
                        row,
                        "Mark as withdrawn",
                        "Write how the requester said that they no longer want the record.",
                        "Mark as withdrawn",
                        reason -> requests.withdraw(row.id(), row.version(), reason)));
        content.add(Ui.div("cluster", exporting, fulfill, extend, deny, withdraw));
    }

    /** As it is after an export, which changes the version too. */
    private AccessRequestRow current(AccessRequestRow row) {
        return requests.find(row.id());
    }

    private void export(AccessRequestRow row) {
        ExportDialog.ofRequest(ExportSteps.of(requests, row.id()), identity).open(() -> draw(current(row)));
    }

    private void ask(AccessRequestRow row, String title, String words, String verb, Consumer<String> action) {
        new ReasonDialog(title, words, verb, reason -> {
                    var refusal = Attempt.refusalOf(() -> action.accept(reason), () -> CHANGED);
                    if (refusal.isEmpty()) {
                        done(row);
                    }
                    return refusal;
                })
                .open();
    }

    private void done(AccessRequestRow row) {
        draw(current(row));
        changed.run();
    }

    private String[] facts(AccessRequestRow row) {
        var zone = clinics.ownZone();
        var facts = new ArrayList<>(List.of(
                "Status",
                AccessRequestsView.status(row, clinics.ownToday()),
                "Requester",
                row.requestedBy(),
                "Identity",
                row.identityCheck(),
                "Received",
                Dates.dayAndYear(row.receivedOn()) + ", registered by " + row.registeredBy(),
                "Due",
                Dates.dayAndYear(row.dueOn())));
        add(facts, "Extended", row.extensionReason());
        var exportedAt = row.exportedAt();
        facts.addAll(List.of("Export", exportedAt == null ? "Not yet" : Dates.dayAndTime(exportedAt, zone)));
        add(facts, "SHA-256 of the export", row.exportSha256());
        var deliveredOn = row.deliveredOn();
        add(facts, "Delivered", deliveredOn == null ? null : Dates.dayAndYear(deliveredOn) + ", " + row.delivery());
        var closedAt = row.closedAt();
        add(facts, "Closed", closedAt == null ? null : Dates.dayAndTime(closedAt, zone) + ", " + row.closedBy());
        add(facts, "Statement", row.closingReason());
        return facts.toArray(String[]::new);
    }

    private static void add(List<String> facts, String term, @Nullable String fact) {
        if (fact != null) {
            facts.addAll(List.of(term, fact));
        }
    }
}
