package io.plumbline.access.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import io.plumbline.access.factors.FactorSecret;
import io.plumbline.access.factors.FactorStatus;
import io.plumbline.access.factors.SecondFactorService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** Two-step sign-in on the screen of one's own account: set it up, make new recovery codes, turn it off. */
public class SecondFactorSection extends Composite<Section> {
    private final SecondFactorService factors;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final Div messages = new Div();
    private final Div body = Ui.div("stack-2");

    /** Creates the section of the current user. */
    public SecondFactorSection(SecondFactorService factors, IdentityService identity, ClinicService clinics) {
        this.factors = factors;
        this.identity = identity;
        this.clinics = clinics;
        messages.getElement().setAttribute("tabindex", "-1");
        showStatus();
    }

    @Override
    protected Section initContent() {
        return Ui.card("Two-step sign-in", Ui.div("panel-part", messages, body));
    }

    /** Shows the state as it now is. */
    void showStatus() {
        var status = factors.findMine();
        messages.removeAll();
        body.removeAll();
        body.add(status.appSince() != null ? on(status) : status.isOn() ? byPasskeyAlone(status) : off(status));
    }

    private Component off(FactorStatus status) {
        var begin = Ui.primary(new Button("Set up two-step sign-in", e -> begin()));
        return Ui.div(
                "stack-2",
                Ui.text(
                        "",
                        "Off. Besides your password you then enter a code from an app on your phone, so that a stolen"
                                + " password alone lets nobody in."),
                Ui.text("muted", status.isRequired() ? "Your role requires it." : ""),
                Ui.div("cluster", begin));
    }

    private Component byPasskeyAlone(FactorStatus status) {
        return Ui.div(
                "stack-2",
                Ui.text("", "On: after your password you use a passkey. " + left(status.codesLeft())),
                Ui.div(
                        "cluster",
                        new Button("New recovery codes…", e -> renewCodes()),
                        new Button("Set up an app as well", e -> begin())));
    }

    private Component on(FactorStatus status) {
        var isKept = status.isRequired() && status.passkeys() == 0;
        var since = status.appSince() == null
                ? ""
                : Dates.dayAndYear(status.appSince().atZone(clinics.ownZone()).toLocalDate());
        var actions = Ui.div(
                "cluster",
                new Button("New recovery codes…", e -> renewCodes()),
                new Button("Set up another phone", e -> begin()));
        if (!isKept) {
            actions.add(new Button("Turn off…", e -> turnOff()));
        }
        return Ui.div(
                "stack-2",
                Ui.text("", "On since " + since + ". " + left(status.codesLeft())),
                Ui.text("muted", isKept ? "Your role requires it, so it cannot be turned off." : ""),
                actions);
    }

    private static String left(int codes) {
        return switch (codes) {
            case 0 -> "No recovery codes are left: make new ones.";
            case 1 -> "1 recovery code is left.";
            default -> codes + " recovery codes are left.";
        };
    }

    private void begin() {
        withProof(() -> {
            var secret = factors.begin();
            show(new SecondFactorSetUp(secret, code -> confirm(secret, code), this::showStatus));
        });
    }

    private void confirm(FactorSecret secret, String code) {
        showCodes(factors.confirm(secret, code));
    }

    private void renewCodes() {
        new ConfirmDialog(
                        "Make new recovery codes?",
                        "The codes that you have now no longer work.",
                        "Make new codes",
                        e -> withProof(() -> showCodes(factors.renewRecoveryCodes())),
                        "Keep the codes",
                        e -> {})
                .open();
    }

    private void turnOff() {
        new ConfirmDialog(
                        "Turn off two-step sign-in?",
                        factors.findMine().passkeys() > 0
                                ? "After your password you then use a passkey."
                                : "Your password alone then lets you in. Your recovery codes no longer work.",
                        "Turn off",
                        e -> withProof(() -> {
                            factors.remove();
                            showStatus();
                        }),
                        "Keep it on",
                        e -> {})
                .open();
    }

    private void showCodes(List<String> codes) {
        show(new RecoveryCodeList(codes, this::showStatus));
        messages.getElement().callJsFunction("focus");
    }

    private void show(Component part) {
        messages.removeAll();
        body.removeAll();
        body.add(part);
    }

    /** Runs a change; asks for the password first if it was not given for a while. */
    private void withProof(Runnable change) {
        try {
            attempt(change);
        } catch (ProofNeeded needed) {
            ProofDialog.toConfirm(identity::prove, () -> attempt(change)).open();
        }
    }

    private void attempt(Runnable change) {
        Attempt.showing(messages).run(change);
    }
}
