package io.plumbline.records.ui.retention;

import com.vaadin.flow.component.html.Div;
import io.plumbline.records.retention.KeepUntil;
import io.plumbline.records.retention.LegalHoldField;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.records.ui.FactList;
import io.plumbline.records.ui.RecordForm;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;

/** Says until when the record of one patient is kept, and why. */
final class KeepUntilDialog {
    private KeepUntilDialog() {}

    /** @param number the number of the patient; may be empty */
    static void open(RetentionService retention, LocalDate today, String number) {
        var form = new RecordForm("Until when a record is kept")
                .says("With all records of the patient that were merged. That you asked goes on record.");
        var patient = form.patient(LegalHoldField.PATIENT, number);
        var place = Ui.div("stack-1");
        patient.addValueChangeListener(e -> place.removeAll());
        form.add(place);
        form.openToShow("Show", () -> false, () -> show(place, retention.keepUntil(patient.getValue()), today));
    }

    private static void show(Div place, KeepUntil kept, LocalDate today) {
        place.removeAll();
        place.add(facts(kept).show());
        kept.keptBy().forEach(reason -> place.add(Ui.text("", reason.sentence())));
        place.add(Ui.text("", kept.isOver(today) ? "The retention of this record has ended." : "Keep this record."));
    }

    private static FactList facts(KeepUntil kept) {
        var last = kept.lastTreatment();
        var until = kept.until();
        var facts = new FactList().add("Last treatment", last == null ? "None on record" : Dates.dayAndYear(last));
        kept.rules().forEach(rule -> facts.add(rule.label(), rule.inWords()));
        return facts.add("Keep until", until == null ? "Without end" : Dates.dayAndYear(until));
    }
}
