package io.plumbline.sessions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A level of the spine from the occiput to the pelvis, as a chiropractor names it. */
public enum SpineSegment {
    OCCIPUT("C0", "Occiput"),
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    T1,
    T2,
    T3,
    T4,
    T5,
    T6,
    T7,
    T8,
    T9,
    T10,
    T11,
    T12,
    L1,
    L2,
    L3,
    L4,
    L5,
    SACRUM("S", "Sacrum"),
    SACROILIAC("SI", "Sacroiliac joint"),
    PELVIS("P", "Pelvis");

    private final String code;
    private final String label;

    SpineSegment() {
        code = name();
        label = name();
    }

    SpineSegment(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Returns the short name that a chiropractor types, such as {@code L5} or {@code SI}. */
    public String code() {
        return code;
    }

    /** Returns the name on screen. */
    public String label() {
        return label;
    }

    /** Returns the region of the spine to which the segment belongs. */
    public SpineRegion region() {
        return switch (this) {
            case OCCIPUT, C1, C2, C3, C4, C5, C6, C7 -> SpineRegion.CERVICAL;
            case T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12 -> SpineRegion.THORACIC;
            case L1, L2, L3, L4, L5 -> SpineRegion.LUMBAR;
            case SACRUM -> SpineRegion.SACRAL;
            case SACROILIAC, PELVIS -> SpineRegion.PELVIC;
        };
    }

    /** Finds a segment by its code or its name, in upper or lower case. */
    public static Optional<SpineSegment> find(String typed) {
        var sought = typed.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(segment -> segment.code.equals(sought)
                        || segment.name().equals(sought)
                        || segment.label.toUpperCase(Locale.ROOT).equals(sought))
                .findFirst();
    }
}
