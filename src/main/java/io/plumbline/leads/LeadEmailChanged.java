package io.plumbline.leads;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Staff changed or deleted the e-mail address of a lead who may be contacted, also by converting the lead to a patient
 * with another one.
 *
 * @param earlier the address before
 * @param recordedAt when staff recorded that one; null if the person gave it, or it was recorded long ago
 * @param language that the person prefers; empty if not known
 * @param clinic the clinic that the person prefers, or at which the lead is converted; null if none
 */
public record LeadEmailChanged(
        LeadId lead,
        EmailAddress earlier,
        @Nullable Instant recordedAt,
        String language,
        @Nullable ClinicId clinic) {}
