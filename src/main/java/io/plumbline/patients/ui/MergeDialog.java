package io.plumbline.patients.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.LocalDate;
import java.util.List;
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
        var form = FileDialog.form("Merge into " + patient.name() + ", " + patient.number())
                .add(Ui.text("", whatItDoes(patient.number())));
        form.required(other, "Choose the other record");
        var reason = reason(form);
        FileDialog.open(form, opener, "Merge", () -> {
            var chosen = other.getValue();
            merges.merge(chosen.id(), patient.id(), reason.getValue());
            say(chosen);
        });
    }

    /**
     * Asks under which of two records both are read from now on, and why they are the same person.
     *
     * @param one the record that is proposed, usually the older one
     * @param today the day for the ages of the two
     * @param opener the button that gets the focus back
     */
    public void ask(PatientRow one, PatientRow other, LocalDate today, String opener) {
        var form = FileDialog.form("Merge " + one.number() + " and " + other.number())
                .add(Ui.text("", whatItDoes("the record that you choose")));
        var kept =
                form.optional(UiFields.radio("Show both records under", List.of(one, other), row -> label(row, today)));
        kept.setValue(one);
        var reason = reason(form);
        FileDialog.open(form, opener, "Merge", () -> {
            var merged = kept.getValue().equals(one) ? other : one;
            merges.merge(merged.id(), kept.getValue().id(), reason.getValue());
            say(merged);
        });
    }

    private static String label(PatientRow row, LocalDate today) {
        return row.name() + ", " + row.number() + ", " + Dates.birthDate(row.birthDate(), today);
    }

    private static TextField reason(FormDialog form) {
        var reason = form.optional(UiFields.line("Why they are the same person", LONGEST_REASON));
        reason.setHelperText("Such as: same birth date and address, confirmed by phone");
        form.check(wrong -> wrong.refuseNoReason(reason, "Say why they are the same person"));
        return reason;
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
