package io.plumbline.leads;

/** Where a lead stands among those that wait, the most urgent first. */
public enum Urgency {
    OVERDUE("Past the promise"),
    CALLABLE("Callable now"),
    LATER("Later");

    private final String word;

    Urgency(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
