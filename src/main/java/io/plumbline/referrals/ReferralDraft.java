package io.plumbline.referrals;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ContactId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A referral, as typed.
 *
 * @param clinic which refers, for the letterhead and the day
 * @param to null: an emergency department without a contact
 * @param reason why; clinical
 * @param dueOn the day by which an answer is due
 */
public record ReferralDraft(
        ClinicId clinic, @Nullable ContactId to, String reason, ReferralPriority priority, LocalDate dueOn) {
    static final int REASON = 2000;

    /** @throws Refused if the reason is missing or too long; the message is for the user */
    public ReferralDraft {
        reason = reason(reason);
    }

    static String reason(String typed) {
        var kept = TextLimit.optional("The reason", typed, REASON);
        if (TextLimit.isBlank(kept)) {
            throw new Refused(ReferralField.REASON, "Enter why you refer the patient");
        }
        return kept;
    }
}
