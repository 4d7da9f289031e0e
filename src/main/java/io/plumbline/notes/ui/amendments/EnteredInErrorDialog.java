package io.plumbline.notes.ui.amendments;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Marks a signed note as entered in error; if it was the wrong record, writes it again in the right one. */
final class EnteredInErrorDialog extends Composite<Dialog> {
    private static final int MOST = 400;

    private final NoteErrorService errors;
    private final IdentityService identity;
    private final NoteDetails note;
    private final Consumer<@Nullable NoteId> marked;
    private final TextArea reason = new TextArea("Reason");
    private final Checkbox wrongRecord = new Checkbox("It was written in the wrong patient's record");
    private final ComboBox<PatientRow> right = new ComboBox<>("Patient who was treated");
    private final Div messages = new Div();

    /** @param marked receives the draft in the right record, or null if there is none */
    EnteredInErrorDialog(
            NoteErrorService errors,
            IdentityService identity,
            PatientService patients,
            NoteDetails note,
            Consumer<@Nullable NoteId> marked) {
        this.errors = errors;
        this.identity = identity;
        this.note = note;
        this.marked = marked;
        reason.setMaxLength(MOST);
        // Escape must see the last keystroke
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
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
        right.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Entered in error",
                () -> !reason.getValue().isBlank() || !right.isEmpty(),
                Dialogs.destructive(Ui.once("Mark as entered in error", this::mark)),
                messages,
                Ui.text(
                        "muted",
                        "The note stays readable, with your reason. Its visit is open again in the treatment plan, its"
                                + " scores no longer count, and its open checkout orders are withdrawn. Corrected"
                                + " scores, booked appointments, and red flags raised from it stay: ask the front desk"
                                + " and a chiropractor to decide on them."),
                reason,
                wrongRecord,
                right);
    }

    private static String named(PatientRow row) {
        var born = row.birthDate();
        return row.name() + ", " + row.number() + (born == null ? "" : ", born " + Dates.dayAndYear(born));
    }

    void open() {
        getContent().open();
        reason.focus();
    }

    private void mark() {
        messages.removeAll();
        if (isIncomplete()) {
            return;
        }
        try {
            Attempt.showing(messages)
                    .ifChanged("This note was changed in the meantime. Close this dialog to see what it is now.")
                    .ifNotAvailable("You no longer have access to this record. Keep a copy of what you typed")
                    .run(() -> {
                        var copy = markNow();
                        getContent().close();
                        marked.accept(copy);
                    });
        } catch (IdentityService.ProofNeeded proofNeeded) {
            ProofDialog.toConfirm(identity::prove, this::mark).open();
        }
    }

    private boolean isIncomplete() {
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, "Enter a reason; it stays with the note");
        wrong.refuse(
                right,
                wrongRecord.getValue() && right.isEmpty(),
                "Choose the patient who was treated, or clear the check box above");
        return !wrong.areNone();
    }

    private @Nullable NoteId markNow() {
        if (wrongRecord.getValue()) {
            return errors.moveTo(right.getValue().id(), note.id(), note.version(), reason.getValue());
        }
        errors.mark(note.id(), note.version(), reason.getValue());
        return null;
    }
}
