package io.plumbline.leads;

/** How it was settled whether two are one person. */
public enum LeadTwinOutcome {
    MERGED("Merged"),
    CONVERTED("Converted to this patient"),
    DIFFERENT("Not the same person");

    private final String word;

    LeadTwinOutcome(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
