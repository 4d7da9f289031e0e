package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.records.RequestClock;
import io.plumbline.records.amendments.AmendmentRow;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.amendments.AmendmentStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One amendment request: its time, the answer, and the statements after a denial. */
class AmendmentDialog extends Composite<Dialog> {
    private static final String CHANGED = "A colleague changed this request in the meantime";

    private final AmendmentService requests;
    private final LocalDate today;
    private final ZoneId zone;
    private final Runnable changed;
    private final Div messages = new Div();
    private final Div content = Ui.div("stack-3");

    AmendmentDialog(AmendmentService requests, AmendmentRow row, LocalDate today, ZoneId zone, Runnable changed) {
        this.requests = requests;
        this.today = today;
        this.zone = zone;
        this.changed = changed;
        Dialogs.show(getContent(), Dialogs.Width.LARGE, "Amendment request, " + row.patientNumber(), messages, content);
        draw(row);
    }

    void open() {
        getContent().open();
    }

    private void draw(AmendmentRow row) {
        content.removeAll();
        content.add(Ui.facts(facts(row)));
        var actions = Ui.div("cluster");
        if (row.isOpen()) {
            actions.add(
                    new Button("Accept…", e -> decide(row, true)),
                    new Button("Deny…", e -> decide(row, false)),
                    new Button(
                            "Mark as withdrawn…",
                            e -> ask(
                                    row,
                                    "Mark as withdrawn",
                                    "How was it withdrawn?",
                                    words -> requests.withdraw(row.id(), row.version(), words))));
            if (row.extensionReason() == null && !RequestClock.isOver(row.dueOn(), today)) {
                actions.add(new Button(
                        "Extend…",
                        e -> ask(
                                row,
                                "Extend by 30 days",
                                "Possible once. Write the reason, as sent to the requester before the time is over.",
                                words -> requests.extend(row.id(), row.version(), words))));
            }
        } else if (row.status() == AmendmentStatus.DENIED && row.disagreement() == null) {
            actions.add(new Button(
                    "Add disagreement…",
                    e -> ask(
                            row,
                            "Add the statement of disagreement",
                            "As the requester wrote it; it becomes part of the record.",
                            words -> requests.disagree(row.id(), row.version(), words))));
        } else if (row.disagreement() != null && row.rebuttal() == null) {
            actions.add(new Button(
                    "Add rebuttal…",
                    e -> ask(
                            row,
                            "Add the rebuttal",
                            "The requester gets a copy; it becomes part of the record.",
                            words -> requests.rebut(row.id(), row.version(), words))));
        }
        content.add(actions);
    }

    private String[] facts(AmendmentRow row) {
        var facts = new ArrayList<>(List.of(
                "Requester",
                row.requestedBy(),
                "Identity",
                row.identityCheck(),
                "What to amend",
                row.wanted(),
                "Received",
                Dates.dayAndYear(row.receivedOn()) + ", registered by " + row.registeredBy(),
                "Due",
                Dates.dayAndYear(row.dueOn()) + (row.isOpen() ? ", " + RequestClock.left(row.dueOn(), today) : ""),
                "Status",
                row.status().label()));
        add(facts, "Extended", row.extensionReason());
        if (row.decidedAt() != null) {
            add(facts, "Decided", Dates.dayAndTime(row.decidedAt(), zone) + ", " + row.decidedBy());
            var about =
                    requests.linked(row.id()).stream().map(DecideDialog::label).collect(Collectors.joining("; "));
            add(facts, "About", about.isEmpty() ? "No part of the record" : about);
        }
        add(facts, "Basis", row.denialBasis() == null ? null : row.denialBasis().label());
        add(facts, "Answer", row.decisionWords());
        add(facts, "Told", row.told());
        add(facts, "Disagreement", row.disagreement());
        add(facts, "Rebuttal", row.rebuttal());
        return facts.toArray(String[]::new);
    }

    private static void add(List<String> facts, String term, @Nullable String fact) {
        if (fact != null && !fact.isEmpty()) {
            facts.addAll(List.of(term, fact));
        }
    }

    private void decide(AmendmentRow row, boolean accepts) {
        new DecideDialog(requests, row, accepts, () -> drawAgain(row)).open();
    }

    private void ask(AmendmentRow row, String title, String explanation, Consumer<String> action) {
        new StatementDialog(title, explanation, words -> {
                    var refusal = Attempt.refusalOf(() -> action.accept(words), () -> CHANGED);
                    if (refusal.isEmpty()) {
                        drawAgain(row);
                    }
                    return refusal;
                })
                .open();
    }

    private void drawAgain(AmendmentRow row) {
        draw(requests.find(row.id()));
        changed.run();
    }
}
