package io.plumbline.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;

/** Asks before an import is undone. */
final class RevertDialog extends Composite<Dialog> {
    RevertDialog(Runnable revert) {
        Dialogs.ask(
                getContent(),
                Dialogs.Width.SMALL,
                "Undo import",
                () -> false,
                Dialogs.destructive(Ui.once("Remove the patients", () -> {
                    getContent().close();
                    revert.run();
                })),
                Ui.text(
                        "",
                        "Removes the patients whom this import added, except those who were edited, booked or treated"
                                + " since. Existing patients to whom rows were matched stay as they are, also registered"
                                + " at this clinic."));
    }

    void open() {
        getContent().open();
    }
}
