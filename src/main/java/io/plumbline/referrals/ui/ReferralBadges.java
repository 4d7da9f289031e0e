package io.plumbline.referrals.ui;

import io.plumbline.referrals.ContactService;
import io.plumbline.referrals.ReferralEvent;
import io.plumbline.referrals.ReferralListService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReferralBadges {
    @Bean
    static NavBadge contactsCount(ContactService contacts) {
        return NavBadge.of(Routes.CONTACTS, "Active contacts.", contacts::countActive);
    }

    @Bean
    static NavBadge referralsCount(ReferralListService referrals) {
        return NavBadge.calling(
                Routes.REFERRALS,
                "Referrals whose answer is overdue.",
                referrals::countOverdue,
                ReferralEvent.Answered.class,
                ReferralEvent.Closed.class,
                ReferralEvent.DueChanged.class);
    }
}
