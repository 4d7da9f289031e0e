package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.records.amendments.AmendableRecord;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.records.amendments.AmendmentField;
import io.plumbline.records.amendments.AmendmentRow;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.amendments.DenialBasis;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;

/** Accepts or denies an amendment request, with the parts of the record that it is about. */
class DecideDialog extends Composite<Dialog> {
    private final AmendmentService requests;
    private final AmendmentRow row;
    private final boolean accepts;
    private final Runnable decided;
    private final MultiSelectComboBox<AmendableRecord> about = new MultiSelectComboBox<>("Parts of the record");
    private final Select<DenialBasis> basis = new Select<>();
    private final TextArea words = new TextArea();
    private final TextField told = new TextField("Who else was told");
    private final Div messages = new Div();

    DecideDialog(AmendmentService requests, AmendmentRow row, boolean accepts, Runnable decided) {
        this.requests = requests;
        this.row = row;
        this.accepts = accepts;
        this.decided = decided;
        about.setItems(requests.parts(row.id()));
        about.setItemLabelGenerator(DecideDialog::label);
        about.setWidthFull();
        basis.setLabel("Basis of the denial");
        basis.setItems(DenialBasis.values());
        basis.setItemLabelGenerator(DenialBasis::label);
        basis.setWidthFull();
        words.setLabel(accepts ? "What was appended, and where" : "Reason, as sent to the requester");
        words.setMaxLength(AmendmentDraft.LONGEST_WORDS);
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.setRequiredIndicatorVisible(true);
        words.setWidthFull();
        told.setMaxLength(AmendmentDraft.LONGEST_TOLD);
        told.setValueChangeMode(ValueChangeMode.EAGER);
        told.setWidthFull();
        basis.setVisible(!accepts);
        told.setVisible(accepts);
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                accepts ? "Accept the request" : "Deny the request",
                () -> !words.isEmpty() || !told.isEmpty(),
                new Button(accepts ? "Accept" : "Deny", e -> decide()),
                messages,
                Ui.text(
                        "muted",
                        accepts
                                ? "A clinician appends to the note first; what stood there stays."
                                : "The requester may add a statement of disagreement to the record."),
                about,
                basis,
                words,
                told);
    }

    /** Returns a part of a record in words, such as <i>Session note, Oct 1, 2026, Ada Novak</i>. */
    static String label(AmendableRecord part) {
        return part.kind().label() + ", " + Dates.dayAndYear(part.day()) + ", " + part.author();
    }

    void open() {
        getContent().open();
    }

    private void decide() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(words, accepts ? "Enter what was appended, and where" : "Enter the reason");
        if (!accepts) {
            wrong.refuseEmpty(basis, "Choose the basis of the denial");
        }
        if (!wrong.areNone()) {
            return;
        }
        var isDecided = Attempt.showing(messages)
                .ifChanged("A colleague changed this request in the meantime")
                .at(AmendmentField.RECORDS, about)
                .at(AmendmentField.WORDS, words)
                .at(AmendmentField.TOLD, told)
                .run(() -> {
                    if (accepts) {
                        requests.accept(row.id(), row.version(), about.getValue(), words.getValue(), told.getValue());
                    } else {
                        requests.deny(row.id(), row.version(), about.getValue(), basis.getValue(), words.getValue());
                    }
                });
        if (isDecided) {
            getContent().close();
            decided.run();
        }
    }
}
