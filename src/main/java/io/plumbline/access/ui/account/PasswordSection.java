package io.plumbline.access.ui.account;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import io.plumbline.access.accounts.AccountField;
import io.plumbline.access.accounts.OwnPasswordService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.stream.Stream;

/** Changes one's own password. */
class PasswordSection extends Composite<Div> {
    private static final int LONGEST = 128;

    private final OwnPasswordService passwords;
    private final PasswordField current = field("Current password", "current-password");
    private final PasswordField chosen = field("New password", "new-password");
    private final PasswordField repeated = field("Repeat the new password", "new-password");
    private final Div messages = new Div();

    PasswordSection(OwnPasswordService passwords) {
        this.passwords = passwords;
        chosen.setHelperText("15 to 128 characters of any kind, or 12 and more while two-step sign-in is on. Four"
                + " unrelated words work well.");
        var save = Ui.primary(Ui.once("Change password", this::change));
        var fields = Ui.div("stack-3", current, chosen, repeated);
        save.addClickShortcut(Key.ENTER).listenOn(fields);
        getContent()
                .add(Ui.card(
                        "Password",
                        Ui.text("muted", "When you change it, you are signed out everywhere else and go on here."),
                        messages,
                        fields,
                        Ui.div("cluster", save)));
    }

    private static PasswordField field(String label, String autocomplete) {
        var field = new PasswordField(label);
        field.setMaxLength(LONGEST);
        field.setWidth("min(420px, 100%)");
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }

    boolean isTyped() {
        return all().anyMatch(field -> !field.isEmpty());
    }

    private Stream<PasswordField> all() {
        return Stream.of(current, chosen, repeated);
    }

    private void change() {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseEmpty(current, "Enter your current password");
        wrong.refuseEmpty(chosen, "Enter a new password");
        wrong.refuseEmpty(repeated, "Enter the new password again");
        if (!wrong.areNone()) {
            return;
        }
        Attempt.showing(messages)
                .at(AccountField.CURRENT_PASSWORD, current)
                .at(AccountField.PASSWORD, chosen)
                .at(AccountField.REPEATED, repeated)
                .run(() -> {
                    passwords.change(current.getValue(), chosen.getValue(), repeated.getValue());
                    all().forEach(PasswordField::clear);
                    Toast.done("Password changed. Your other sessions end within seconds.");
                });
    }
}
