package io.plumbline.sessions;

/**
 * Pain or tenderness, asymmetry or misalignment, abnormal range of motion, change of tissue or tone: a finding at a segment of the spine: one of the four of P.A.R.T. (Medicare Benefit Policy Manual, chapter 15, section
 * 240.1.2).
 */
public enum SegmentFinding {
    PAIN("Pain", "P"),
    ASYMMETRY("Asymmetry", "A"),
    RANGE_OF_MOTION("Range of motion", "R"),
    TISSUE("Tissue", "T");

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
