package io.plumbline.access.ui;

import io.plumbline.access.accounts.AccountService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class AccountBadge implements NavBadge {
    private final AccountService accounts;

    AccountBadge(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public String place() {
        return Routes.ACCOUNTS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(accounts.countWaiting(), "Invited accounts and accounts with a role awaiting confirmation.");
    }
}
