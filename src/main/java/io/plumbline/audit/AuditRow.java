package io.plumbline.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail as the auditor reads it.
 *
 * @param actor the name of who did it
 * @param kind room and verb, such as {@code patient.opened}
 * @param patient the patient's number, where it concerns one
 * @param about the account, practitioner or clinic that it happened to, by name; null where it is none of these
 * @param detail field names and states, never clinical text
 */
public record AuditRow(
        UUID id,
        Instant at,
        String actor,
        String kind,
        @Nullable String patient,
        @Nullable String about,
        String detail) {}
