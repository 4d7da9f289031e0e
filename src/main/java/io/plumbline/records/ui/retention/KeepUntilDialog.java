package io.plumbline.records.ui.retention;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.records.retention.KeepUntil;
import io.plumbline.records.retention.LegalHoldField;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientNumberField;
import java.time.LocalDate;
import java.util.ArrayList;

/** Says until when the record of one patient is kept, and why. */
class KeepUntilDialog extends Composite<Dialog> {
    private final RetentionService retention;
    private final LocalDate today;
    private final TextField patient = new PatientNumberField();
    private final Div messages = new Div();
    private final Div place = Ui.div("stack-1");

    KeepUntilDialog(RetentionService retention, LocalDate today, String number) {
        this.retention = retention;
        this.today = today;
        patient.setValue(number);
        patient.setRequiredIndicatorVisible(true);
        patient.addValueChangeListener(e -> place.removeAll());
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Until when a record is kept",
                () -> false,
                new Button("Show", e -> show()),
                messages,
                Ui.text("muted", "With all records of the patient that were merged. That you asked goes on record."),
                patient,
                place);
    }

    void open() {
        getContent().open();
        patient.focus();
    }

    private void show() {
        place.removeAll();
        var wrong = new FormErrors();
        wrong.refuseEmpty(patient, "Enter the number of the patient");
        if (wrong.areNone()) {
            Attempt.showing(messages)
                    .at(LegalHoldField.PATIENT, patient)
                    .run(() -> draw(retention.keepUntil(patient.getValue())));
        }
    }

    private void draw(KeepUntil kept) {
        var facts = new ArrayList<String>();
        facts.add("Last treatment");
        facts.add(kept.lastTreatment() == null ? "None on record" : Dates.dayAndYear(kept.lastTreatment()));
        for (var rule : kept.rules()) {
            facts.add(rule.label());
            facts.add(rule.inWords());
        }
        facts.add("Keep until");
        facts.add(kept.until() == null ? "Without end" : Dates.dayAndYear(kept.until()));
        place.add(Ui.facts(facts.toArray(String[]::new)));
        kept.keptBy().forEach(reason -> place.add(Ui.text("", reason.sentence())));
        place.add(Ui.text("", kept.isOver(today) ? "The retention of this record has ended." : "Keep this record."));
    }
}
