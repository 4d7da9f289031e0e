package io.plumbline.patients;

import java.util.List;
import java.util.Locale;

/** The languages of consent texts. */
public enum ConsentLanguage {
    ENGLISH("English", Locale.ENGLISH),
    SPANISH("Spanish", Locale.of("es"));

    private static final List<String> SPANISH_WORDS = List.of("spanish", "español", "espanol", "castellano");

    private final String label;
    private final Locale locale;

    ConsentLanguage(String label, Locale locale) {
        this.label = label;
        this.locale = locale;
    }

    public String label() {
        return label;
    }

    /** Returns the locale of the texts in this language. */
    public Locale locale() {
        return locale;
    }

    /**
     * Returns the language that a person speaks, as it was typed, of several the first; English if it is another one or
     * none.
     */
    public static ConsentLanguage spoken(String language) {
        var typed = language.strip().toLowerCase(Locale.ROOT);
        var isSpanish = typed.equals("es") || SPANISH_WORDS.stream().anyMatch(typed::contains);
        return isSpanish && !typed.startsWith("engl") ? SPANISH : ENGLISH;
    }
}
