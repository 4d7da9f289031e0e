package io.plumbline.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;

/** Asks before an import is taken back. */
final class RevertDialog extends Composite<Dialog> {
    RevertDialog(Runnable revert) {
        Dialogs.ask(
                getContent(),
                Dialogs.Width.SMALL,
                "Take the import back",
                () -> false,
                Dialogs.destructive(Ui.once("Remove the patients", () -> {
                    getContent().close();
                    revert.run();
                })),
                Ui.text(
                        "",
                        "Removes the patients whom this import added, but for those who were edited, booked, treated or"
                                + " written on since."));
    }

    void open() {
        getContent().open();
    }
}
