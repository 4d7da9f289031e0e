package io.plumbline.notes;

/** What the short safety questions of every visit came to. */
public enum SafetyRecheck {
    NO_CHANGE("No change"),
    YES("Yes, something new");

    private final String word;

    SafetyRecheck(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
