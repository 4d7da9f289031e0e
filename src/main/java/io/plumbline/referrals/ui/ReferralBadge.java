package io.plumbline.referrals.ui;

import io.plumbline.referrals.ReferralEvent;
import io.plumbline.referrals.ReferralListService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

@Component
class ReferralBadge implements NavBadge {
    private final ReferralListService referrals;

    ReferralBadge(ReferralListService referrals) {
        this.referrals = referrals;
    }

    @Override
    public String place() {
        return Routes.REFERRALS;
    }

    @Override
    public boolean calls() {
        return true;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(referrals.countOverdue(), "Referrals whose answer is overdue.");
    }

    @TransactionalEventListener
    void on(ReferralEvent.Answered event) {
        NavBadge.recount();
    }

    @TransactionalEventListener
    void on(ReferralEvent.Closed event) {
        NavBadge.recount();
    }

    @TransactionalEventListener
    void on(ReferralEvent.DueChanged event) {
        NavBadge.recount();
    }
}
