package io.plumbline.referrals;

/** How soon a referral is to be acted on; the words of FHIR. */
public enum ReferralPriority {
    ROUTINE("Routine"),
    URGENT("Urgent"),
    ASAP("As soon as possible"),
    STAT("Immediately");

    private final String label;

    ReferralPriority(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
