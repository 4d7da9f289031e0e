package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.util.function.BooleanSupplier;

/** Asks before the user leaves unsaved input. */
public final class Leaving {
    private Leaving() {}

    /** Asks whether to stay or to discard the input. */
    public static void ask(BeforeLeaveEvent event) {
        var going = event.postpone();
        new ConfirmDialog(
                        "Leave without saving?",
                        "Your changes here are not saved yet.",
                        "Leave",
                        e -> going.proceed(),
                        "Stay",
                        e -> going.cancel())
                .open();
    }

    /** Asks before the user leaves a page, or a page with this part, while something typed there is not saved. */
    public static void guardPage(Component page, BooleanSupplier isTyped) {
        page.addAttachListener(shown -> {
            var asking = shown.getUI().addBeforeLeaveListener(leaving -> {
                if (isTyped.getAsBoolean()) {
                    ask(leaving);
                }
            });
            page.addDetachListener(gone -> {
                asking.remove();
                gone.unregisterListener();
            });
        });
    }

    /** Runs an action that leaves the page, after asking if it would lose input. */
    public static void ask(BooleanSupplier isTyped, Runnable going) {
        if (!isTyped.getAsBoolean()) {
            going.run();
            return;
        }
        new ConfirmDialog(
                        "Close without saving?",
                        "Your changes here are not saved yet.",
                        "Close",
                        e -> going.run(),
                        "Stay",
                        e -> {})
                .open();
    }

    /** Lets Escape and the browser's Back button close a dialog, after asking if that would lose input. */
    public static void guard(Dialog dialog, BooleanSupplier isTyped) {
        ComponentUtil.setData(dialog, BooleanSupplier.class, isTyped);
        dialog.addDialogCloseActionListener(e -> close(dialog, isTyped));
    }

    /** Returns whether a dialog that is guarded would lose input if it closed now. */
    public static boolean wouldLoseInput(Component dialog) {
        var isTyped = ComponentUtil.getData(dialog, BooleanSupplier.class);
        return isTyped != null && isTyped.getAsBoolean();
    }

    /** Closes a dialog, after asking if that would lose input. */
    public static void close(Dialog dialog, BooleanSupplier isTyped) {
        ask(isTyped, dialog::close);
    }
}
