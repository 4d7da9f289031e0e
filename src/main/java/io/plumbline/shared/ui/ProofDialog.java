package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import io.plumbline.shared.Refused;
import java.util.function.Consumer;

/** Asks the user for the password before a sensitive action; before a signature, for that or the signing PIN. */
public final class ProofDialog extends Composite<Dialog> {
    private final PasswordField password = new PasswordField("Password");
    private final Consumer<String> prove;
    private final Runnable proven;

    /**
     * @param prove checks the password or the signing PIN; throws a {@link Refused} with a message for the user if it is
     * wrong
     * @param proven runs after the check
     */
    public ProofDialog(Consumer<String> prove, Runnable proven) {
        this(prove, proven, "Sign", "Sign with your password", "Confirm it is you. A signed note cannot be changed.");
        password.setHelperText("Or your six-digit signing PIN.");
    }

    /** Asks before an action that is not a signature; with the parameters of the constructor. */
    public static ProofDialog toConfirm(Consumer<String> prove, Runnable proven) {
        return new ProofDialog(
                prove, proven, "Confirm", "Confirm with your password", "Confirm it is you. This cannot be undone.");
    }

    /** Asks before an action that reaches much or widens access; with the parameters of the constructor. */
    public static ProofDialog toContinue(Consumer<String> prove, Runnable proven) {
        return new ProofDialog(
                prove,
                proven,
                "Continue",
                "Confirm with your password",
                "Confirm it is you. You last gave your password some time ago.");
    }

    private ProofDialog(Consumer<String> prove, Runnable proven, String verb, String title, String explanation) {
        this.prove = prove;
        this.proven = proven;
        password.setMaxLength(128);
        password.setWidthFull();
        password.getElement().setAttribute("autocomplete", "current-password");
        var sign = new Button(verb, e -> check());
        sign.addClickShortcut(Key.ENTER).listenOn(password);
        var dialog = getContent();
        Dialogs.ask(dialog, Dialogs.Width.SMALL, title, () -> false, sign, Ui.text("muted", explanation), password);
    }

    public void open() {
        getContent().open();
        password.focus();
    }

    private void check() {
        if (Attempt.telling(this::refuse).run(() -> prove.accept(password.getValue()))) {
            getContent().close();
            proven.run();
        }
    }

    private void refuse(String sentence) {
        password.setErrorMessage(sentence);
        password.setInvalid(true);
        password.focus();
    }
}
