package io.plumbline.onlineintake.ui;

import com.vaadin.flow.component.button.Button;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;

/** Asks before a link is withdrawn. */
public final class WithdrawDialog {
    private WithdrawDialog() {}

    /**
     * Creates the button that opens the dialog.
     *
     * @param name tells the link from others
     * @param withdrawal withdraws the link, or refuses
     * @param done runs after both
     */
    public static Button button(String name, Runnable withdrawal, Runnable done) {
        var button = new Button("Withdraw…", e -> open(withdrawal, done));
        button.setAriaLabel(name);
        return button;
    }

    private static void open(Runnable withdrawal, Runnable done) {
        var form = Dialogs.form("Withdraw the link?").width(Dialogs.Width.SMALL).destructive();
        form.add(Ui.text("", "Nobody can open it anymore. What was saved and not submitted is deleted."))
                .on(Refused.class, refused -> {
                    form.warn(refused.sentence());
                    done.run();
                })
                .open("Withdraw", withdrawal, done);
    }
}
