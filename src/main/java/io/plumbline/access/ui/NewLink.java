package io.plumbline.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.accounts.AccountDetails;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.Invitation;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.shared.ui.ProofDialog;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The button for a new one-time link and, for an account with two-step sign-in, the choice to remove that too. */
class NewLink extends Composite<Div> {
    private final AccountService accounts;
    private final IdentityService identity;
    private final AccountDetails account;
    private final Consumer<Supplier<@Nullable Invitation>> attempt;
    private final Checkbox lostDevice = new Checkbox("Lost device: also remove two-step sign-in");

    /**
     * @param isNext whether this is the next thing to do with the account
     * @param attempt makes a link and shows it, or why it was refused
     */
    NewLink(
            AccountService accounts,
            IdentityService identity,
            AccountDetails account,
            boolean isNext,
            Consumer<Supplier<@Nullable Invitation>> attempt) {
        this.accounts = accounts;
        this.identity = identity;
        this.account = account;
        this.attempt = attempt;
        var create = new Button("New link", e -> create());
        if (isNext) {
            create.addThemeVariants(ButtonVariant.PRIMARY);
        }
        getContent().addClassName("cluster");
        getContent().add(create);
        if (account.hasFactor()) {
            lostDevice.setHelperText("Also removes passkeys, recovery codes and the signing PIN"
                    + (account.heldByLink().isEmpty() ? "" : "; a manager must confirm the roles again"));
            getContent().add(lostDevice);
        }
    }

    private void create() {
        if (!lostDevice.getValue()) {
            attempt.accept(() -> accounts.newLink(account.id(), account.version()));
            return;
        }
        try {
            identity.demandProof();
            createForLostDevice();
        } catch (ProofNeeded needed) {
            ProofDialog.toConfirm(identity::prove, this::createForLostDevice).open();
        }
    }

    private void createForLostDevice() {
        attempt.accept(() -> accounts.newLinkForLostDevice(account.id(), account.version()));
    }
}
