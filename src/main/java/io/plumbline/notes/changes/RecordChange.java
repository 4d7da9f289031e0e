package io.plumbline.notes.changes;

import java.time.Instant;

/**
 * A change in a patient's record.
 *
 * @param what in a few words
 * @param by the name of the person who made it
 */
public record RecordChange(Kind kind, String what, String by, Instant at) {
    /** The kind of a change. */
    public enum Kind {
        SESSION("Session note"),
        AMENDMENT("Session note"),
        INTAKE("Intake note"),
        ALERT("Alert"),
        PLAN_DECISION("Plan"),
        PLAN_STATUS("Plan"),
        FLAG("Red flag"),
        SCORE("Measure");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
