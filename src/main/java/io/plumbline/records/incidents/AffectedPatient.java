package io.plumbline.records.incidents;

import java.time.Instant;

/**
 * A patient whom an incident affected, by number alone.
 *
 * @param accesses how many entries of the audit trail there are
 */
public record AffectedPatient(long number, int accesses, Instant firstAt, Instant lastAt) {
    /** Returns the number as people read it, such as {@code P-1042}. */
    public String patientNumber() {
        return "P-" + number;
    }
}
