package io.plumbline.patients.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Asks a manager which records are of one person and why, and merges them. */
@Component
public class MergeDialog {
    private static final int LONGEST_REASON = 400;

    private final PatientMergeService merges;
    private final PatientService patients;

    MergeDialog(PatientMergeService merges, PatientService patients) {
        this.merges = merges;
        this.patients = patients;
    }

    /**
     * Asks which other record is merged into that of a patient.
     *
     * @param opener the button that gets the focus back
     */
    void ask(PatientDetails patient, String opener) {
        var other = new ComboBox<PatientRow>("The other record");
        other.setItems(query -> patients.search(query.getFilter().orElse("")).stream()
                .filter(row -> !row.id().equals(patient.id()))
                .skip(query.getOffset())
                .limit(query.getLimit()));
        other.setItemLabelGenerator(row -> label(row, patient.today()));
        other.setPlaceholder("Name, phone or number");
        var reason = reason();
        FileDialog.ask(
                "Merge into " + patient.name() + ", " + patient.number(),
                opener,
                "Merge",
                () -> !other.isEmpty() || !reason.isEmpty(),
                () -> {
                    var wrong = new FormErrors();
                    wrong.refuseEmpty(other, "Choose the other record");
                    refuseNoReason(wrong, reason);
                    if (!wrong.areNone()) {
                        return false;
                    }
                    var chosen = other.getValue();
                    merges.merge(chosen.id(), patient.id(), reason.getValue());
                    say(chosen);
                    return true;
                },
                Ui.text("", whatItDoes(patient.number())),
                other,
                reason);
    }

    /**
     * Asks under which of two records both are read from now on, and why they are the same person.
     *
     * @param one the record that is proposed, usually the older one
     * @param today the day for the ages of the two
     * @param opener the button that gets the focus back
     */
    public void ask(PatientRow one, PatientRow other, LocalDate today, String opener) {
        var kept = new RadioButtonGroup<PatientRow>("Show both records under");
        kept.setItems(one, other);
        kept.setItemLabelGenerator(row -> label(row, today));
        kept.setValue(one);
        var reason = reason();
        FileDialog.ask(
                "Merge " + one.number() + " and " + other.number(),
                opener,
                "Merge",
                () -> !reason.isEmpty(),
                () -> {
                    var wrong = new FormErrors();
                    refuseNoReason(wrong, reason);
                    if (!wrong.areNone()) {
                        return false;
                    }
                    var merged = kept.getValue().equals(one) ? other : one;
                    merges.merge(merged.id(), kept.getValue().id(), reason.getValue());
                    say(merged);
                    return true;
                },
                Ui.text("", whatItDoes("the record that you choose")),
                kept,
                reason);
    }

    private static String label(PatientRow row, LocalDate today) {
        return row.name() + ", " + row.number() + ", " + Dates.birthDate(row.birthDate(), today);
    }

    private static TextField reason() {
        var reason = new TextField("Why they are the same person");
        reason.setMaxLength(LONGEST_REASON);
        reason.setHelperText("Such as: same birth date and address, confirmed by phone");
        // eager, so that Escape knows about the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        return reason;
    }

    private static void refuseNoReason(FormErrors wrong, TextField reason) {
        wrong.refuseNoReason(reason, "Say why they are the same person");
    }

    private static void say(PatientRow merged) {
        Toast.done("Merged: " + merged.name() + ", " + merged.number());
    }

    private static String whatItDoes(String kept) {
        return "From now on both records are read as one, under " + kept
                + ". Alerts, clinical holds and red flags of either hold for both. Nothing is moved:"
                + " you can unmerge at any time. What is written in the meantime stays with " + kept + ".";
    }
}
