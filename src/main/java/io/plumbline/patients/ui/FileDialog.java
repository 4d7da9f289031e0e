package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

    /** Opens a dialog with fields that stays open until the action succeeds. */
    public static void ask(
            String title,
            String opener,
            String verb,
            BooleanSupplier typed,
            BooleanSupplier done,
            Component... fields) {
        var dialog = new Dialog();
        var messages = new Div();
        var yes = Ui.once(verb, () -> {
            messages.removeAll();
            if (isDone(done, refused -> messages.add(Ui.alert(refused)))) {
                dialog.close();
                showAgain(opener);
            }
        });
        // not in fields where Enter opens a list or a calendar
        Arrays.stream(fields).filter(TextField.class::isInstance).forEach(field -> yes.addClickShortcut(Key.ENTER)
                .listenOn(field)
                .resetFocusOnActiveElement());
        var form = new FormLayout(fields);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        Dialogs.ask(dialog, Dialogs.Width.MEDIUM, title, typed, yes, messages, form);
        dialog.open();
    }

    /** Returns whether the action succeeded; if not, a field shows the error, or it is reported in a sentence. */
    private static boolean isDone(BooleanSupplier action, Consumer<String> tell) {
        try {
            return action.getAsBoolean();
        } catch (Refused refused) {
            tell.accept(refused.sentence());
        } catch (StaleVersion | DataIntegrityViolationException quicker) {
            tell.accept("A colleague changed this first. Check the current version before you try again.");
        }
        return false;
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

    private static boolean isDone(Runnable action) {
        return isDone(
                () -> {
                    action.run();
                    return true;
                },
                Toast::warn);
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
