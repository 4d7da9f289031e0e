package io.plumbline.sessions;

/**
 * A finding at a segment of the spine: one of the four of P.A.R.T. (Medicare Benefit Policy Manual, chapter 15, section
 * 240.1.2).
 */
public enum SegmentFinding {
    PAIN("Pain or tenderness", "P"),
    ASYMMETRY("Asymmetry or misalignment", "A"),
    RANGE_OF_MOTION("Range-of-motion abnormality", "R"),
    TISSUE("Tissue or tone change", "T");

    private final String label;
    private final String letter;

    SegmentFinding(String label, String letter) {
        this.label = label;
        this.letter = letter;
    }

    /** Returns the name on screen. */
    public String label() {
        return label;
    }

    /** Returns the letter of the finding in P.A.R.T. */
    public String letter() {
        return letter;
    }
}
