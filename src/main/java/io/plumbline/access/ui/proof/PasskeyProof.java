package io.plumbline.access.ui.proof;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.plumbline.access.factors.PasskeySite;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.ui.ProofDialog.ByPasskey;
import org.springframework.stereotype.Component;

/** Offers a passkey in every dialog that asks who is at the screen. */
@Component
class PasskeyProof implements VaadinServiceInitListener {
    private final PasskeySite site;
    private final IdentityService identity;

    PasskeyProof(PasskeySite site, IdentityService identity) {
        this.site = site;
        this.identity = identity;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> ComponentUtil.setData(
                        init.getUI(),
                        ByPasskey.class,
                        proven -> new PasskeyButton("Use a passkey", site, identity, this::prove, proven)));
    }

    private void prove(String answer) {
        identity.provePasskey(answer, PasskeyButton.sessionId());
    }
}
