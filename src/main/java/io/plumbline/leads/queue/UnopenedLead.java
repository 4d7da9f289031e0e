package io.plumbline.leads.queue;

import io.plumbline.leads.LeadSource;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recently received lead that nobody has opened.
 *
 * @param clinic the clinic that calls; null for the group
 */
public record UnopenedLead(
        LeadId id, @Nullable ClinicId clinic, String fullName, String concern, LeadSource source, Instant receivedAt) {}
