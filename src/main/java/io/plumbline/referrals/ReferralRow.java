package io.plumbline.referrals;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ReferralId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A referral in a list.
 *
 * @param to to whom
 * @param reason why; clinical
 * @param overdueAt the end of the due day at the clinic
 * @param statusAt when it got its status
 */
public record ReferralRow(
        ReferralId id,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        String to,
        String reason,
        ReferralPriority priority,
        ReferralStatus status,
        LocalDate askedOn,
        Instant askedAt,
        String askedBy,
        LocalDate dueOn,
        Instant overdueAt,
        Instant statusAt) {
    /** Returns whether its due day is over and nobody recorded an answer. */
    public boolean isOverdue(Instant now) {
        return status == ReferralStatus.ACTIVE && !overdueAt.isAfter(now);
    }

    /** Returns the moment by which a filter orders. */
    Instant key(ReferralFilter filter) {
        return switch (filter) {
            case OPEN, OVERDUE -> overdueAt;
            case ANSWERED -> statusAt;
            case ALL -> askedAt;
        };
    }
}
