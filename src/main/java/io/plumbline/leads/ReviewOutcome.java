package io.plumbline.leads;

/** How a clinical review ends that does not give the lead back. */
public enum ReviewOutcome {
    REFERRED_OUT("Referred out"),
    EMERGENCY("Emergency");

    private final String word;

    ReviewOutcome(String word) {
        this.word = word;
    }

    /** The word that the screen shows, and the reason for which the lead is lost. */
    public String word() {
        return word;
    }
}
