package io.plumbline.leads;

/** How a call to a lead ended, in the order of the keyboard shortcuts. */
public enum CallOutcome {
    REACHED("Reached", LeadStatus.CONTACTED),
    NO_ANSWER("No answer", LeadStatus.ATTEMPTING),
    VOICEMAIL("Voicemail", LeadStatus.ATTEMPTING),
    WRONG_NUMBER("Wrong number", LeadStatus.ATTEMPTING),
    CALL_LATER("Call later", LeadStatus.ATTEMPTING),
    NOT_INTERESTED("Not interested", LeadStatus.LOST),
    STOP_CONTACTING("Stop contacting", LeadStatus.LOST),
    /** A text message, sent from a personal phone and logged by hand; not a call. */
    TEXT_SENT("Text sent", LeadStatus.ATTEMPTING),
    /** A message from a template, logged when it is sent; not a call. */
    MAIL_SENT("E-mail sent", LeadStatus.ATTEMPTING);

    private final String label;
    private final LeadStatus leadsTo;

    CallOutcome(String label, LeadStatus leadsTo) {
        this.label = label;
        this.leadsTo = leadsTo;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }

    /** Returns whether contact was made, so that no further call is needed for that. */
    boolean isContact() {
        return switch (this) {
            case REACHED, NOT_INTERESTED, STOP_CONTACTING -> true;
            case NO_ANSWER, VOICEMAIL, WRONG_NUMBER, CALL_LATER, TEXT_SENT, MAIL_SENT -> false;
        };
    }

    /** Returns the status after such a call for a lead without previous contact. */
    public LeadStatus leadsTo() {
        return leadsTo;
    }

    /** Returns whether it is a call, not a message. */
    public boolean isCall() {
        return this != TEXT_SENT && this != MAIL_SENT;
    }

    /** Returns whether nobody spoke with the person. */
    public boolean isUnanswered() {
        return this == NO_ANSWER || this == VOICEMAIL || !isCall();
    }
}
