package io.plumbline.referrals;

/** The kind of a step in the history of a referral. */
public enum ReferralStepKind {
    ASKED("Referred"),
    REASON_CORRECTED("Reason corrected"),
    DUE_CHANGED("Due date changed"),
    ANSWERED("Answered"),
    ANSWER_CORRECTED("Answer corrected"),
    CLOSED("Closed");

    private final String label;

    ReferralStepKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
