package io.plumbline.shared.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.util.function.BooleanSupplier;

/** Asks before somebody walks away from what is not saved. */
public final class Leaving {
    private Leaving() {}

    /** Closes a dialog by Escape or a click beside it only when nothing was typed, or when the person lets it go. */
    public static void guard(Dialog dialog, BooleanSupplier hasChanges) {
        dialog.addDialogCloseActionListener(close -> {
            if (!hasChanges.getAsBoolean()) {
                dialog.close();
                return;
            }
            new ConfirmDialog(
                            "Close without saving?",
                            "What you typed here is not saved yet.",
                            "Close",
                            e -> dialog.close(),
                            "Go on typing",
                            e -> {})
                    .open();
        });
    }

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
}
