package io.plumbline.access.factors;

/** What the check of a passkey found. */
public enum PasskeyResult {
    RIGHT("", ""),
    UNREADABLE("The browser sent nothing that can be read. Try again", "unreadable passkey"),
    OVER("That took too long. Try again", "passkey too late, or from another browser"),
    OTHER_SITE(
            "This passkey was used at another address than the portal's own. Open the portal at its own address and try"
                    + " again",
            "passkey of another site"),
    UNKNOWN("This passkey is not known here. It may have been removed", "unknown passkey"),
    ANOTHERS("This passkey belongs to somebody else. Use one of your own", "passkey of another person"),
    WRONG("This passkey could not be confirmed. Try again", "wrong passkey"),
    USED("This answer was used already. Try again", "passkey answer used before"),
    COUNTER(
            "There may be a copy of this passkey, so it is refused. Sign in another way, remove it, and tell your"
                    + " administrator",
            "the counter of the passkey went backward");

    private final String sentence;
    private final String cause;

    PasskeyResult(String sentence, String cause) {
        this.sentence = sentence;
        this.cause = cause;
    }

    /** Returns what is wrong and what to do, without a period at its end; empty for the right passkey. */
    public String sentence() {
        return sentence;
    }

    /** Returns why it was refused, in a few words for the audit trail. */
    public String cause() {
        return cause;
    }

    /** Returns whether the sentence tells nothing about an account: it was found before any account was looked for. */
    public boolean tellsNoAccount() {
        return this == UNREADABLE || this == OVER || this == OTHER_SITE;
    }
}
