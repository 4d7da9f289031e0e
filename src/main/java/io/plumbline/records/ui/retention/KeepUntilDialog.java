package io.plumbline.records.ui.retention;

import com.vaadin.flow.component.html.Div;
import io.plumbline.records.retention.KeepUntil;
import io.plumbline.records.retention.LegalHoldField;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.records.ui.FactList;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.time.LocalDate;

/** Says until when the record of one patient is kept, and why. */
final class KeepUntilDialog {
    private KeepUntilDialog() {}

    /** @param number the number of the patient; may be empty */
    static void open(RetentionService retention, LocalDate today, String number) {
        var form = RegisterScreen.form("Until when a record is kept")
                .typedIf(() -> false)
                .say("With all records of the patient that were merged. That you asked goes on record.");
        var patient = PatientNumberField.in(form, LegalHoldField.PATIENT, number);
        var place = Ui.div("stack-1");
        patient.addValueChangeListener(e -> place.removeAll());
        form.add(place);
        form.open("Show", () -> {
            show(place, retention.keepUntil(patient.getValue()), today);
            return false;
        });
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
