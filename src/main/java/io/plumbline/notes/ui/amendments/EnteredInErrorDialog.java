package io.plumbline.notes.ui.amendments;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.UiFields;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Marks a signed note as entered in error; if it was the wrong record, writes it again in the right one. */
final class EnteredInErrorDialog {
    private final NoteErrorService errors;
    private final IdentityService identity;
    private final NoteDetails note;
    private final FormDialog form = Dialogs.form("Entered in error")
            .destructive()
            .about("note")
            .say("The note stays readable, with your reason. Its visit is open again in the treatment plan, its"
                    + " scores no longer count, and its open checkout orders are withdrawn. Corrected"
                    + " scores, booked appointments, and red flags raised from it stay: ask the front desk"
                    + " and a chiropractor to decide on them.");
    private final TextArea reason = form.reason(UiFields.area("Reason", 400), "Enter a reason; it stays with the note");
    private final Checkbox wrongRecord = new Checkbox("It was written in the wrong patient's record");
    private final ComboBox<PatientRow> right = new ComboBox<>("Patient who was treated");

    EnteredInErrorDialog(NoteErrorService errors, IdentityService identity, PatientService patients, NoteDetails note) {
        this.errors = errors;
        this.identity = identity;
        this.note = note;
        reason.setHelperText("Shown and printed in this patient's record. Do not name another patient.");
        // only the author knows whom they treated
        wrongRecord.setVisible(note.mine());
        wrongRecord.addValueChangeListener(e -> right.setVisible(e.getValue()));
        right.setVisible(false);
        right.setItems(query -> patients.search(query.getFilter().orElse("")).stream()
                .filter(row -> !row.id().equals(note.patient()))
                .skip(query.getOffset())
                .limit(query.getLimit()));
        right.setItemLabelGenerator(EnteredInErrorDialog::named);
        right.setPlaceholder("Name, phone or number");
        right.setHelperText("A draft with the same content is started there. Read it again and sign it.");
        form.add(wrongRecord);
        form.required(right, "Choose the patient who was treated, or clear the check box above");
    }

    private static String named(PatientRow row) {
        var born = row.birthDate();
        return row.name() + ", " + row.number() + (born == null ? "" : ", born " + Dates.dayAndYear(born));
    }

    /** @param marked receives the draft in the right record, or null if there is none */
    void open(Consumer<@Nullable NoteId> marked) {
        form.open("Mark as entered in error", () -> {
            try {
                var copy = mark();
                form.close();
                marked.accept(copy);
                return true;
            } catch (IdentityService.ProofNeeded proofNeeded) {
                ProofDialog.toConfirm(identity::prove, form::submit).open();
                return false;
            }
        });
    }

    private @Nullable NoteId mark() {
        if (wrongRecord.getValue()) {
            return errors.moveTo(right.getValue().id(), note.id(), note.version(), reason.getValue());
        }
        errors.mark(note.id(), note.version(), reason.getValue());
        return null;
    }
}
