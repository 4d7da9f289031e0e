package io.plumbline.patients;

import io.plumbline.shared.Labeled;
import java.util.List;
import java.util.Locale;

/** The languages of consent texts. */
public enum ConsentLanguage implements Labeled {
    ENGLISH(Locale.ENGLISH),
    SPANISH(Locale.of("es"));

    private static final List<String> SPANISH_WORDS = List.of("spanish", "español", "espanol", "castellano");

    private final Locale locale;

    ConsentLanguage(Locale locale) {
        this.locale = locale;
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
