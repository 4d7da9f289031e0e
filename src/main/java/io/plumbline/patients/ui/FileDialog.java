package io.plumbline.patients.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Toast;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Behavior of the dialogs of a patient's file: a dialog stays open with its input until the action succeeds, then the
 * page refreshes.
 */
public final class FileDialog {
    private FileDialog() {}

    /** Returns the id of the button that opens a dialog, to which the keyboard focus returns. */
    public static String opener(String dialog) {
        return "open-" + dialog;
    }

    /** Begins a dialog with fields; Enter in a text runs its action. */
    public static FormDialog form(String title) {
        return Dialogs.form(title).savedByEnter().about("record");
    }

    /**
     * Opens a dialog that stays open until the action succeeds.
     *
     * @param opener the button that gets the focus back
     * @param verb the words of the button that runs the action
     */
    public static void open(FormDialog form, String opener, String verb, Runnable action) {
        form.open(
                verb,
                () -> {
                    try {
                        action.run();
                    } catch (DataIntegrityViolationException quicker) {
                        throw new StaleVersion(quicker);
                    }
                },
                () -> showAgain(opener));
    }

    /**
     * Asks for confirmation, then runs the action.
     *
     * @param done what to say once it has succeeded
     * @param undo undoes the action
     */
    public static void confirm(
            String title, String sentence, String verb, String opener, String done, Runnable action, Runnable undo) {
        new ConfirmDialog(
                        title,
                        sentence,
                        verb,
                        e -> {
                            if (isDone(action)) {
                                undoable(done, opener, undo);
                            }
                            showAgain(opener);
                        },
                        "Cancel",
                        e -> {})
                .open();
    }

    /** Asks for confirmation, then runs an action that says itself what was done. */
    public static void confirm(String title, String sentence, String verb, String opener, Runnable action) {
        new ConfirmDialog(
                        title,
                        sentence,
                        verb,
                        e -> {
                            isDone(action);
                            showAgain(opener);
                        },
                        "Cancel",
                        e -> {})
                .open();
    }

    /** Returns whether the action succeeded; if not, it says why. */
    private static boolean isDone(Runnable action) {
        try {
            action.run();
            return true;
        } catch (Refused refused) {
            Toast.warn(refused.sentence());
        } catch (StaleVersion | DataIntegrityViolationException quicker) {
            Toast.warn("A colleague changed this first. Check the current version before you try again.");
        }
        return false;
    }

    /** Says what was done and offers to undo it; the page refreshes only if it is still the one on screen. */
    public static void undoable(String done, String opener, Runnable undo) {
        var ui = UI.getCurrentOrThrow();
        var page = ui.getInternals().getActiveViewLocation().getPath();
        Toast.undoable(done, done, () -> {
            if (isDone(undo)) {
                Toast.done("Undone: " + done);
            }
            if (ui.getInternals().getActiveViewLocation().getPath().equals(page)) {
                showAgain(opener);
            }
        });
    }

    /** Refreshes the page and returns the keyboard focus to where it was. */
    static void showAgain(String opener) {
        var ui = UI.getCurrentOrThrow();
        ui.refreshCurrentRoute(false);
        ui.getPage().executeJs("setTimeout(() => document.getElementById($0)?.focus(), 50)", opener(opener));
    }
}
