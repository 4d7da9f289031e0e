package io.plumbline.access.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import io.plumbline.access.pins.PinField;
import io.plumbline.access.pins.PinStatus;
import io.plumbline.access.pins.SigningPinService;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;

/** The signing PIN on the screen of one's own account: set it, set another, remove it. */
class SigningPinSection extends Composite<Section> {
    private static final int DIGITS = 6;

    private final SigningPinService pins;
    private final ProofFirst proof;
    private final ClinicService clinics;
    private final Div messages = new Div();
    private final Div body = Ui.div("stack-2");

    SigningPinSection(SigningPinService pins, ProofFirst proof, ClinicService clinics) {
        this.pins = pins;
        this.proof = proof;
        this.clinics = clinics;
        showStatus();
    }

    @Override
    protected Section initContent() {
        return Ui.card("Signing PIN", Ui.div("panel-part", messages, body));
    }

    private void showStatus() {
        var status = pins.findMine();
        show(Ui.div(
                "stack-2",
                Ui.text("", sentence(status)),
                Ui.text(
                        "muted",
                        (CurrentUser.current().isClinician()
                                        ? "With these six digits you sign notes and unlock your screen."
                                        : "With these six digits you unlock your screen.")
                                + " They do not sign you in, and exports and changes of access still ask for your"
                                + " password."),
                actions(status)));
    }

    private String sentence(PinStatus status) {
        if (status.since() == null) {
            return "No PIN yet.";
        }
        var day = Dates.dayAndYear(status.since().atZone(clinics.ownZone()).toLocalDate());
        return status.isOff()
                ? "Off after five wrong tries. It works again once you give your password."
                : "Set on " + day + ".";
    }

    private Component actions(PinStatus status) {
        if (!status.isSet()) {
            var set = Ui.primary(new Button("Set a PIN…", e -> proof.run(this::showForm)));
            return Ui.div("cluster", set);
        }
        return Ui.div(
                "cluster",
                new Button("Set another PIN…", e -> proof.run(this::showForm)),
                new Button("Remove PIN…", e -> askToRemove()));
    }

    private void showForm() {
        var chosen = field("New PIN");
        chosen.setHelperText("Six digits, not in a row and not repeated.");
        var repeated = field("Repeat the new PIN");
        var save = Ui.primary(Ui.once("Save PIN", () -> save(chosen, repeated)));
        var fields = Ui.div("stack-3", chosen, repeated);
        save.addClickShortcut(Key.ENTER).listenOn(fields);
        show(Ui.div("stack-3", fields, Ui.div("cluster", save, new Button("Cancel", e -> showStatus()))));
        chosen.focus();
    }

    private static PasswordField field(String label) {
        var field = new PasswordField(label);
        field.setMaxLength(DIGITS);
        field.setWidth("min(240px, 100%)");
        field.getElement().setAttribute("inputmode", "numeric").setAttribute("autocomplete", "off");
        return field;
    }

    private void save(PasswordField chosen, PasswordField repeated) {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseEmpty(chosen, "Enter six digits");
        wrong.refuseEmpty(repeated, "Enter the PIN again");
        if (!wrong.areNone()) {
            return;
        }
        proof.run(() -> Attempt.showing(messages)
                .at(PinField.PIN, chosen)
                .at(PinField.REPEATED, repeated)
                .run(() -> {
                    pins.choose(chosen.getValue(), repeated.getValue());
                    showStatus();
                    Toast.done("Signing PIN saved.");
                }));
    }

    private void askToRemove() {
        new ConfirmDialog(
                        "Remove your signing PIN?",
                        "You then sign and unlock with your password.",
                        "Remove PIN",
                        e -> proof.run(() -> Attempt.showing(messages).run(() -> {
                            pins.remove();
                            showStatus();
                        })),
                        "Keep it",
                        e -> {})
                .open();
    }

    private void show(Component part) {
        messages.removeAll();
        body.removeAll();
        body.add(part);
    }
}
