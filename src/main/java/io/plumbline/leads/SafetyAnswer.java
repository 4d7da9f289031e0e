package io.plumbline.leads;

import java.util.Locale;

/** What a person says to a safety question of the public form. Not said is not no. */
public enum SafetyAnswer {
    YES("Yes"),
    NO("No"),
    NOT_SAID("Rather not say");

    private final String word;

    SafetyAnswer(String word) {
        this.word = word;
    }

    /** The word that the form shows. */
    public String word() {
        return word;
    }

    /** As the form sends it and the store keeps it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
