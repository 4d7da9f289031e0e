package io.plumbline.records.disclosures;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure, with the patient by number alone.
 *
 * @param version the version to pass when changing it
 * @param lastOn the day of the last one; the same as the first if there was one only
 * @param address empty if it is not known
 * @param recordedBy as colleagues call them
 * @param errorReason why it was entered in error; null if it was not
 */
public record DisclosureRow(
        DisclosureId id,
        long version,
        String patientNumber,
        LocalDate disclosedOn,
        int times,
        LocalDate lastOn,
        String recipient,
        String address,
        String what,
        String purpose,
        String recordedBy,
        Instant recordedAt,
        @Nullable String errorReason) {
    /** Returns whether it counts. */
    public boolean isValid() {
        return errorReason == null;
    }
}
