package io.plumbline.records.ui.disclosures;

import com.vaadin.flow.component.html.Div;
import io.plumbline.records.disclosures.DisclosureRow;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.records.ui.FactList;
import io.plumbline.records.ui.RecordDialog;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;

/** One disclosure, and marking it as entered in error. */
class DisclosureDialog {
    private final DisclosureService disclosures;
    private final ZoneId zone;
    private final RecordDialog<DisclosureRow> dialog;

    DisclosureDialog(DisclosureService disclosures, DisclosureRow row, ZoneId zone, Runnable changed) {
        this.disclosures = disclosures;
        this.zone = zone;
        dialog = new RecordDialog<>(
                "Disclosure of " + row.patientNumber(),
                "A colleague marked this disclosure in the meantime",
                row,
                () -> disclosures.find(row.id()),
                this::draw,
                changed);
    }

    void open() {
        dialog.open();
    }

    private void draw(Div content, DisclosureRow row) {
        content.add(new FactList()
                .add("Disclosed", DisclosureWords.days(row))
                .add("Recipient", row.recipient())
                .add("Address", row.address().isEmpty() ? "Not known" : row.address())
                .add("What", row.what())
                .add("Purpose", row.purpose())
                .add("Recorded", row.recordedAt(), zone, row.recordedBy())
                .add("Entered in error", row.errorReason())
                .show());
        if (row.isValid() && !row.isClinicExport()) {
            content.add(Ui.div(
                    "cluster",
                    dialog.asksWhy(
                            "Entered in error…",
                            "Mark as entered in error",
                            "The disclosure stays in the register and is in no report.",
                            "Mark as entered in error",
                            reason -> disclosures.markEnteredInError(row.id(), row.version(), reason))));
        }
    }
}
