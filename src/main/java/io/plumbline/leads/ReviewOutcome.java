package io.plumbline.leads;

/** How a clinical review ends. */
public enum ReviewOutcome {
    CLEARED("Clear: OK to call", "The lead goes back to those who call it."),
    REFERRED_OUT("Referred out", "The lead is closed: the person is helped elsewhere. Nobody calls them."),
    EMERGENCY("Emergency", "The lead is closed: the person was sent to emergency care. Nobody calls them.");

    private final String word;
    private final String effect;

    ReviewOutcome(String word, String effect) {
        this.word = word;
        this.effect = effect;
    }

    /** The word that the screen shows, and the reason for which a lead is lost that is not cleared. */
    public String word() {
        return word;
    }

    /** What becomes of the lead, in a sentence. */
    public String effect() {
        return effect;
    }
}
