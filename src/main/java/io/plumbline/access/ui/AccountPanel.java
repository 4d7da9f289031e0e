package io.plumbline.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.access.PublicSettings;
import io.plumbline.access.accounts.AccountDetails;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.AccountStatus;
import io.plumbline.access.accounts.Invitation;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.RecordPanel;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The panel beside the list that shows one account and its actions. */
class AccountPanel extends Composite<RecordPanel> {
    private final AccountService accounts;
    private final IdentityService identity;
    private final ProviderAddress provider;
    private final ClinicService clinics;
    private final PublicSettings settings;
    private final Clock clock;
    private final Runnable changed;
    private AccountDetails account;

    /**
     * @param changed called when the account no longer matches the row in the list
     */
    AccountPanel(
            AccountService accounts,
            IdentityService identity,
            ProviderAddress provider,
            ClinicService clinics,
            PublicSettings settings,
            Clock clock,
            AccountDetails account,
            Runnable changed) {
        this.accounts = accounts;
        this.identity = identity;
        this.provider = provider;
        this.clinics = clinics;
        this.settings = settings;
        this.clock = clock;
        this.changed = changed;
        this.account = account;
        getContent().named("Account", () -> Ui.navigate(Routes.ACCOUNTS));
        draw(Optional.empty());
    }

    StaffId account() {
        return account.id();
    }

    /** Returns whether there are unsaved changes. */
    boolean hasChanges() {
        return getContent()
                .getChildren()
                .anyMatch(part -> part instanceof AccountEditing editing && editing.hasChanges());
    }

    /** Shows the account's one-time link, which cannot be shown again. */
    void show(Invitation invitation) {
        var held = works().stream().filter(account.heldByLink()::contains).toList();
        var card = new OneTimeLinkCard(
                account.draft().displayName(), invitation, AccountWords.roles(held), settings.reachedAt());
        draw(Optional.of(card));
        card.focus();
    }

    private void draw(Optional<? extends Component> message) {
        headed().showing(Stream.concat(
                        message.stream(),
                        Stream.of(
                                actions(message.filter(OneTimeLinkCard.class::isInstance)
                                        .isPresent()),
                                facts()))
                .toArray(Component[]::new));
    }

    private RecordPanel headed() {
        var badges = Ui.div("cluster", AccountWords.badge(account.status()));
        if (!account.pending().isEmpty() || !account.extended().isEmpty()) {
            badges.add(StatusBadge.warn("Role awaiting confirmation"));
        }
        return getContent().headed(account.draft().displayName(), badges);
    }

    private Component actions(boolean isLinkShown) {
        var edit = new Button("Edit…", e -> edit());
        var rights = new Anchor(Routes.PERMISSIONS + "?" + Routes.PERSON + "=" + account.id(), "View access");
        var actions = Ui.div("cluster", edit, rights);
        if (account.status() == AccountStatus.SWITCHED_OFF) {
            actions.add(
                    new Button("Reactivate", e -> attempt(() -> accounts.switchOn(account.id(), account.version()))));
            return actions;
        }
        var isNext = account.status() == AccountStatus.INVITED && account.linkUntil() == null && !isLinkShown;
        actions.add(new NewLink(accounts, identity, account, isNext, this::attempt));
        if (isMine()) {
            return Ui.div(
                    "panel-part",
                    actions,
                    Ui.text(
                            "muted",
                            "This is your own account. Only another administrator can change its roles or deactivate it."));
        }
        if (provider.sso().isOn()) {
            actions.add(provider.button(account.id(), this::attempt));
        }
        actions.add(new Button("Deactivate…", e -> switchOff()));
        return actions;
    }

    private void edit() {
        var editing = new AccountEditing(
                accounts, identity, clinics.labels().values(), account, () -> showAsItIsNow(now -> null));
        headed().showing(editing);
        editing.focus();
    }

    private void switchOff() {
        var name = account.draft().displayName();
        new ConfirmDialog(
                        "Deactivate the account of " + name + "?",
                        "Their open screens end within seconds, and the leads that they claimed are released. "
                                + "Their records are kept. You can reactivate the account.",
                        "Deactivate",
                        e -> attempt(() -> accounts.switchOff(account.id(), account.version())),
                        "Keep account active",
                        e -> getContent().focus())
                .open();
    }

    private void attempt(Runnable action) {
        attempt(() -> {
            action.run();
            return null;
        });
    }

    /** Runs an action and redraws the account; shows the message if the action is refused. */
    private void attempt(Supplier<@Nullable Invitation> action) {
        Attempt.telling(refused -> showAsItIsNow(now -> refused + "."))
                .ifChanged(() -> showAsItIsNow(now -> now.changedBy()
                        + " changed this account in the meantime. Your change was not saved. This is the current"
                        + " version."))
                .run(() -> {
                    var invitation = action.get();
                    if (invitation == null) {
                        showAsItIsNow(now -> null);
                    } else {
                        account = accounts.open(account.id()).orElse(account);
                        show(invitation);
                        changed.run();
                    }
                });
    }

    private void showAsItIsNow(Function<AccountDetails, @Nullable String> message) {
        account = accounts.open(account.id()).orElse(account);
        draw(Optional.ofNullable(message.apply(account)).map(Ui::alert));
        getContent().focus();
        changed.run();
    }

    private Component facts() {
        var draft = account.draft();
        var works = works();
        var facts = new ArrayList<>(List.of(
                "User name", draft.username(), "Roles", works.isEmpty() ? "None" : words(works, account.held())));
        if (!account.pending().isEmpty()) {
            var waits = words(account.pending(), draft.limits()) + ", to be confirmed by a manager of these clinics";
            facts.addAll(List.of("Awaiting confirmation", waits));
        }
        if (!account.extended().isEmpty()) {
            var waits = words(account.extended().keySet(), new Role.Limits(account.extended()));
            facts.addAll(List.of("Awaiting confirmation", waits + ", to be confirmed by a manager there"));
        }
        facts.addAll(List.of(
                "Clinics",
                draft.clinics().isEmpty() ? "None" : clinics.names(draft.clinics()),
                "One-time link",
                link(),
                "Two-step sign-in",
                account.hasFactor() ? "On" : "Off",
                "Changed by",
                account.changedBy()));
        provider.inWords(account.id()).ifPresent(words -> facts.addAll(List.of("Single sign-on", words)));
        return Ui.facts(facts.toArray(String[]::new));
    }

    private String words(Collection<Role> roles, Role.Limits limits) {
        return AccountWords.roles(roles, limits, clinics::names);
    }

    private List<Role> works() {
        return account.draft().roles().stream()
                .filter(role -> !account.pending().contains(role))
                .toList();
    }

    private String link() {
        var until = account.linkUntil();
        if (until == null) {
            return "No active link";
        }
        return "Valid for " + (Duration.between(clock.instant(), until).toMinutes() + 1) + " more minutes";
    }

    private boolean isMine() {
        return account.id().equals(CurrentUser.current().staff());
    }
}
