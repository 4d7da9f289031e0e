package io.plumbline.outbox;

/** Where a mail stands. */
public enum MailState {
    WAITING("Is being sent"),
    SENT("Sent"),
    FAILED("Not sent"),
    /** There is no mail server: it can be read here and goes nowhere. */
    KEPT("Kept, not sent");

    private final String word;

    MailState(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
