package io.plumbline.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.imports.DuplicateDecision;
import io.plumbline.imports.ImportDetails;
import io.plumbline.imports.ImportFindingService;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.RowFinding;
import io.plumbline.shared.Count;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the check found: rows that are not imported, as a list and a file, and possible duplicates to decide. */
class ImportFindings extends Composite<Div> {
    private static final int MOST_SHOWN = 50;

    private final ImportFindingService found;
    private final ImportDetails shown;
    private final Div messages = new Div();
    private final Div parts = Ui.div("stack-4");
    private final Div left = Ui.div("muted");

    ImportFindings(ImportFindingService found, ImportDetails shown) {
        this.found = found;
        this.shown = shown;
        messages.getElement().setAttribute("aria-live", "polite");
        left.getElement().setAttribute("role", "status");
        getContent().add(messages, parts);
        draw();
    }

    private void draw() {
        parts.removeAll();
        var wrong = found.count(shown.id(), RowFinding.Kind.WRONG);
        var repeated = found.count(shown.id(), RowFinding.Kind.REPEATED);
        var duplicates = found.count(shown.id(), RowFinding.Kind.DUPLICATE);
        if (wrong + repeated > 0) {
            parts.add(problems(wrong, repeated));
        }
        if (duplicates > 0 && shown.status().isOpen()) {
            parts.add(duplicates(duplicates));
        }
        var past = found.count(shown.id(), RowFinding.Kind.PAST);
        if (past > 0) {
            parts.add(Ui.text(
                    "",
                    Count.of(past, "row is in the past and is", "rows are in the past and are") + " not imported."));
        }
        if (wrong + repeated + duplicates == 0 && shown.status().isOpen()) {
            parts.add(Ui.text(
                    "",
                    shown.kind() == ImportKind.PATIENTS ? "No problems, and no possible duplicates." : "No problems."));
        }
    }

    /** Shows why the rows cannot be imported, where none can. */
    static Component nothingToImport() {
        var run = new Button("Import the rows");
        run.setEnabled(false);
        return Ui.div(
                "cluster", run, Ui.text("", "No row can be imported. Correct the file, then start a new import."));
    }

    private Component problems(long wrong, long repeated) {
        var list = new UnorderedList();
        var rows = new ArrayList<RowFinding>(found.find(shown.id(), RowFinding.Kind.WRONG, 0, MOST_SHOWN));
        if (rows.size() < MOST_SHOWN) {
            rows.addAll(found.find(shown.id(), RowFinding.Kind.REPEATED, 0, MOST_SHOWN - rows.size()));
        }
        rows.forEach(row -> list.add(new ListItem(
                "Line " + row.line() + (row.name().isBlank() ? "" : ", " + row.name()) + ": " + row.sentence())));
        var file = new Anchor((DownloadEvent event) -> write(event), "Download all as CSV");
        file.addClassName("act");
        return Ui.card(
                Count.of(wrong + repeated, "row is not imported", "rows are not imported"),
                Ui.text(
                        "muted",
                        "Correct them in the file and import it again later: rows that were imported are known then."),
                list,
                Ui.div("cluster", file));
    }

    private void write(DownloadEvent event) throws IOException {
        StoreWait.takesItsTime();
        event.setFileName("rows-not-imported.csv");
        event.setContentType("text/csv; charset=utf-8");
        found.writeProblems(shown.id(), event.getOutputStream());
    }

    private Component duplicates(long all) {
        var bulk = Ui.div("cluster", Ui.text("muted", "All that are not decided:"));
        for (var decision : DuplicateDecision.values()) {
            bulk.add(new Button(decision.label(), e -> askForOthers(decision)));
        }
        bulk.add(new Button("Clear all decisions", e -> clearDecisions()));
        var list = Ui.div("stack-3");
        var rows = found.findDuplicates(shown.id(), MOST_SHOWN);
        var names = found.namesOf(rows);
        rows.forEach(row -> list.add(line(row, names)));
        tellLeft();
        var card = Ui.card(Count.of(all, "possible duplicate", "possible duplicates"), bulk, left, list);
        if (all > rows.size()) {
            card.add(Ui.div(
                    "cluster",
                    Ui.text("muted", "These are " + rows.size() + ", those that are not decided first."),
                    new Button("Show the next", e -> draw())));
        }
        return card;
    }

    private Component line(RowFinding row, Map<PatientId, String> names) {
        var choice = new Select<DuplicateDecision>();
        choice.setLabel("Line " + row.line() + ", " + row.name());
        choice.setItems(List.of(DuplicateDecision.values()));
        choice.setItemLabelGenerator(DuplicateDecision::label);
        choice.setPlaceholder("Choose");
        if (row.decision() != null) {
            choice.setValue(row.decision());
        }
        choice.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                decide(row, e.getValue());
            }
        });
        return Ui.div("import-duplicate", choice, like(row, names));
    }

    private static Component like(RowFinding row, Map<PatientId, String> names) {
        var patient = row.patient();
        if (patient == null) {
            return Ui.text("", row.sentence());
        }
        var name = names.get(patient);
        return name == null
                ? Ui.text("", "A patient of another clinic: " + row.sentence())
                : new Anchor(Routes.patient(patient), name + ": " + row.sentence());
    }

    private void askForOthers(DuplicateDecision decision) {
        var rows = found.countUndecided(shown.id());
        new ConfirmDialog(
                        decision.label() + "?",
                        "This decides " + Count.of(rows, "row", "rows") + " at once.",
                        "Decide",
                        e -> decideOthers(decision),
                        "Cancel",
                        e -> {})
                .open();
    }

    private void clearDecisions() {
        Attempt.showing(messages).run(() -> {
            found.clearDecisions(shown.id());
            draw();
        });
    }

    private void decide(RowFinding row, DuplicateDecision decision) {
        Attempt.showing(messages).run(() -> {
            found.decide(shown.id(), row.number(), decision);
            tellLeft();
        });
    }

    private void decideOthers(DuplicateDecision decision) {
        Attempt.showing(messages).run(() -> {
            found.decideOthers(shown.id(), decision);
            draw();
        });
    }

    private void tellLeft() {
        var undecided = found.countUndecided(shown.id());
        left.setText(undecided == 0 ? "All are decided." : Count.number(undecided) + " to decide before the import.");
    }
}
