package io.plumbline.audit;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail.
 *
 * @param username the user name of the actor; null if the account does not exist
 * @param kind prefix and verb, such as {@code patient.opened}
 * @param subject the id of the record concerned
 * @param patientNumber the number of the patient, if the entry concerns one; the screen shows no other name of them
 * @param about the name of the account, practitioner or clinic concerned; null if it concerns none of these
 * @param detail field names and states, never clinical text
 */
public record AuditRow(
        AuditEntryId id,
        Instant at,
        StaffId actorId,
        String actorName,
        @Nullable String username,
        String kind,
        UUID subject,
        @Nullable PatientId patient,
        @Nullable String patientNumber,
        @Nullable String about,
        String detail) {
    /** Returns the same row with the number of its patient. */
    public AuditRow withNumber(@Nullable String number) {
        return new AuditRow(id, at, actorId, actorName, username, kind, subject, patient, number, about, detail);
    }
}
