package io.plumbline.today;

import io.plumbline.referrals.ReferralFilter;
import io.plumbline.referrals.ReferralListService;
import io.plumbline.referrals.ReferralRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The referrals whose answer is overdue, for the chiropractor, until an answer or a closing reason is recorded. */
@Order(65)
@Component
class ReferralsOverdue implements StartPart {
    private final ReferralListService referrals;

    ReferralsOverdue(ReferralListService referrals) {
        this.referrals = referrals;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.CHIROPRACTOR)) {
            return List.of();
        }
        var overdue = referrals.first(ReferralFilter.OVERDUE, false, StartCard.ROWS);
        var rows = overdue.rows().stream().map(ReferralsOverdue::row).toList();
        return List.of(new StartCard(
                "Referrals to follow up",
                "referral",
                overdue.counts().getOrDefault(ReferralFilter.OVERDUE, 0L),
                Tone.WARN,
                Icon.ARROW,
                Routes.REFERRALS + "?only=overdue",
                rows,
                "No answer to a referral is overdue."));
    }

    private static StartCard.Row row(ReferralRow referral) {
        return new StartCard.Row(
                referral.patientName(),
                "Answer overdue since " + Dates.day(referral.dueOn()) + ": " + referral.to(),
                StartCard.link("Open", Routes.referral(referral.id()), referral.patientName()));
    }
}
