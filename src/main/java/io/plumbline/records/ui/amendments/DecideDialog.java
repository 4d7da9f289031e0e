package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.plumbline.records.amendments.AmendableRecord;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.records.amendments.AmendmentField;
import io.plumbline.records.amendments.AmendmentRow;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.amendments.DenialBasis;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.UiFields;

/** Accepts or denies an amendment request, with the parts of the record that it is about. */
final class DecideDialog {
    private DecideDialog() {}

    /** @param form has the words for a request that was changed in the meantime */
    static void accept(FormDialog form, AmendmentService requests, AmendmentRow row, Runnable decided) {
        form.say("A clinician appends to the note first; what stood there stays.");
        var about = parts(form, requests, row);
        var words = form.required(
                UiFields.area("What was appended, and where", AmendmentDraft.LONGEST_WORDS),
                "Enter what was appended, and where");
        var told = form.optional(UiFields.line("Who else was told", AmendmentDraft.LONGEST_TOLD));
        form.at(AmendmentField.WORDS, words)
                .at(AmendmentField.TOLD, told)
                .open(
                        "Accept",
                        () -> requests.accept(
                                row.id(), row.version(), about.getValue(), words.getValue(), told.getValue()),
                        decided);
    }

    /** @param form has the words for a request that was changed in the meantime */
    static void deny(FormDialog form, AmendmentService requests, AmendmentRow row, Runnable decided) {
        form.say("The requester may add a statement of disagreement to the record.");
        var about = parts(form, requests, row);
        var basis = form.required(
                UiFields.choice("Basis of the denial", DenialBasis.values(), DenialBasis::label),
                "Choose the basis of the denial");
        var words = form.required(
                UiFields.area("Reason, as sent to the requester", AmendmentDraft.LONGEST_WORDS), "Enter the reason");
        form.at(AmendmentField.WORDS, words)
                .open(
                        "Deny",
                        () -> requests.deny(
                                row.id(), row.version(), about.getValue(), basis.getValue(), words.getValue()),
                        decided);
    }

    private static MultiSelectComboBox<AmendableRecord> parts(
            FormDialog form, AmendmentService requests, AmendmentRow row) {
        var about = new MultiSelectComboBox<AmendableRecord>("Parts of the record");
        about.setItems(requests.parts(row.id()));
        about.setItemLabelGenerator(DecideDialog::label);
        about.setWidthFull();
        form.add(about).at(AmendmentField.RECORDS, about);
        return about;
    }

    /** Returns a part of a record in words, such as <i>Session note, Oct 1, 2026, Ada Novak</i>. */
    static String label(AmendableRecord part) {
        return part.kind().label() + ", " + Dates.dayAndYear(part.day()) + ", " + part.author();
    }
}
