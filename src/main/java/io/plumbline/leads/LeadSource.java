package io.plumbline.leads;

/** How a person heard of the clinic. */
public enum LeadSource {
    WEBSITE("Web site"),
    SEARCH("Search"),
    FRIEND("A friend"),
    PRACTITIONER("A practitioner"),
    INSURANCE("Insurance"),
    SIGN("Sign"),
    EVENT("Event"),
    OTHER("Other");

    private final String word;

    LeadSource(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
