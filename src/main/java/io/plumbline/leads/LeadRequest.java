package io.plumbline.leads;

import io.plumbline.leads.person.LeadBackground;
import io.plumbline.shared.FlagLevel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request of the public form, as it is applied to a lead.
 *
 * @param reference the reference that the person received
 * @param fromBot whether a machine seems to have sent it
 * @param refused whether it was answered with errors
 * @param reviewLevel the level of the most urgent positive safety answer; null if there is none
 */
public record LeadRequest(
        String reference,
        Instant receivedAt,
        boolean fromBot,
        boolean refused,
        LeadDraft draft,
        LeadBackground background,
        @Nullable FlagLevel reviewLevel) {
    /** Returns whether a chiropractor must see the request before anybody calls. */
    boolean mustBeReviewed() {
        return reviewLevel != null;
    }

    /** Returns the background with the reference of this request. */
    LeadBackground ownBackground() {
        return new LeadBackground(
                background.since(), background.service(), background.practitioner(), reference, refused);
    }
}
