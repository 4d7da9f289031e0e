package io.plumbline.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail in full.
 *
 * @param username what the person signs in with; null where there is no such account
 * @param subject the id of the record that it happened to
 * @param seq its number in the sealed trail; null while it waits for its seal
 * @param isAsWritten whether its fields are those that the portal wrote
 */
public record AuditDetails(
        AuditRow row,
        @Nullable String username,
        UUID subject,
        @Nullable Long seq,
        boolean isAsWritten) {}
