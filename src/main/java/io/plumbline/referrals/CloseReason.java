package io.plumbline.referrals;

/** Why a referral ends without an answer. */
public enum CloseReason {
    DECLINED("The patient declined"),
    NOT_NEEDED("Not needed any more"),
    NOT_REACHED("Could not be reached"),
    ENTERED_IN_ERROR("Entered in error");

    private final String label;

    CloseReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns the status to which it leads. */
    ReferralStatus leadsTo() {
        return this == ENTERED_IN_ERROR ? ReferralStatus.ENTERED_IN_ERROR : ReferralStatus.CLOSED;
    }
}
