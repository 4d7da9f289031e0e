package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.plumbline.records.amendments.AmendableRecord;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.records.amendments.AmendmentField;
import io.plumbline.records.amendments.AmendmentRow;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.amendments.DenialBasis;
import io.plumbline.records.ui.RecordForm;
import io.plumbline.shared.Dates;
import java.util.List;

/** Accepts or denies an amendment request, with the parts of the record that it is about. */
final class DecideDialog {
    private DecideDialog() {}

    /** @param form has the words for a request that was changed in the meantime */
    static void accept(RecordForm form, AmendmentService requests, AmendmentRow row, Runnable decided) {
        form.says("A clinician appends to the note first; what stood there stays.");
        var about = parts(form, requests, row);
        var words = form.lines(
                AmendmentField.WORDS,
                "What was appended, and where",
                AmendmentDraft.LONGEST_WORDS,
                "Enter what was appended, and where");
        var told = form.line(AmendmentField.TOLD, "Who else was told", AmendmentDraft.LONGEST_TOLD);
        form.open(
                "Accept",
                () -> requests.accept(row.id(), row.version(), about.getValue(), words.getValue(), told.getValue()),
                decided);
    }

    /** @param form has the words for a request that was changed in the meantime */
    static void deny(RecordForm form, AmendmentService requests, AmendmentRow row, Runnable decided) {
        form.says("The requester may add a statement of disagreement to the record.");
        var about = parts(form, requests, row);
        var basis = form.choice(
                "Basis of the denial",
                List.of(DenialBasis.values()),
                DenialBasis::label,
                "Choose the basis of the denial");
        var words = form.lines(
                AmendmentField.WORDS,
                "Reason, as sent to the requester",
                AmendmentDraft.LONGEST_WORDS,
                "Enter the reason");
        form.open(
                "Deny",
                () -> requests.deny(row.id(), row.version(), about.getValue(), basis.getValue(), words.getValue()),
                decided);
    }

    private static MultiSelectComboBox<AmendableRecord> parts(
            RecordForm form, AmendmentService requests, AmendmentRow row) {
        var about = new MultiSelectComboBox<AmendableRecord>("Parts of the record");
        about.setItems(requests.parts(row.id()));
        about.setItemLabelGenerator(DecideDialog::label);
        about.setWidthFull();
        form.add(form.at(AmendmentField.RECORDS, about));
        return about;
    }

    /** Returns a part of a record in words, such as <i>Session note, Oct 1, 2026, Ada Novak</i>. */
    static String label(AmendableRecord part) {
        return part.kind().label() + ", " + Dates.dayAndYear(part.day()) + ", " + part.author();
    }
}
