package io.plumbline.leads;

import io.plumbline.shared.ids.LeadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead that is merged into another lead of the same person, with its own activity.
 *
 * @param version the version that undoing the merge must carry
 * @param draft what the person stated in it
 * @param reference the reference that the person received; null if there was no public form
 * @param mergedBy the name of the person who merged it
 * @param attempts the calls, newest first
 * @param steps the other activity, newest first
 */
public record LeadAlias(
        LeadId id,
        long version,
        LeadDraft draft,
        @Nullable String reference,
        Instant receivedAt,
        String mergedBy,
        List<LeadDetails.Attempt> attempts,
        List<LeadActivity> steps) {
    /** Returns the name that the person gave in it. */
    public String fullName() {
        return draft.fullName();
    }

    /** Returns what identifies it among the merged leads: the reference or, without one, the name. */
    public String cameAs() {
        return reference == null ? fullName() : reference;
    }

    LeadAlias with(List<LeadDetails.Attempt> calls, List<LeadActivity> done) {
        return new LeadAlias(id, version, draft, reference, receivedAt, mergedBy, calls, done);
    }

    /** The lead into which another is merged. */
    public record Kept(LeadId id, String fullName) {}
}
