package io.plumbline.records.disclosures;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure, with the patient by number alone; or an export of everything of a clinic, of all its patients.
 *
 * @param patientNumber such as <em>P-1042</em>; of a clinic export, <em>All patients of East</em>
 * @param version the version to pass when changing it
 * @param lastOn the day of the last one; the same as the first if there was one only
 * @param address empty if it is not known
 * @param recordedBy as colleagues call them
 * @param errorReason why it was entered in error; null if it was not
 * @param isClinicExport whether it is an export of everything of a clinic, which the portal recorded itself
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
        @Nullable String errorReason,
        boolean isClinicExport) {
    /** Returns whether it counts. */
    public boolean isValid() {
        return errorReason == null;
    }
}
