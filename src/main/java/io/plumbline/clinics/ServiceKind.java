package io.plumbline.clinics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of service that a clinic may offer: who gives one, and what a plan counts it as, hangs on its kind. */
public enum ServiceKind {
    CONSULTATION("Consultation", 30),
    ASSESSMENT("Assessment", 45),
    ADJUSTMENT("Adjustment", 20),
    MASSAGE("Massage", 50),
    EXERCISE("Exercise session", 40);

    private final String word;
    private final int minutes;

    ServiceKind(String word, int minutes) {
        this.word = word;
        this.minutes = minutes;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** How long it usually takes; a multiple of five. */
    public int minutes() {
        return minutes;
    }

    /** The code by which appointments and links name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a code; empty where there is none. */
    public static Optional<ServiceKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
