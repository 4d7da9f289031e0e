package io.plumbline.shared.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.util.function.BooleanSupplier;

/** Asks before somebody walks away from what is not saved. */
public final class Leaving {
    private Leaving() {}

    /** Lets the person stay, or leave what they typed behind. */
    public static void ask(BeforeLeaveEvent event) {
        var going = event.postpone();
        new ConfirmDialog(
                        "Leave without saving?",
                        "What you typed here is not saved yet.",
                        "Leave",
                        e -> going.proceed(),
                        "Stay",
                        e -> going.cancel())
                .open();
    }

    /** Goes away from what is typed on a page, but asks before something that was typed is lost. */
    public static void ask(BooleanSupplier isTyped, Runnable going) {
        if (!isTyped.getAsBoolean()) {
            going.run();
            return;
        }
        new ConfirmDialog(
                        "Close without saving?",
                        "What you typed here is not saved yet.",
                        "Close",
                        e -> going.run(),
                        "Stay",
                        e -> {})
                .open();
    }

    /** Closes a dialog on Escape too, but asks before something that was typed in it is lost. */
    public static void guard(Dialog dialog, BooleanSupplier isTyped) {
        dialog.addDialogCloseActionListener(e -> close(dialog, isTyped));
    }

    /** Closes a dialog, but asks before something that was typed in it is lost. */
    public static void close(Dialog dialog, BooleanSupplier isTyped) {
        ask(isTyped, dialog::close);
    }
}
