package io.plumbline.leads;

/** How a call to a lead ended. */
public enum CallOutcome {
    REACHED("Reached", LeadStatus.CONTACTED),
    NO_ANSWER("No answer", LeadStatus.ATTEMPTING),
    VOICEMAIL("Voicemail", LeadStatus.ATTEMPTING),
    WRONG_NUMBER("Wrong number", LeadStatus.ATTEMPTING),
    NOT_INTERESTED("Not interested", LeadStatus.LOST);

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

    /** Where a lead stands after such a call. */
    public LeadStatus leadsTo() {
        return leadsTo;
    }
}
