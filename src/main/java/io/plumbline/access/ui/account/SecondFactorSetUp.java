package io.plumbline.access.ui.account;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.factors.FactorField;
import io.plumbline.access.factors.FactorSecret;
import io.plumbline.access.factors.QrImage;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.util.function.Consumer;

/** Shows a new secret as a picture and as text, and asks for the first code. Leaving it changes nothing. */
class SecondFactorSetUp extends Composite<Div> {
    private final TextField code = new TextField("Code from the app");
    private final Div messages = new Div();
    private final Consumer<String> confirm;

    /**
     * @param confirm stores the secret if the code is right
     * @param cancel shows what was before
     */
    SecondFactorSetUp(FactorSecret secret, Consumer<String> confirm, Runnable cancel) {
        this.confirm = confirm;
        code.setMaxLength(12);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.getElement().setAttribute("inputmode", "numeric");
        code.setHelperText("Six digits");
        code.setWidth("min(240px, 100%)");
        var turnOn = Ui.primary(new Button("Turn on", e -> turnOn()));
        turnOn.addClickShortcut(Key.ENTER).listenOn(code);
        var key = Ui.text("strong", secret.inGroups());
        key.addClassName("factor-key");
        getContent().addClassName("stack-2");
        getContent()
                .add(
                        messages,
                        Ui.text(
                                "",
                                "Install an authenticator app on your phone, scan this picture with it, and enter the"
                                        + " six digits that it shows."),
                        drawn(secret.picture(CurrentUser.current().username())),
                        Ui.text("muted", "Cannot scan? Type this key into the app:"),
                        key,
                        code,
                        Ui.div("cluster", turnOn, new Button("Cancel", e -> cancel.run())));
        code.focus();
    }

    /** Black on white, also where the screen is dark: many apps read nothing else. */
    private static Svg drawn(QrImage picture) {
        var svg =
                new Svg("<svg viewBox=\"0 0 %1$s %1$s\" role=\"img\" aria-label=\"QR code for the authenticator app\">"
                                .formatted(picture.size())
                        + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/><path fill=\"black\" d=\""
                        + picture.path()
                        + "\"/></svg>");
        svg.addClassName("qr");
        return svg;
    }

    private void turnOn() {
        try {
            Attempt.showing(messages).at(FactorField.CODE, code).run(() -> confirm.accept(code.getValue()));
        } catch (ProofNeeded tooLate) {
            messages.add(Ui.alert("You took too long. Choose Cancel and set it up again."));
        }
    }
}
