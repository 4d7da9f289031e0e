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
        Instant consentAt) {
    /** The name of a person whose form told none. */
    static final String NAMELESS = "Name not told";

    /** The same, with what was not told taken from what the person tells later; nothing that was told is overwritten. */
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
