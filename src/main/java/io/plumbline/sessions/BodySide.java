package io.plumbline.sessions;

/** The side of a segment. */
public enum BodySide {
    LEFT("Left", "L"),
    RIGHT("Right", "R"),
    BILATERAL("Bilateral", "B"),
    MIDLINE("Midline", "M");

    private final String label;
    private final String code;

    BodySide(String label, String code) {
        this.label = label;
        this.code = code;
    }

    /** Returns the name on screen. */
    public String label() {
        return label;
    }

    /** Returns the letter that a chiropractor types. */
    public String code() {
        return code;
    }
}
