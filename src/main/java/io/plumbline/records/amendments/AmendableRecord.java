package io.plumbline.records.amendments;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A part of a record that a request may be about, without its content.
 *
 * @param day of the treatment, or of the signature
 * @param author as colleagues call them
 */
public record AmendableRecord(Kind kind, UUID id, LocalDate day, String author) implements Serializable {
    /** Which part of a record. */
    public enum Kind {
        SESSION_NOTE("Session note"),
        INTAKE_NOTE("Intake note"),
        TREATMENT_PLAN("Treatment plan"),
        OLD_NOTE("Old note");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the kind in words. */
        public String label() {
            return label;
        }
    }
}
