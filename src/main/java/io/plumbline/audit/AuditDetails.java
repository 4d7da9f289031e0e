package io.plumbline.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One audit entry with all its details.
 *
 * @param username the actor's user name; null if the account does not exist
 * @param subject the id of the record concerned
 * @param seq its number in the chain; null while it is not chained yet
 * @param isAsWritten whether its fields are those that the portal wrote
 */
public record AuditDetails(
        AuditRow row,
        @Nullable String username,
        UUID subject,
        @Nullable Long seq,
        boolean isAsWritten) {}
