package io.plumbline.referrals.ui;

import io.plumbline.referrals.CloseReason;
import io.plumbline.referrals.ReferralDetails;
import io.plumbline.referrals.ReferralPriority;
import io.plumbline.referrals.ReferralRow;
import io.plumbline.referrals.ReferralStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Screen texts about referrals. */
final class ReferralWords {
    private ReferralWords() {}

    static StatusBadge badge(ReferralDetails referral) {
        return new StatusBadge(
                tone(referral.status(), referral.isOverdue()),
                tone(referral.status(), referral.isOverdue()).icon(),
                status(referral.status(), referral.isOverdue(), referral.closeReason()));
    }

    static StatusBadge badge(ReferralRow referral, Instant now) {
        var tone = tone(referral.status(), referral.isOverdue(now));
        return new StatusBadge(tone, tone.icon(), status(referral.status(), referral.isOverdue(now), null));
    }

    static String status(ReferralStatus status, boolean isOverdue, @Nullable CloseReason reason) {
        if (isOverdue) {
            return "Answer overdue";
        }
        return status == ReferralStatus.CLOSED && reason != null
                ? status.label() + ": " + reason.label().toLowerCase(java.util.Locale.ROOT)
                : status.label();
    }

    static Tone tone(ReferralStatus status, boolean isOverdue) {
        if (isOverdue) {
            return Tone.WARN;
        }
        return switch (status) {
            case ACTIVE -> Tone.INFO;
            case ANSWERED -> Tone.OK;
            case CLOSED, ENTERED_IN_ERROR -> Tone.NEUTRAL;
        };
    }

    /** Returns priority and day, such as <em>Urgent · referred Nov 24 · answer due Nov 27</em>. */
    static String days(ReferralRow row) {
        return (row.priority() == ReferralPriority.ROUTINE ? "" : row.priority().label() + " · ")
                + "referred " + Dates.day(row.askedOn())
                + (row.status() == ReferralStatus.ACTIVE ? " · answer due " + Dates.day(row.dueOn()) : "");
    }
}
