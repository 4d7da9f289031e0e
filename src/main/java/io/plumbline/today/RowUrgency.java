package io.plumbline.today;

/**
 * How urgent a row of the start page is, over all kinds of work: most urgent first. It orders the rows, and with them the
 * kinds; a kind with several has the urgency of its first.
 */
enum RowUrgency {
    /** A red flag of level E that nobody has decided. */
    EMERGENCY,
    /** A red flag of level U that nobody has decided, or one that no chiropractor sees. */
    URGENT,
    /** A referral whose outcome or answer is overdue. */
    OVERDUE_REFERRAL,
    /** A red flag of level R that nobody has decided. */
    REFER,
    /** A severe or an ongoing adverse reaction. */
    REACTION,
    /** Everything else that concerns the safety of a patient, such as a treatment during a clinical hold. */
    SAFETY,
    /** A person who waits for a call. */
    LEAD,
    /** A note that nobody has signed. */
    NOTE,
    /** Everything else, in the order of its card. */
    OTHER;

    /** Returns whether a row stands before the rows of all kinds, instead of among those of its own. */
    boolean isBeforeKinds() {
        return compareTo(REACTION) <= 0;
    }

    /** Returns whether a row stands even before the people who wait for a call. */
    boolean isBeforeCalls() {
        return compareTo(OVERDUE_REFERRAL) <= 0;
    }
}
