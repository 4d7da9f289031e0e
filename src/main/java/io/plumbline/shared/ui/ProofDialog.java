package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import io.plumbline.shared.Refused;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the user for the password or a passkey before a sensitive action; before a signature, for those or the signing PIN.
 */
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
        this(prove, proven, "A signed note cannot be changed.");
    }

    /**
     * @param prove as above
     * @param proven as above
     * @param after what holds after the signature, as a sentence
     */
    public ProofDialog(Consumer<String> prove, Runnable proven, String after) {
        this(prove, proven, "Sign", "Sign with your password", "Confirm it is you. " + after);
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
        Dialogs.ask(
                dialog,
                Dialogs.Width.SMALL,
                title,
                () -> false,
                sign,
                Ui.text("muted", explanation),
                password,
                elsewhere().<Component>map(Elsewhere::link).orElseGet(Div::new),
                kept(ByPasskey.class).map(way -> way.offer(this::done)).orElseGet(Div::new));
    }

    /** Offers the person at this screen a passkey in place of what is typed. */
    @FunctionalInterface
    public interface ByPasskey {
        /**
         * Returns the offer; it shows nothing where the browser cannot use passkeys, or the person has none.
         *
         * @param proven runs after the right passkey
         */
        Component offer(Runnable proven);
    }

    /**
     * Another place where the person at this screen can prove who they are, instead of by a password that they may not
     * have. It opens beside the screen, so nothing that was typed is lost.
     *
     * @param name what staff call it
     * @param address where it is
     * @param demand throws a {@link Refused} if they did not prove it lately
     */
    public record Elsewhere(String name, String address, Runnable demand) {
        /** Returns the link to it. */
        public Component link() {
            var link = new Anchor(address, "Confirm at " + name);
            link.setTarget(AnchorTarget.BLANK);
            return Ui.div(
                    "stack-1",
                    link,
                    Ui.text("muted", "It opens beside this page. Come back when you are done, and go on here."));
        }
    }

    private static Optional<Elsewhere> elsewhere() {
        return kept(Elsewhere.class);
    }

    /** Returns what was put into the screen when it was opened. */
    private static <T> Optional<T> kept(Class<T> way) {
        return Optional.ofNullable(UI.getCurrent()).map(ui -> ComponentUtil.getData(ui, way));
    }

    public void open() {
        getContent().open();
        password.focus();
    }

    private void check() {
        if (Attempt.telling(this::refuse).run(this::prove)) {
            done();
        }
    }

    private void done() {
        getContent().close();
        proven.run();
    }

    private void prove() {
        var other = elsewhere();
        if (password.isEmpty() && other.isPresent()) {
            other.get().demand().run();
        } else {
            prove.accept(password.getValue());
        }
    }

    private void refuse(String sentence) {
        password.setErrorMessage(sentence);
        password.setInvalid(true);
        password.focus();
    }
}
