package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells us when they ask for a consultation; a phone number or an e-mail address is enough.
 *
 * @param concern in their own words, at most 2,000 characters; may be empty
 * @param clinic which they prefer; null leaves the lead to the group
 * @param consentAt when they agreed to be contacted
 */
public record LeadDraft(
        String fullName,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress email,
        String concern,
        CallWindow callWindow,
        LeadSource source,
        @Nullable ClinicId clinic,
        Instant consentAt) {}
