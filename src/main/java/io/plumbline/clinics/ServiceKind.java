package io.plumbline.clinics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of service that a clinic can offer. The kind decides which discipline provides it and how a treatment plan
 * counts it.
 */
public enum ServiceKind {
    CONSULTATION("Consultation", 30),
    ASSESSMENT("Assessment", 45),
    ADJUSTMENT("Adjustment", 20),
    MASSAGE("Massage", 50),
    EXERCISE("Exercise session", 40);

    private final String label;
    private final int minutes;

    ServiceKind(String label, int minutes) {
        this.label = label;
        this.minutes = minutes;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }

    /** Returns the default duration, a multiple of five. */
    public int minutes() {
        return minutes;
    }

    /** Returns the code that appointments and links use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the kind with a code. */
    public static Optional<ServiceKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
