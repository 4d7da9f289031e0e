package io.plumbline.access.ui;

import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountBadges {
    @Bean
    static NavBadge accountsCount(AccountService accounts) {
        return NavBadge.of(
                Routes.ACCOUNTS,
                "Invited accounts and accounts with a role awaiting confirmation.",
                accounts::countWaiting);
    }

    @Bean
    static NavBadge breakGlassCount(BreakGlassService breakGlass) {
        return NavBadge.of(Routes.BREAK_GLASS, "Break-glass accesses awaiting review.", breakGlass::countToReview);
    }
}
