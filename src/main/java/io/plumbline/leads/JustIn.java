package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead that has just come in and that nobody has opened.
 *
 * @param clinic the clinic that calls; null for the group
 */
public record JustIn(
        LeadId id, @Nullable ClinicId clinic, String fullName, String concern, LeadSource source, Instant receivedAt) {}
