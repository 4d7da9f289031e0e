package io.plumbline.audit.ui;

import io.plumbline.audit.AuditRow;
import io.plumbline.shared.Shipped;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Labels for audit entries on screen. */
final class AuditWords {
    private static final Words WORDS = Shipped.read("audit/words.json", Words.class);

    /** A state as the trail has it, such as NO_ANSWER. */
    private static final Pattern STATE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");

    /**
     * The words that ship with the portal.
     *
     * @param kinds labels of kinds that cannot be derived from the prefix and the verb
     * @param records names of records whose stored prefix is shorter or older than the name on screen
     * @param verbs words for verbs whose stored form is older than the word on screen; what is stored never changes
     */
    private record Words(Map<String, String> kinds, Map<String, String> records, Map<String, String> verbs) {}

    private AuditWords() {}

    /** Returns the detail of an entry with its states in words: <em>outcome no answer</em> for that of a call. */
    static String detail(AuditRow row) {
        return STATE.matcher(row.detail())
                .replaceAll(state -> state.group().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Returns the patient's number, or else the name of the account, practitioner or clinic. */
    static String whom(AuditRow row) {
        return Stream.of(row.patientNumber(), row.about())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /**
     * Returns the label of a kind: <em>Patient viewed</em> for <em>patient.opened</em>; a list has the name of its
     * screen.
     */
    static String kind(String kind) {
        var own = WORDS.kinds().get(kind);
        if (own != null) {
            return own;
        }
        var dot = kind.indexOf('.');
        var record = kind.substring(0, dot);
        var verb = kind.substring(dot + 1);
        var words = WORDS.records().getOrDefault(record, record.replace('-', ' ')) + " "
                + WORDS.verbs().getOrDefault(verb, verb.replace('-', ' ').replace("signin", "sign-in"));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
