package io.plumbline.leads.list;

import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead in the list of all leads.
 *
 * @param version the version that a change must carry
 * @param clinic the clinic that calls; null for the group
 * @param phone the phone number and, in {@code email}, the e-mail address for contact; null if not provided
 * @param language the language that they prefer; empty if not known
 * @param receivedAt when it was received; sorts the list, newest first
 * @param lostReason why it was lost; null if it was not
 * @param caller the name of the person who called first; null if nobody has called yet
 */
public record LeadListRow(
        LeadId id,
        long version,
        @Nullable ClinicId clinic,
        String fullName,
        @Nullable String phone,
        @Nullable String email,
        String language,
        String concern,
        LeadSource source,
        LeadStatus status,
        Instant receivedAt,
        @Nullable Instant firstAttemptAt,
        @Nullable String lostReason,
        @Nullable String caller) {}
