package io.plumbline.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.EmailField;
import io.plumbline.access.accounts.ProviderLink;
import io.plumbline.access.accounts.ProviderLinkService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.access.sso.SingleSignOn;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import java.util.function.Consumer;

/** By which e-mail address the provider of single sign-on knows the person of an account. */
record ProviderAddress(SingleSignOn sso, ProviderLinkService links, IdentityService identity) {
    /** Returns what is known of an account; empty without single sign-on. */
    Optional<String> inWords(StaffId account) {
        return sso.isOn() ? Optional.of(words(links.find(account))) : Optional.empty();
    }

    private String words(ProviderLink link) {
        var by = link.email() == null ? "" : ", " + link.email();
        if (link.linkedAt() != null) {
            return "Linked to " + sso.name() + by;
        }
        return link.email() == null ? "Not linked" : "Expected" + by;
    }

    /**
     * Returns the button that asks for the address.
     *
     * @param change runs the change and shows the account as it then is
     */
    Component button(StaffId account, Consumer<Runnable> change) {
        return new Button("Single sign-on…", e -> ask(account, change));
    }

    private void ask(StaffId account, Consumer<Runnable> change) {
        var before = Optional.ofNullable(links.find(account).email()).orElse("");
        var email = new EmailField("E-mail address at " + sso.name());
        email.setWidthFull();
        email.setValue(before);
        email.setHelperText("Leave it empty to remove the link.");
        var dialog = new Dialog();
        var save = new Button("Save", e -> save(account, email, dialog, change));
        Dialogs.ask(
                dialog,
                Dialogs.Width.SMALL,
                "Single sign-on",
                () -> !before.equals(email.getValue()),
                save,
                Ui.text(
                        "muted",
                        "Whoever signs in at " + sso.name() + " with this address, confirmed there, gets this account."
                                + " A link that there is ends. Clinical roles then wait for a manager again."),
                email);
        dialog.open();
        email.focus();
    }

    private void save(StaffId account, EmailField email, Dialog dialog, Consumer<Runnable> change) {
        try {
            identity.demandProof();
        } catch (ProofNeeded needed) {
            ProofDialog.toContinue(identity::prove, () -> save(account, email, dialog, change))
                    .open();
            return;
        }
        var isSaved = Attempt.telling(sentence -> {
                    email.setErrorMessage(sentence);
                    email.setInvalid(true);
                })
                .run(() -> links.expect(account, email.getValue()));
        if (isSaved) {
            dialog.close();
            change.accept(() -> {});
        }
    }
}
