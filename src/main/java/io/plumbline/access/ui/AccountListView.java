package io.plumbline.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.access.PublicSettings;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountRow;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.Invitation;
import io.plumbline.access.accounts.ProviderLinkService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.sso.SingleSignOn;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.ListScreen;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** The list of accounts. The panel beside it shows the account in the URL, or the form for a new account. */
@Route(Routes.ACCOUNTS)
@RouteAlias(Routes.NEW_ACCOUNT)
@RouteAlias(Routes.ACCOUNTS + "/:" + Routes.ID)
@PageTitle("Accounts · Plumbline")
@Menu(order = 41, title = "Accounts", icon = "PERSON")
@RolesAllowed(Permission.ACCOUNT_READ)
class AccountListView extends Main implements BeforeEnterObserver {
    private final AccountService accounts;
    private final IdentityService identity;
    private final ProviderAddress provider;
    private final ClinicService clinics;
    private final PublicSettings settings;
    private final Clock clock;
    private final ListScreen<StaffId, AccountPanel> list;
    private @Nullable AccountForm typed;
    private @Nullable Invitation justInvited;

    AccountListView(
            AccountService accounts,
            IdentityService identity,
            SingleSignOn sso,
            ProviderLinkService links,
            ClinicService clinics,
            PublicSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.identity = identity;
        this.provider = new ProviderAddress(sso, links, identity);
        this.clinics = clinics;
        this.settings = settings;
        this.clock = clock;
        list = new ListScreen<>(
                this,
                Lazily.list("Accounts", AccountRow::id, row(), accounts::list),
                "Selected account",
                StaffId::new,
                this::open);
        var invite = new Button("Invite a user", e -> Ui.navigate(Routes.NEW_ACCOUNT));
        Keys.on(invite, "n", "Invite a user");
        Ui.page(this, "Accounts", "Who can sign in, with their roles and clinics.", list.withPanel());
        Ui.pageActions(this, new Anchor(Routes.PERMISSIONS, "Roles and permissions"), invite);
        Leaving.guardPage(
                this,
                () -> typed != null && typed.hasChanges()
                        || list.panel().filter(AccountPanel::hasChanges).isPresent());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        typed = null;
        if (event.getLocation().getPath().equals(Routes.NEW_ACCOUNT)) {
            list.showForm(newAccount());
            return;
        }
        list.enter(event);
        // the link of a new account is shown once, here
        list.panel()
                .filter(panel -> justInvited != null && justInvited.account().equals(panel.account()))
                .ifPresent(panel -> panel.show(Objects.requireNonNull(justInvited)));
        justInvited = null;
    }

    private Optional<AccountPanel> open(StaffId id) {
        return accounts.open(id)
                .map(account -> new AccountPanel(
                        accounts, identity, provider, clinics, settings, clock, account, list::refresh));
    }

    private Component newAccount() {
        var form = new AccountForm(clinics.labels().values());
        form.offer(accounts.practitionersWithoutAccount());
        var title = new H2("Invite a user");
        title.addClassName("heading");
        var save = Ui.primary(
                Ui.once("Invite and show the link", () -> form.read().ifPresent(draft -> invite(form, draft))));
        save.addClickShortcut(Key.ENTER).listenOn(form);
        var cancel = new Button("Cancel", e -> Ui.navigate(Routes.ACCOUNTS));
        var panelOfNew = Ui.div("panel", title, form, Ui.div("cluster", save, cancel));
        cancel.addClickShortcut(Key.ESCAPE).listenOn(panelOfNew);
        form.focus();
        typed = form;
        return panelOfNew;
    }

    private void invite(AccountForm form, AccountDraft draft) {
        try {
            form.at(Attempt.telling(Toast::warn)).run(() -> {
                justInvited = form.practitioner()
                        .map(practitioner -> accounts.invitePractitioner(practitioner, draft))
                        .orElseGet(() -> accounts.invite(draft));
                typed = null;
                list.refresh();
                Ui.navigate(Routes.account(justInvited.account()));
            });
        } catch (DataIntegrityViolationException takenAtTheSameMoment) {
            form.refuseUsername();
        }
    }

    private LitRenderer<AccountRow> row() {
        return LitRenderer.<AccountRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}" aria-current="${item.current}">${item.name}</a><span class="quiet">${item.username}</span></span>
                  <span class="line-two">${item.roles}</span>
                  <span class="quiet wide-only">${item.clinics}</span>
                  <span class="end"><span class="badge tone-${item.tone}">${item.status}</span></span>
                </div>""")
                .withProperty("address", row -> Routes.account(row.id()))
                .withProperty("name", AccountRow::displayName)
                .withProperty("username", AccountRow::username)
                .withProperty("roles", this::roles)
                .withProperty("clinics", this::places)
                .withProperty("tone", row -> AccountWords.tone(row.status()))
                .withProperty("status", row -> row.status().label());
    }

    private String roles(AccountRow row) {
        var roles = AccountWords.roles(row.roles(), row.limits(), clinics::names);
        if (row.pending().isEmpty()) {
            return roles;
        }
        var waiting = AccountWords.roles(row.pending(), row.limits(), clinics::names) + " (awaiting confirmation)";
        return row.roles().isEmpty() ? waiting : roles + ", " + waiting;
    }

    private String places(AccountRow row) {
        return row.clinics().isEmpty() ? "No clinic" : clinics.names(row.clinics());
    }
}
