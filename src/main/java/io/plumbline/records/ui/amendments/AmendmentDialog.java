package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.records.RequestClock;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.records.amendments.AmendmentField;
import io.plumbline.records.amendments.AmendmentRow;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.amendments.AmendmentStatus;
import io.plumbline.records.ui.FactList;
import io.plumbline.records.ui.RecordDialog;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One amendment request: its time, the answer, and the statements after a denial. */
class AmendmentDialog {
    private final AmendmentService requests;
    private final LocalDate today;
    private final ZoneId zone;
    private final RecordDialog<AmendmentRow> dialog;

    AmendmentDialog(AmendmentService requests, AmendmentRow row, LocalDate today, ZoneId zone, Runnable changed) {
        this.requests = requests;
        this.today = today;
        this.zone = zone;
        dialog = new RecordDialog<>(
                "Amendment request, " + row.patientNumber(),
                "A colleague changed this request in the meantime",
                row,
                () -> requests.find(row.id()),
                this::draw,
                changed);
    }

    void open() {
        dialog.open();
    }

    private void draw(Div content, AmendmentRow row) {
        var actions = Ui.div("cluster");
        content.add(facts(row).show(), actions);
        if (row.isOpen()) {
            actions.add(
                    new Button(
                            "Accept…",
                            e -> DecideDialog.accept(dialog.form("Accept the request"), requests, row, dialog::done)),
                    new Button(
                            "Deny…",
                            e -> DecideDialog.deny(dialog.form("Deny the request"), requests, row, dialog::done)),
                    asks(
                            "Mark as withdrawn…",
                            "Mark as withdrawn",
                            "How was it withdrawn?",
                            words -> requests.withdraw(row.id(), row.version(), words)));
            if (row.extensionReason() == null && !RequestClock.isOver(row.dueOn(), today)) {
                actions.add(asks(
                        "Extend…",
                        "Extend by 30 days",
                        "Possible once. Write the reason, as sent to the requester before the time is over.",
                        words -> requests.extend(row.id(), row.version(), words)));
            }
        } else if (row.status() == AmendmentStatus.DENIED && row.disagreement() == null) {
            actions.add(asks(
                    "Add disagreement…",
                    "Add the statement of disagreement",
                    "As the requester wrote it; it becomes part of the record.",
                    words -> requests.disagree(row.id(), row.version(), words)));
        } else if (row.disagreement() != null && row.rebuttal() == null) {
            actions.add(asks(
                    "Add rebuttal…",
                    "Add the rebuttal",
                    "The requester gets a copy; it becomes part of the record.",
                    words -> requests.rebut(row.id(), row.version(), words)));
        }
    }

    /** Creates a button that asks for a statement, which becomes part of the request. */
    private Button asks(String button, String title, String explanation, Consumer<String> action) {
        return new Button(button, e -> {
            var form = dialog.form(title).say(explanation);
            var words =
                    form.required(UiFields.area("In writing", AmendmentDraft.LONGEST_WORDS), "Enter what was written");
            form.at(AmendmentField.WORDS, words).open("Save", () -> action.accept(words.getValue()), dialog::done);
        });
    }

    private FactList facts(AmendmentRow row) {
        var facts = new FactList()
                .add("Requester", row.requestedBy())
                .add("Identity", row.identityCheck())
                .add("What to amend", row.wanted())
                .add("Received", Dates.dayAndYear(row.receivedOn()) + ", registered by " + row.registeredBy())
                .add(
                        "Due",
                        Dates.dayAndYear(row.dueOn())
                                + (row.isOpen() ? ", " + RequestClock.left(row.dueOn(), today) : ""))
                .add("Status", row.status().label())
                .add("Extended", row.extensionReason())
                .add("Decided", row.decidedAt(), zone, row.decidedBy());
        if (row.decidedAt() != null) {
            var about =
                    requests.linked(row.id()).stream().map(DecideDialog::label).collect(Collectors.joining("; "));
            facts.add("About", about.isEmpty() ? "No part of the record" : about);
        }
        return facts.add(
                        "Basis",
                        row.denialBasis() == null ? null : row.denialBasis().label())
                .add("Answer", row.decisionWords())
                .add("Told", row.told())
                .add("Disagreement", row.disagreement())
                .add("Rebuttal", row.rebuttal());
    }
}
