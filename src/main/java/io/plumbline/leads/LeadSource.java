package io.plumbline.leads;

/** How a person heard of the clinic. */
public enum LeadSource {
    WEBSITE("Website"),
    SEARCH("Search"),
    FRIEND("A friend"),
    PRACTITIONER("A practitioner"),
    INSURANCE("Insurance"),
    SIGN("Sign"),
    EVENT("Event"),
    OTHER("Other");

    private final String label;

    LeadSource(String label) {
        this.label = label;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }
}
