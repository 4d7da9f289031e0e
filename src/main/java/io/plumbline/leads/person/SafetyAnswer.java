package io.plumbline.leads.person;

import java.util.Locale;

/** An answer to a safety question of the public form. Declining to answer does not count as no. */
public enum SafetyAnswer {
    YES("Yes"),
    NO("No"),
    NOT_SAID("Rather not say");

    private final String label;

    SafetyAnswer(String label) {
        this.label = label;
    }

    /** Returns the text shown in the form. */
    public String label() {
        return label;
    }

    /** Returns the value that the form sends and the database stores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
