package io.plumbline.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail on screen.
 *
 * @param actor the name of the actor
 * @param kind prefix and verb, such as {@code patient.opened}
 * @param patient the patient's number, if the entry concerns a patient
 * @param about the name of the account, practitioner or clinic concerned; null if it concerns none of these
 * @param detail field names and states, never clinical text
 */
public record AuditRow(
        AuditEntryId id,
        Instant at,
        String actor,
        String kind,
        @Nullable String patient,
        @Nullable String about,
        String detail) {}
