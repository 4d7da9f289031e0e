package io.plumbline.records.ui.retention;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.records.retention.LegalHoldRow;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.records.ui.FactList;
import io.plumbline.records.ui.RecordDialog;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.Objects;

/** One legal hold. One person asks to lift it, and another lifts or keeps it. */
class LegalHoldDialog {
    private final RetentionService retention;
    private final ZoneId zone;
    private final RecordDialog<LegalHoldRow> dialog;

    LegalHoldDialog(RetentionService retention, LegalHoldRow row, ZoneId zone, Runnable changed) {
        this.retention = retention;
        this.zone = zone;
        dialog = new RecordDialog<>(
                "Legal hold on " + row.patientNumber(),
                "A colleague changed this hold in the meantime",
                row,
                () -> retention.find(row.id()),
                this::draw,
                changed);
    }

    void open() {
        dialog.open();
    }

    private void draw(Div content, LegalHoldRow row) {
        content.add(facts(row).show());
        if (!row.isLasting()) {
            return;
        }
        if (row.liftAskedBy() == null) {
            content.add(Ui.div(
                    "cluster",
                    dialog.asksWhy(
                            "Ask to lift…",
                            "Ask to lift the hold",
                            "The hold lasts until a second person lifts it.",
                            "Ask to lift",
                            reason -> retention.askToLift(row.id(), row.version(), reason))));
        } else if (row.liftAskedBy().equals(CurrentUser.current().staff())) {
            content.add(
                    Ui.text("muted", "You asked to lift this hold, so a second person has to lift it."),
                    Ui.div("cluster", keep("Take back", row)));
        } else {
            content.add(Ui.div(
                    "cluster",
                    new Button("Lift the hold", e -> dialog.run(() -> retention.lift(row.id(), row.version()))),
                    keep("Keep the hold", row)));
        }
    }

    private Button keep(String words, LegalHoldRow row) {
        return new Button(words, e -> dialog.run(() -> retention.keep(row.id(), row.version())));
    }

    private FactList facts(LegalHoldRow row) {
        return new FactList()
                .add("Reason", row.reason())
                .add("Placed", row.placedAt(), zone, row.placedBy())
                .add("Status", row.status())
                .add(
                        "Asked to lift",
                        row.liftReason() == null
                                ? null
                                : Objects.toString(row.liftAskedByName(), CurrentUser.SYSTEM.displayName()) + ": "
                                        + row.liftReason())
                .add("Lifted", row.liftedAt(), zone, row.liftedBy());
    }
}
