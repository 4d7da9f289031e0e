package io.plumbline.audit.ui;

import io.plumbline.audit.AuditRow;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** How the screen says what the trail keeps. */
final class AuditWords {
    private AuditWords() {}

    /** The patient by number, otherwise the account, practitioner or clinic by name. */
    static String whom(AuditRow row) {
        return Stream.of(row.patient(), row.about())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** <em>patient.opened</em> as <em>Patient opened</em>. */
    static String kind(String kind) {
        var words = kind.replace('.', ' ').replace('-', ' ').replace("signin", "sign-in");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
