package io.plumbline.audit.ui;

import io.plumbline.audit.AuditRow;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Labels for audit entries on screen. */
final class AuditWords {
    /** Kinds whose label cannot be derived from the prefix and the verb. */
    private static final Map<String, String> OWN_WORDS = Map.ofEntries(
            Map.entry("patient.listed", "Patients listed"),
            Map.entry("patient.searched", "Patients searched for"),
            Map.entry("lead.listed", "Leads listed"),
            Map.entry("lead.queue-listed", "Call now listed"),
            Map.entry("lead.board-listed", "Pipeline listed"),
            Map.entry("lead.twins-listed", "Possible duplicates listed"),
            Map.entry("lead.reviews-listed", "Leads in clinical review listed"),
            Map.entry("account.display-chosen", "Display settings changed"),
            Map.entry("schedule.listed", "Schedule opened"),
            Map.entry("plan.listed", "Treatment plans listed"),
            Map.entry("flag.listed", "Red flags listed"),
            Map.entry("note.unsigned-listed", "Unsigned notes listed"),
            Map.entry("opening.listed", "Break-glass accesses listed"),
            Map.entry("note.not-as-signed", "Session note found not as it was signed"),
            Map.entry("intake.not-as-signed", "Intake note found not as it was signed"));

    private AuditWords() {}

    /** Returns the patient's number, or else the name of the account, practitioner or clinic. */
    static String whom(AuditRow row) {
        return Stream.of(row.patient(), row.about())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /**
     * Returns the label of a kind: <em>Patient opened</em> for <em>patient.opened</em>; a list has the name of its
     * screen.
     */
    static String kind(String kind) {
        var own = OWN_WORDS.get(kind);
        if (own != null) {
            return own;
        }
        var words = kind.replace('.', ' ').replace('-', ' ').replace("signin", "sign-in");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
