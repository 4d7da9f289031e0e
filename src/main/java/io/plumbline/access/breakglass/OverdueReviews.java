package io.plumbline.access.breakglass;

import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;

/**
 * The reviews of break-glass access that are overdue at a clinic, without who opened which record.
 *
 * @param dueSince since when the first of them is overdue
 */
public record OverdueReviews(ClinicId clinic, long count, Instant dueSince) {}
