package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person states in a consultation request; either a phone number or an e-mail address is required.
 *
 * @param concern in their own words, at most 2,000 characters; may be empty
 * @param clinic the preferred clinic; null assigns the lead to the group
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
        Instant consentAt) {
    /** The name of a person whose form contained none. */
    static final String NAMELESS = "Name not provided";

    /** Fills missing values from a later draft; existing values are not overwritten. */
    LeadDraft filledFrom(LeadDraft later) {
        return new LeadDraft(
                fullName.equals(NAMELESS) ? later.fullName : fullName,
                phone == null ? later.phone : phone,
                email == null ? later.email : email,
                concern.isEmpty() ? later.concern : concern,
                callWindow.isAnyTime() ? later.callWindow : callWindow,
                source,
                clinic == null ? later.clinic : clinic,
                consentAt);
    }
}
