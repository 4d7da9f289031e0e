package io.plumbline.leads;

/** Which of the open leads somebody looks at. */
public enum LeadsShown {
    EVERYONE("Everyone"),
    /** Those whom the caller calls now. */
    MINE("Mine"),
    /** Those whom anybody may claim: nobody calls them, and no chiropractor looks after them first. */
    UNCLAIMED("Unclaimed"),
    CLINICAL_REVIEW("Clinical review");

    private final String word;

    LeadsShown(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
