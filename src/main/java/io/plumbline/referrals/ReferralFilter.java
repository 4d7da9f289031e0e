package io.plumbline.referrals;

/** Which referrals a list shows, and in which order. */
public enum ReferralFilter {
    OPEN("Open", "overdue_at", true),
    OVERDUE("Overdue", "overdue_at", true),
    ANSWERED("Answered", "status_at", false),
    ALL("All", "asked_at", false);

    private final String label;
    private final String key;
    private final boolean isAscending;

    ReferralFilter(String label, String key, boolean isAscending) {
        this.label = label;
        this.key = key;
        this.isAscending = isAscending;
    }

    public String label() {
        return label;
    }

    /** Returns the column by which the list is ordered: open ones by due day, others newest first. */
    String key() {
        return key;
    }

    boolean isAscending() {
        return isAscending;
    }
}
