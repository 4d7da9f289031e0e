package io.plumbline.access.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.accounts.OwnPasswordService;
import io.plumbline.access.factors.PasskeyService;
import io.plumbline.access.factors.SecondFactorService;
import io.plumbline.access.pins.SigningPinService;
import io.plumbline.access.sessions.StaffSessionService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.ProviderSession;
import io.plumbline.access.sso.SingleSignOn;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.DisplaySettingsAsked;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.PermitAll;

/** My account: password, two-step sign-in, passkeys, signing PIN, sessions and display of the person who is signed in. */
@Route(Routes.MY_ACCOUNT)
@PageTitle("My account · Plumbline")
@PermitAll
class MyAccountView extends Main {
    private final PasswordSection password;

    MyAccountView(
            OwnPasswordService passwords,
            StaffSessionService sessions,
            SecondFactorService factors,
            PasskeyService passkeys,
            SigningPinService pins,
            IdentityService identity,
            SingleSignOn sso,
            ProofFirst proof,
            ClinicService clinics) {
        password = new PasswordSection(passwords);
        var user = CurrentUser.current();
        var twoSteps = new SecondFactorSection(factors, identity, clinics);
        Ui.page(
                this,
                "My account",
                user.displayName() + ". You sign in as " + user.username() + ".",
                password,
                twoSteps,
                new PasskeySection(passkeys, identity, clinics.ownZone(), twoSteps::showStatus),
                new SigningPinSection(pins, proof, clinics),
                provider(sso, proof),
                new SessionsSection(sessions, clinics.ownZone()),
                display());
        Leaving.guardPage(this, password::isTyped);
    }

    /** Links one's own account to the provider of single sign-on. */
    private static Component provider(SingleSignOn sso, ProofFirst proof) {
        if (!sso.isOn()) {
            return new Div();
        }
        return Ui.card(
                "Single sign-on",
                ProviderSession.ofCurrentUser().isPresent()
                        ? Ui.text("muted", "You signed in with " + sso.name() + ". Your account is connected.")
                        : Ui.div(
                                "stack-3",
                                Ui.text(
                                        "muted",
                                        "Connect your account, and sign in with " + sso.name() + " from then on."),
                                Ui.div("cluster", new Button("Connect to " + sso.name(), e -> connect(proof)))));
    }

    private static void connect(ProofFirst proof) {
        proof.run(() -> UI.getCurrentOrThrow().getPage().open(SingleSignOn.CONNECT.substring(1), "_blank"));
    }

    private static Section display() {
        return Ui.card(
                "Display",
                Ui.text("muted", "How the portal shows dates and times to you and reads what you enter."),
                Ui.div("cluster", new Button("Display settings…", e -> askForDisplaySettings())));
    }

    private static void askForDisplaySettings() {
        var ui = UI.getCurrentOrThrow();
        ComponentUtil.fireEvent(ui, new DisplaySettingsAsked(ui));
    }
}
