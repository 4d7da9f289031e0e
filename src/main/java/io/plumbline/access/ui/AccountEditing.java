package io.plumbline.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.accounts.AccountDetails;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Edits an account. After a conflict, takes over the fields that only the colleague changed, lists them, and keeps the
 * user's own input.
 */
class AccountEditing extends Composite<Div> {
    private final AccountService accounts;
    private final IdentityService identity;
    private final AccountForm form;
    private final Div messages = new Div();
    private final Runnable done;
    private AccountDetails seen;

    AccountEditing(
            AccountService accounts,
            IdentityService identity,
            Collection<ClinicLabel> clinics,
            AccountDetails account,
            Runnable done) {
        this.identity = identity;
        this.accounts = accounts;
        this.seen = account;
        this.done = done;
        form = new AccountForm(clinics);
        form.show(account.draft(), isMine(account));
        var save = Ui.primary(new Button("Save", e -> save()));
        save.addClickShortcut(Key.ENTER).listenOn(form);
        messages.getElement().setAttribute("tabindex", "-1");
        getContent().addClassName("panel-part");
        getContent().add(messages, form, Ui.div("cluster", save, new Button("Cancel", e -> done.run())));
    }

    boolean hasChanges() {
        return form.hasChanges();
    }

    void focus() {
        form.focus();
    }

    private void save() {
        messages.removeAll();
        form.read().ifPresent(this::save);
    }

    private void save(AccountDraft typed) {
        try {
            change(typed);
        } catch (IdentityService.ProofNeeded needed) {
            ProofDialog.toContinue(identity::prove, () -> save(typed)).open();
        }
    }

    private void change(AccountDraft typed) {
        form.at(Attempt.showing(messages))
                .ifChanged(() -> accounts.open(seen.id()).ifPresent(now -> bringTogether(now, typed)))
                .ifNotAvailable("Not available.")
                .run(() -> {
                    accounts.change(seen.id(), seen.version(), typed);
                    done.run();
                });
    }

    private void bringTogether(AccountDetails now, AccountDraft typed) {
        messages.add(Ui.alert(now.changedBy() + " changed this account in the meantime: "
                + String.join("; ", differences(seen, now))
                + ". What you typed is still here; save again to keep your changes."));
        form.show(now.draft(), isMine(now));
        form.type(RecordVersions.merged(seen.draft(), now.draft(), typed));
        seen = now;
        messages.getElement().callJsFunction("focus");
    }

    private static boolean isMine(AccountDetails account) {
        return account.id().equals(CurrentUser.current().staff());
    }

    private static List<String> differences(AccountDetails before, AccountDetails now) {
        var changes = new ArrayList<String>();
        if (!before.draft().displayName().equals(now.draft().displayName())) {
            changes.add("the name is now " + now.draft().displayName());
        }
        if (!before.draft().roles().equals(now.draft().roles())) {
            changes.add("the roles are now " + AccountWords.roles(now.draft().roles()));
        }
        if (!before.pending().equals(now.pending()) || !before.extended().equals(now.extended())) {
            changes.add("a manager decided on a role");
        }
        if (!before.draft().clinics().equals(now.draft().clinics())) {
            changes.add("the clinics were changed");
        }
        if (!before.draft().limits().equals(now.draft().limits())) {
            changes.add("the clinics of the roles were changed");
        }
        if (before.status() != now.status()) {
            changes.add("it is now " + now.status().label());
        }
        if (changes.isEmpty()) {
            changes.add("the changes are not shown here");
        }
        return changes;
    }
}
