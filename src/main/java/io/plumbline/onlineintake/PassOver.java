package io.plumbline.onlineintake;

/** Thrown for a page whose pass is missing, wrong or too old: the question is asked again. */
public class PassOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IdentityQuestion question;

    PassOver(IdentityQuestion question) {
        super("The question has to be answered again");
        this.question = question;
    }

    /** Returns the question to ask. */
    public IdentityQuestion question() {
        return question;
    }
}
