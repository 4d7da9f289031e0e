package io.plumbline.safety.ui;

import io.plumbline.patients.attachments.AttachmentRow;
import io.plumbline.safety.ClearanceService;
import io.plumbline.safety.DecisionField;
import io.plumbline.safety.FlagDetails;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.UiFields;

/** Asks which file of the patient is the document of an outside examiner that was asked for. */
final class DocumentDialog {
    private DocumentDialog() {}

    static void open(ClearanceService clearances, FlagDetails flag, Runnable filed) {
        var files = clearances.files(flag.id());
        var form = Dialogs.form("Document of the examination")
                .width(Dialogs.Width.SMALL)
                .typedIf(() -> false)
                .say(flag.flag());
        var file = form.required(
                UiFields.choice("File of the patient", files, DocumentDialog::words), "Choose the file");
        file.setHelperText(files.isEmpty() ? "No file yet: add it under Files first" : "Added under Files");
        form.at(DecisionField.DOCUMENT, file)
                .ifChanged(() -> form.warn(FlagWords.SOMEBODY_WAS_QUICKER))
                .open(
                        "Link",
                        () -> clearances.fileDocument(
                                flag.id(), flag.version(), file.getValue().id()),
                        filed);
    }

    private static String words(AttachmentRow row) {
        return row.title() + ", " + Dates.dayAndYear(row.datedOn());
    }
}
