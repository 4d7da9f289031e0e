package io.plumbline.access.ui.proof;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.shared.ui.ProofDialog;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Asks for the current user's password or passkey before an action on a screen, where they last gave one too long ago. */
@Component
public class ProofFirst {
    private final IdentityService identity;

    ProofFirst(IdentityService identity) {
        this.identity = identity;
    }

    /** Runs an action, after the proof if it is asked for; never if the current user closes that dialog. */
    public void run(Runnable action) {
        try {
            identity.demandProof();
        } catch (ProofNeeded needed) {
            ProofDialog.toContinue(identity::prove, action).open();
            return;
        }
        action.run();
    }

    /** Runs an action that demands the proof itself, such as in its service; after the proof it runs again. */
    public void continuing(Runnable action) {
        asked(action, ProofDialog::toContinue);
    }

    /** Does the same for an action that cannot be undone. */
    public void confirming(Runnable action) {
        asked(action, ProofDialog::toConfirm);
    }

    private void asked(Runnable action, BiFunction<Consumer<String>, Runnable, ProofDialog> dialog) {
        try {
            action.run();
        } catch (ProofNeeded needed) {
            dialog.apply(identity::prove, action).open();
        }
    }
}
