package io.plumbline.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import io.plumbline.imports.ImportKind;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;

/** Asks before an import is undone. */
final class RevertDialog extends Composite<Dialog> {
    RevertDialog(ImportKind kind, Runnable revert) {
        Dialogs.ask(
                getContent(),
                Dialogs.Width.SMALL,
                "Undo import",
                () -> false,
                Dialogs.destructive(Ui.once(deed(kind), () -> {
                    getContent().close();
                    revert.run();
                })),
                Ui.text(
                        "",
                        switch (kind) {
                            case PATIENTS ->
                                "Removes the patients whom this import added, except those who were edited, booked or"
                                        + " treated since. Existing patients to whom rows were matched stay as they are,"
                                        + " also registered at this clinic.";
                            case OLD_NOTES ->
                                "Removes the old notes that this import added, except those that somebody has opened,"
                                        + " exported or marked as entered in error.";
                            case APPOINTMENTS ->
                                "Cancels the appointments that this import added, except those that were changed since"
                                        + " and those whose time has come.";
                        }));
    }

    private static String deed(ImportKind kind) {
        return switch (kind) {
            case PATIENTS -> "Remove the patients";
            case APPOINTMENTS -> "Cancel the appointments";
            case OLD_NOTES -> "Remove the old notes";
        };
    }

    void open() {
        getContent().open();
    }
}
