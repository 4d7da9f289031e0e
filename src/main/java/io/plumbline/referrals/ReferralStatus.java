package io.plumbline.referrals;

import java.util.EnumSet;
import java.util.Set;

/**
 * The status of a referral and what may follow. In FHIR, a ServiceRequest of intent order that is active, completed,
 * revoked or entered-in-error.
 */
public enum ReferralStatus {
    ACTIVE("Open"),
    ANSWERED("Answered"),
    CLOSED("Closed"),
    ENTERED_IN_ERROR("Entered in error");

    private final String label;

    ReferralStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns the statuses that may follow. An answer may arrive after a referral was closed. */
    public Set<ReferralStatus> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(ANSWERED, CLOSED, ENTERED_IN_ERROR);
            case ANSWERED -> EnumSet.of(ENTERED_IN_ERROR);
            case CLOSED -> EnumSet.of(ANSWERED, ENTERED_IN_ERROR);
            case ENTERED_IN_ERROR -> EnumSet.noneOf(ReferralStatus.class);
        };
    }
}
