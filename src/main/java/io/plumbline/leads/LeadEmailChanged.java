package io.plumbline.leads;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * Staff changed or deleted the e-mail address of a lead who may be contacted.
 *
 * @param earlier the address before, which is told
 * @param language that the person prefers; empty if not known
 * @param clinic the clinic that the person prefers; null if none
 */
public record LeadEmailChanged(
        LeadId lead,
        EmailAddress earlier,
        String language,
        @Nullable ClinicId clinic) {}
