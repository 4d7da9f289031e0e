package io.plumbline.access.ui.proof;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.access.signin.ProviderSession;
import io.plumbline.access.sso.SingleSignOn;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.ProofDialog.Elsewhere;
import org.springframework.stereotype.Component;

/** Offers those who came by single sign-on to prove at the provider who they are: they may have no password here. */
@Component
class ProviderProof implements VaadinServiceInitListener {
    private final SingleSignOn sso;
    private final IdentityService identity;

    ProviderProof(SingleSignOn sso, IdentityService identity) {
        this.sso = sso;
        this.identity = identity;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            if (ProviderSession.ofCurrentUser().isPresent()) {
                ComponentUtil.setData(
                        init.getUI(),
                        Elsewhere.class,
                        new Elsewhere(sso.name(), SingleSignOn.PROVE.substring(1), this::demand));
            }
        });
    }

    private void demand() {
        try {
            identity.demandProof();
        } catch (ProofNeeded needed) {
            throw new Refused("Enter your password, or confirm at " + sso.name() + " first");
        }
    }
}
