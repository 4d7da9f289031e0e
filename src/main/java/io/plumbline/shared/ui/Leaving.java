package io.plumbline.shared.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;

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
}
