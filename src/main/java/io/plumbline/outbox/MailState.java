package io.plumbline.outbox;

/** The status of a mail. */
public enum MailState {
    WAITING("Is being sent"),
    SENT("Sent"),
    FAILED("Not sent"),
    /** There is no mail server: the mail can be read but is not sent. */
    KEPT("Kept, not sent");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }
}
