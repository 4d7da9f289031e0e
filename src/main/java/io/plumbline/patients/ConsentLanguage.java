package io.plumbline.patients;

import java.util.Locale;

/** The languages of consent texts. */
public enum ConsentLanguage {
    ENGLISH("English", Locale.ENGLISH),
    SPANISH("Spanish", Locale.of("es"));

    private final String label;
    private final Locale locale;

    ConsentLanguage(String label, Locale locale) {
        this.label = label;
        this.locale = locale;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }

    /** Returns the locale of the texts in this language. */
    public Locale locale() {
        return locale;
    }

    /** Returns the language that a patient speaks, as it was typed; English if it is another one or none. */
    public static ConsentLanguage spoken(String language) {
        var typed = language.toLowerCase(Locale.ROOT);
        return typed.contains("spanish") || typed.contains("español") ? SPANISH : ENGLISH;
    }
}
