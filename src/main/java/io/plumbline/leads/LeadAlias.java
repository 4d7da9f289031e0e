package io.plumbline.leads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead that is read under another of the same person, with its own story.
 *
 * @param version the version that un-merging it carries
 * @param reference what we call their request to them; null where it did not come by the public form
 * @param mergedBy the name of who merged it
 * @param attempts the calls, the latest first
 * @param steps what else was done to it, the latest first
 */
public record LeadAlias(
        LeadId id,
        long version,
        String fullName,
        @Nullable String reference,
        String concern,
        Instant receivedAt,
        Instant mergedAt,
        String mergedBy,
        List<LeadDetails.Attempt> attempts,
        List<LeadStep> steps) {
    /** By what the story is told apart: the reference, or else the name. */
    public String cameAs() {
        return reference == null ? fullName : reference;
    }

    LeadAlias with(List<LeadDetails.Attempt> calls, List<LeadStep> done) {
        return new LeadAlias(id, version, fullName, reference, concern, receivedAt, mergedAt, mergedBy, calls, done);
    }

    /** The lead under which another is read. */
    public record Kept(LeadId id, String fullName) {}
}
