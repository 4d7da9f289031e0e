package io.plumbline.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AccountDetails;
import io.plumbline.access.AccountDraft;
import io.plumbline.access.AccountService;
import io.plumbline.access.FieldRefused;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Changes an account. Where somebody was quicker it shows their change and keeps what was typed. */
class AccountEditing extends Composite<Div> {
    private final AccountService accounts;
    private final AccountForm form;
    private final Div messages = new Div();
    private final Runnable done;
    private AccountDetails seen;

    AccountEditing(AccountService accounts, Collection<ClinicLabel> clinics, AccountDetails account, Runnable done) {
        this.accounts = accounts;
        this.seen = account;
        this.done = done;
        form = new AccountForm(clinics);
        form.show(account.draft(), account.id().equals(Caller.current().staff()));
        var save = new Button("Save", e -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(form);
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
            accounts.change(seen.id(), seen.version(), typed);
            done.run();
        } catch (FieldRefused refused) {
            form.refuse(refused);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            var now = accounts.open(seen.id()).orElse(seen);
            messages.add(Ui.alert(now.changedBy() + " changed this account meanwhile: "
                    + String.join("; ", differences(seen, now))
                    + ". What you typed is still here; save again to keep yours."));
            seen = now;
        } catch (IllegalStateException | NoSuchElementException refused) {
            messages.add(Ui.alert(refused.getMessage() + "."));
        }
    }

    private static List<String> differences(AccountDetails before, AccountDetails now) {
        var changes = new ArrayList<String>();
        if (!before.draft().displayName().equals(now.draft().displayName())) {
            changes.add("the name is now " + now.draft().displayName());
        }
        if (!before.draft().roles().equals(now.draft().roles())) {
            changes.add("the roles are now " + AccountWords.roles(now.draft().roles()));
        }
        if (!before.pending().equals(now.pending())) {
            changes.add("a manager has decided about a role");
        }
        if (!before.draft().clinics().equals(now.draft().clinics())) {
            changes.add("the clinics are others");
        }
        if (before.status() != now.status()) {
            changes.add("it is now " + now.status().word());
        }
        if (changes.isEmpty()) {
            changes.add("what is other now is not shown here");
        }
        return changes;
    }
}
