package io.plumbline.onlineintake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;

/** Asks before a link is withdrawn. */
public class WithdrawDialog extends Composite<Dialog> {
    private final Runnable withdrawal;
    private final Runnable done;
    private final Div messages = new Div();

    /**
     * @param withdrawal withdraws the link, or refuses
     * @param done runs in any case
     */
    public WithdrawDialog(Runnable withdrawal, Runnable done) {
        this.withdrawal = withdrawal;
        this.done = done;
        Dialogs.ask(
                getContent(),
                Dialogs.Width.SMALL,
                "Withdraw the link?",
                () -> false,
                Dialogs.destructive(new Button("Withdraw", e -> withdraw())),
                messages,
                Ui.text("", "Nobody can open it anymore. What was saved and not submitted is deleted."));
    }

    public void open() {
        getContent().open();
    }

    private void withdraw() {
        try {
            withdrawal.run();
            getContent().close();
        } catch (Refused refused) {
            messages.removeAll();
            messages.add(Ui.alert(refused.sentence()));
        }
        done.run();
    }
}
