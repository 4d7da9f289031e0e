package io.plumbline.referrals;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * In how many days the answer to a referral is due, as proposed when it is written. These are settings of the clinic and
 * no clinical rule: whoever refers chooses the day.
 *
 * @param routineDays days until the answer to a routine referral is due, as proposed
 * @param urgentDays days until the answer to an urgent referral is due, as proposed
 * @param asapDays days until the answer to a referral *as soon as possible* is due, as proposed
 * @param statDays days until the answer to an immediate referral is due, as proposed
 */
@ConfigurationProperties("plumbline.referrals")
record ReferralSettings(int routineDays, int urgentDays, int asapDays, int statDays) {
    /** Returns the days for a priority. */
    int daysOf(ReferralPriority priority) {
        return switch (priority) {
            case ROUTINE -> routineDays;
            case URGENT -> urgentDays;
            case ASAP -> asapDays;
            case STAT -> statDays;
        };
    }
}
