package io.plumbline.shared.ui.exports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.io.IOException;
import java.io.Serializable;

/** Exports a list to a CSV file, after asking why. */
public final class CsvExportDialog extends Composite<Dialog> {
    private final What what;
    private final ProofFirst proof;
    private final Export export;
    private final TextField reason = new TextField("Reason for the export");
    private final Div place = new Div();

    /**
     * What is exported.
     *
     * @param title what the dialog does, for example <em>Export patients</em>
     * @param sentence what the file has
     * @param fileName ends in .csv
     * @param longestReason in characters
     */
    public record What(String title, String sentence, String fileName, int longestReason) implements Serializable {}

    /** Records an export in the audit trail, each time, and writes its headings and rows. */
    @FunctionalInterface
    public interface Export extends Serializable {
        /** Writes the file; no row of the list is read before the export is recorded with its reason. */
        void write(CsvFile file, String reason);
    }

    /** Runs an action once it is certain who is at the screen, and asks for the password first where it is not. */
    @FunctionalInterface
    public interface ProofFirst extends Serializable {
        /** Runs the action, or never if the person gives up. */
        void run(SerializableRunnable action);
    }

    /** Creates the dialog. */
    public CsvExportDialog(What what, ProofFirst proof, Export export) {
        this.what = what;
        this.proof = proof;
        this.export = export;
        reason.setMaxLength(what.longestReason());
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                what.title(),
                () -> !reason.isEmpty(),
                new Button("Export", e -> export()),
                Ui.text("muted", what.sentence() + " Who exported them, how many and why goes on record."),
                reason,
                place);
    }

    /** Opens the dialog. */
    public void open() {
        getContent().open();
    }

    private void export() {
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, "Say why, in a few words");
        if (!wrong.areNone()) {
            return;
        }
        proof.run(this::download);
    }

    private void download() {
        place.removeAll();
        var stated = reason.getValue();
        var file = new Anchor((DownloadEvent event) -> write(event, stated), "Download again");
        place.add(Ui.text("", "The download is starting. "), file);
        file.getElement().callJsFunction("click");
    }

    private void write(DownloadEvent event, String stated) throws IOException {
        StoreWait.takesItsTime();
        event.setFileName(what.fileName());
        event.setContentType("text/csv; charset=utf-8");
        try (var file = new CsvFile(event.getOutputStream())) {
            try {
                export.write(file, stated);
            } catch (RuntimeException failed) {
                // without this line a broken file would look complete
                file.row("THIS FILE IS NOT COMPLETE. Export it again.");
                throw failed;
            }
        }
    }
}
