package io.plumbline.leads;

/** How a call to a lead ended; in the order of their keys. */
public enum CallOutcome {
    REACHED("Reached", LeadStatus.CONTACTED),
    NO_ANSWER("No answer", LeadStatus.ATTEMPTING),
    VOICEMAIL("Voicemail", LeadStatus.ATTEMPTING),
    WRONG_NUMBER("Wrong number", LeadStatus.ATTEMPTING),
    CALL_LATER("Call later", LeadStatus.ATTEMPTING),
    NOT_INTERESTED("Not interested", LeadStatus.LOST),
    STOP_CONTACTING("Stop contacting", LeadStatus.LOST),
    /** No call: a text message, sent from somebody's telephone and logged by hand. */
    TEXT_SENT("Text sent", LeadStatus.ATTEMPTING),
    /** No call: a letter of ours by e-mail, logged as it is written. */
    MAIL_SENT("E-mail sent", LeadStatus.ATTEMPTING);

    private final String word;
    private final LeadStatus leadsTo;

    CallOutcome(String word, LeadStatus leadsTo) {
        this.word = word;
        this.leadsTo = leadsTo;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** Whether we spoke with the person and need not call again to do so. */
    public boolean isContact() {
        return switch (this) {
            case REACHED, NOT_INTERESTED, STOP_CONTACTING -> true;
            case NO_ANSWER, VOICEMAIL, WRONG_NUMBER, CALL_LATER, TEXT_SENT, MAIL_SENT -> false;
        };
    }

    /** Where a lead stands after such a call, that nobody has reached before. */
    public LeadStatus leadsTo() {
        return leadsTo;
    }

    /** Whether it is a call, and no message. */
    public boolean isCall() {
        return this != TEXT_SENT && this != MAIL_SENT;
    }

    /** Whether nobody spoke with the person. */
    boolean isUnanswered() {
        return this == NO_ANSWER || this == VOICEMAIL || !isCall();
    }
}
