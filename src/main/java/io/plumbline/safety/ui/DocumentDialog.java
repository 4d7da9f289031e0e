package io.plumbline.safety.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.patients.attachments.AttachmentRow;
import io.plumbline.safety.ClearanceService;
import io.plumbline.safety.DecisionField;
import io.plumbline.safety.FlagDetails;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;

/** Asks which file of the patient is the document of an outside examiner that was asked for. */
class DocumentDialog extends Composite<Dialog> {
    private final ClearanceService clearances;
    private final FlagDetails flag;
    private final Runnable filed;
    private final Select<AttachmentRow> file = new Select<>();
    private final Div messages = new Div();

    DocumentDialog(ClearanceService clearances, FlagDetails flag, Runnable filed) {
        this.clearances = clearances;
        this.flag = flag;
        this.filed = filed;
        var files = clearances.files(flag.id());
        file.setLabel("File of the patient");
        file.setItems(files);
        file.setItemLabelGenerator(row -> row.title() + ", " + Dates.dayAndYear(row.datedOn()));
        file.setHelperText(files.isEmpty() ? "No file yet: add it under Files first" : "Added under Files");
        file.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.SMALL,
                "Document of the examination",
                () -> false,
                new Button("Link", e -> save()),
                messages,
                Ui.text("muted", flag.flag()),
                file);
    }

    void open() {
        getContent().open();
    }

    private void save() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(file, "Choose the file");
        if (wrong.areNone()
                && Attempt.showing(messages)
                        .at(DecisionField.DOCUMENT, file)
                        .ifChanged(FlagWords.SOMEBODY_WAS_QUICKER)
                        .run(() -> clearances.fileDocument(
                                flag.id(), flag.version(), file.getValue().id()))) {
            getContent().close();
            filed.run();
        }
    }
}
