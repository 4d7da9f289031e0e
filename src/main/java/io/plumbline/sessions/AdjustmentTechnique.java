package io.plumbline.sessions;

/** How a segment was adjusted. */
public enum AdjustmentTechnique {
    HVLA("High velocity, low amplitude (HVLA)", "HVLA", true),
    DROP("Drop table", "DROP", true),
    INSTRUMENT("Instrument", "INST", true),
    MOBILIZATION("Mobilization", "MOB", false);

    private final String label;
    private final String code;
    private final boolean thrust;

    AdjustmentTechnique(String label, String code, boolean thrust) {
        this.label = label;
        this.code = code;
        this.thrust = thrust;
    }

    /** Returns the name on screen. */
    public String label() {
        return label;
    }

    /** Returns the abbreviation that a chiropractor types. */
    public String code() {
        return code;
    }

    /** Returns whether it is a thrust, which the contraindications to thrust forbid. */
    public boolean isThrust() {
        return thrust;
    }
}
