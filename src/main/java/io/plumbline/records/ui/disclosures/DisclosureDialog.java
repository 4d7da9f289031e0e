package io.plumbline.records.ui.disclosures;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.records.disclosures.DisclosureRow;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** One disclosure, and marking it as entered in error. */
class DisclosureDialog extends Composite<Dialog> {
    private static final String CHANGED = "A colleague marked this disclosure in the meantime";

    private final DisclosureService disclosures;
    private final ZoneId zone;
    private final Runnable changed;
    private final Div content = Ui.div("stack-3");

    DisclosureDialog(DisclosureService disclosures, DisclosureRow row, ZoneId zone, Runnable changed) {
        this.disclosures = disclosures;
        this.zone = zone;
        this.changed = changed;
        Dialogs.show(getContent(), Dialogs.Width.LARGE, "Disclosure of " + row.patientNumber(), content);
        draw(row);
    }

    void open() {
        getContent().open();
    }

    private void draw(DisclosureRow row) {
        content.removeAll();
        content.add(Ui.facts(facts(row)));
        if (row.isValid() && !row.isClinicExport()) {
            content.add(Ui.div("cluster", new Button("Entered in error…", e -> ask(row))));
        }
    }

    private String[] facts(DisclosureRow row) {
        var facts = new ArrayList<>(List.of(
                "Disclosed",
                DisclosureWords.days(row),
                "Recipient",
                row.recipient(),
                "Address",
                row.address().isEmpty() ? "Not known" : row.address(),
                "What",
                row.what(),
                "Purpose",
                row.purpose(),
                "Recorded",
                Dates.dayAndTime(row.recordedAt(), zone) + ", " + row.recordedBy()));
        if (row.errorReason() != null) {
            facts.addAll(List.of("Entered in error", row.errorReason()));
        }
        return facts.toArray(String[]::new);
    }

    private void ask(DisclosureRow row) {
        new ReasonDialog(
                        "Mark as entered in error",
                        "The disclosure stays in the register and is in no report.",
                        "Mark as entered in error",
                        reason -> {
                            var refusal = Attempt.refusalOf(
                                    () -> disclosures.markEnteredInError(row.id(), row.version(), reason),
                                    () -> CHANGED);
                            if (refusal.isEmpty()) {
                                draw(disclosures.find(row.id()));
                                changed.run();
                            }
                            return refusal;
                        })
                .open();
    }
}
