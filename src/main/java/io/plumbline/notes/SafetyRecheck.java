package io.plumbline.notes;

/** The result of the short safety questions of every visit. */
public enum SafetyRecheck {
    NO_CHANGE("No change"),
    YES("Yes, something new");

    private final String label;

    SafetyRecheck(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
