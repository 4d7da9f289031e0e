package io.plumbline.leads;

import java.util.UUID;

/**
 * The person of an open lead filled the public form again.
 *
 * @param reference what we call that request to them
 */
public record LeadAskedAgain(LeadId lead, String reference) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.asked-again";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
