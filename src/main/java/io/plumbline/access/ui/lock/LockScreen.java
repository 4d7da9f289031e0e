package io.plumbline.access.ui.lock;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.PasswordField;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.ProofDialog.Elsewhere;
import io.plumbline.shared.ui.Ui;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a locked screen shows instead of its content. */
// also where the screen was locked before its first page was drawn
@JavaScript("context://assets/portal.js")
class LockScreen extends Composite<Main> {
    private static final int LONGEST = 128;

    private final PasswordField typed = new PasswordField("PIN or password");
    private final Consumer<String> unlock;
    private final @Nullable Elsewhere elsewhere;

    /**
     * Creates the screen of a session.
     *
     * @param unlock unlocks with what was typed, or refuses it
     * @param elsewhere where the person can unlock it instead, or null
     * @param byPasskey offers to unlock it with a passkey
     * @param leave signs out, so that somebody else can sign in
     */
    LockScreen(
            CurrentUser user,
            Consumer<String> unlock,
            @Nullable Elsewhere elsewhere,
            Component byPasskey,
            Runnable leave) {
        this.unlock = unlock;
        this.elsewhere = elsewhere;
        typed.setMaxLength(LONGEST);
        typed.setWidthFull();
        typed.setHelperText("Your six-digit signing PIN, or your password.");
        typed.getElement().setAttribute("autocomplete", "current-password");
        typed.focus();
        var open = Ui.primary(new Button("Unlock", e -> tryToUnlock()));
        open.addClickShortcut(Key.ENTER).listenOn(typed);
        var main = getContent();
        main.setId("main");
        main.addClassName("lock-screen");
        main.add(Ui.div(
                "stack-3",
                head(user),
                typed,
                elsewhere == null ? new Div() : elsewhere.link(),
                Ui.div("cluster", open, new Button("Switch person", e -> leave.run())),
                byPasskey));
    }

    private static Component head(CurrentUser user) {
        return Ui.div(
                "stack-1",
                new H1("Locked"),
                Ui.text("strong", user.displayName()),
                Ui.text("muted", "What you were doing is kept. Not you? Switch person signs out."));
    }

    private void tryToUnlock() {
        if (typed.isEmpty() && elsewhere == null) {
            refuse("Enter your PIN or password");
            return;
        }
        var given = typed.getValue();
        typed.clear();
        Attempt.telling(this::refuse).run(() -> unlock.accept(given));
    }

    private void refuse(String sentence) {
        typed.setErrorMessage(sentence);
        typed.setInvalid(true);
        typed.focus();
    }
}
