package io.plumbline.access.ui.account;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.signin.ProviderSession;
import io.plumbline.access.sso.SingleSignOn;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.shared.ui.Ui;

/** Links one's own account to the provider of single sign-on. */
class ProviderSection extends Composite<Div> {
    ProviderSection(SingleSignOn sso, ProofFirst proof) {
        if (!sso.isOn()) {
            return;
        }
        var content = ProviderSession.ofCurrentUser().isPresent()
                ? Ui.text("muted", "You signed in with " + sso.name() + ". Your account is connected.")
                : Ui.div(
                        "stack-3",
                        Ui.text("muted", "Connect your account, and sign in with " + sso.name() + " from then on."),
                        Ui.div("cluster", new Button("Connect to " + sso.name(), e -> connect(proof))));
        getContent().add(Ui.card("Single sign-on", content));
    }

    private static void connect(ProofFirst proof) {
        proof.run(() -> UI.getCurrentOrThrow().getPage().open(SingleSignOn.CONNECT.substring(1), "_blank"));
    }
}
