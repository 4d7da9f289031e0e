package io.plumbline.records.ui.retention;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.records.retention.LegalHoldRow;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One legal hold. One person asks to lift it, and another lifts or keeps it. */
class LegalHoldDialog extends Composite<Dialog> {
    private static final String CHANGED = "A colleague changed this hold in the meantime";

    private final RetentionService retention;
    private final ZoneId zone;
    private final Runnable changed;
    private final Div messages = new Div();
    private final Div content = Ui.div("stack-3");

    LegalHoldDialog(RetentionService retention, LegalHoldRow row, ZoneId zone, Runnable changed) {
        this.retention = retention;
        this.zone = zone;
        this.changed = changed;
        Dialogs.show(getContent(), Dialogs.Width.LARGE, "Legal hold on " + row.patientNumber(), messages, content);
        draw(row);
    }

    void open() {
        getContent().open();
    }

    private void draw(LegalHoldRow row) {
        content.removeAll();
        content.add(Ui.facts(facts(row)));
        if (!row.isLasting()) {
            return;
        }
        if (row.liftAskedBy() == null) {
            content.add(Ui.div("cluster", new Button("Ask to lift…", e -> ask(row))));
        } else if (row.liftAskedBy().equals(CurrentUser.current().staff())) {
            content.add(
                    Ui.text("muted", "You asked to lift this hold, so a second person has to lift it."),
                    Ui.div(
                            "cluster",
                            new Button("Take back", e -> act(row, () -> retention.keep(row.id(), row.version())))));
        } else {
            content.add(Ui.div(
                    "cluster",
                    new Button("Lift the hold", e -> act(row, () -> retention.lift(row.id(), row.version()))),
                    new Button("Keep the hold", e -> act(row, () -> retention.keep(row.id(), row.version())))));
        }
    }

    private String[] facts(LegalHoldRow row) {
        var facts = new ArrayList<>(List.of(
                "Reason",
                row.reason(),
                "Placed",
                Dates.dayAndTime(row.placedAt(), zone) + ", " + row.placedBy(),
                "Status",
                row.status()));
        if (row.liftReason() != null) {
            facts.addAll(List.of(
                    "Asked to lift",
                    Objects.toString(row.liftAskedByName(), CurrentUser.SYSTEM.displayName()) + ": "
                            + row.liftReason()));
        }
        if (row.liftedAt() != null) {
            facts.addAll(List.of(
                    "Lifted",
                    Dates.dayAndTime(row.liftedAt(), zone) + ", "
                            + Objects.toString(row.liftedBy(), CurrentUser.SYSTEM.displayName())));
        }
        return facts.toArray(String[]::new);
    }

    private void act(LegalHoldRow row, Runnable action) {
        Attempt.showing(messages).ifChanged(CHANGED).run(action);
        draw(retention.find(row.id()));
        changed.run();
    }

    private void ask(LegalHoldRow row) {
        new ReasonDialog(
                        "Ask to lift the hold",
                        "The hold lasts until a second person lifts it.",
                        "Ask to lift",
                        reason -> {
                            var refusal = Attempt.refusalOf(
                                    () -> retention.askToLift(row.id(), row.version(), reason), () -> CHANGED);
                            if (refusal.isEmpty()) {
                                draw(retention.find(row.id()));
                                changed.run();
                            }
                            return refusal;
                        })
                .open();
    }
}
