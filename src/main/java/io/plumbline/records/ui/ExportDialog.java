package io.plumbline.records.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.records.ExportReason;
import io.plumbline.records.RecordExport;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.cover.Cover;
import org.jspecify.annotations.Nullable;

/** Asks why a record is exported, and shows how far the export is. */
class ExportDialog extends Composite<Dialog> {
    private final ExportSteps steps;
    private final ProofFirst proof;
    private final RadioButtonGroup<ExportReason.Kind> kind = new RadioButtonGroup<>("Why");
    private final TextField words = new TextField("In your words");
    private final Div messages = new Div();
    private final Div place = Ui.div("stack-3");
    private final boolean isReasonAsked;
    private @Nullable ExportRun run;

    /** Asks why. */
    ExportDialog(ExportSteps steps, ProofFirst proof) {
        this(steps, proof, true);
    }

    /** Asks nothing, because the access request is the reason. */
    static ExportDialog ofRequest(ExportSteps steps, ProofFirst proof) {
        return new ExportDialog(steps, proof, false);
    }

    private ExportDialog(ExportSteps steps, ProofFirst proof, boolean isReasonAsked) {
        this.steps = steps;
        this.proof = proof;
        this.isReasonAsked = isReasonAsked;
        kind.setItems(ExportReason.Kind.values());
        kind.setItemLabelGenerator(ExportReason.Kind::label);
        kind.setVisible(isReasonAsked);
        words.setMaxLength(ExportReason.LONGEST);
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.setHelperText("Needed for another reason, at least 15 letters");
        words.setWidthFull();
        words.setVisible(isReasonAsked);
        messages.getElement().setAttribute("aria-live", "polite");
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Export the record",
                () -> run == null ? !words.isEmpty() : run.isUnfinished(),
                "Close",
                new Button("Export", e -> export()),
                Ui.text(
                        "muted",
                        "The whole record as one ZIP file: to read as PDF, to process as JSON, with the files on the"
                                + " record and a list of checksums. "
                                + (isReasonAsked
                                        ? "Session notes that are restricted to others are left out and counted. "
                                        : "Session notes that are restricted to some are in it too. ")
                                + "The audit trail records who exported it and why. Keep the file where only people who"
                                + " may read the record can open it. Closing this window cancels an export in progress."),
                messages,
                kind,
                words,
                place);
        // also where the screen itself is closed
        Cover.onLeaving(getContent(), this::end);
    }

    void open() {
        getContent().open();
    }

    /** @param closed runs when the dialog is closed */
    void open(Runnable closed) {
        getContent().addOpenedChangeListener(e -> {
            if (!e.isOpened()) {
                closed.run();
            }
        });
        open();
    }

    private void export() {
        var wrong = new FormErrors();
        wrong.refuse(kind, isReasonAsked && kind.isEmpty(), "Choose why");
        if (!wrong.areNone()) {
            return;
        }
        proof.confirming(() -> Attempt.showing(messages)
                .at(ExportReason.Field.WORDS, words)
                .run(() -> start(steps.begin().apply(reason()))));
    }

    private ExportReason reason() {
        return new ExportReason(isReasonAsked ? kind.getValue() : ExportReason.Kind.PATIENT_COPY, words.getValue());
    }

    private void start(RecordExport export) {
        end();
        var started = new ExportRun(steps, export, words::clear);
        run = started;
        place.removeAll();
        place.add(started);
        started.start(UI.getCurrentOrThrow());
    }

    private void end() {
        if (run != null) {
            run.end();
        }
    }
}
