package io.plumbline.leads;

/** Which possible duplicates are shown. */
public enum LeadTwinFilter {
    OPEN("Open"),
    SETTLED("Settled");

    private final String word;

    LeadTwinFilter(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
