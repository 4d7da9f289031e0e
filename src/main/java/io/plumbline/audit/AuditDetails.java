package io.plumbline.audit;

import org.jspecify.annotations.Nullable;

/**
 * One audit entry with all its details.
 *
 * @param seq its number in the chain; null while it is not chained yet
 * @param isAsWritten whether its fields are those that the portal wrote
 */
public record AuditDetails(AuditRow row, @Nullable Long seq, boolean isAsWritten) {}
