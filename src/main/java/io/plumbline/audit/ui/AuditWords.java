package io.plumbline.audit.ui;

import java.util.Locale;

/** How the screen says what the trail keeps. */
final class AuditWords {
    private AuditWords() {}

    /** <em>patient.opened</em> as <em>Patient opened</em>. */
    static String kind(String kind) {
        var words = kind.replace('.', ' ').replace('-', ' ').replace("signin", "sign-in");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
