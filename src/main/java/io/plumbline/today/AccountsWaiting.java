package io.plumbline.today;

import io.plumbline.access.accounts.AccountRow;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.AccountStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Accounts that cannot be used yet: invited without a password, or with a role that a manager has to confirm. */
@Order(90)
@Component
class AccountsWaiting implements StartPart {
    private final AccountService accounts;

    AccountsWaiting(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!CurrentUser.may(Permission.ACCOUNT_READ)) {
            return List.of();
        }
        var rows = accounts.waiting(StartCard.ROWS).stream()
                .map(AccountsWaiting::row)
                .toList();
        return List.of(new StartCard(
                "Invited or awaiting confirmation",
                "",
                rows.isEmpty() ? 0 : accounts.countWaiting(),
                Tone.WARN,
                Icon.PERSON,
                Routes.ACCOUNTS,
                rows,
                "Everybody can sign in. New users appear here until they have set a password."));
    }

    private static StartCard.Row row(AccountRow account) {
        return new StartCard.Row(
                account.displayName(),
                account.status() == AccountStatus.INVITED
                        ? "Invited, no password set yet"
                        : "Awaiting confirmation by a manager: "
                                + account.pending().stream()
                                        .map(Role::title)
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                StartCard.link("Open", Routes.account(account.id()), account.displayName()));
    }
}
