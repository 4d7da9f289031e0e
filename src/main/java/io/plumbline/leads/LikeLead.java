package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import java.time.Instant;

/**
 * A lead that may be the same person's as another.
 *
 * @param version the version that merging it carries
 * @param queue whose lead it is
 */
public record LikeLead(
        LeadId id,
        long version,
        ClinicId queue,
        String fullName,
        LeadStatus status,
        Instant receivedAt,
        DuplicateScore score) {
    /** Whether it is surely of who fills the form again: a refused form without a name is known by phone or e-mail alone. */
    boolean isOfSamePerson() {
        return score.isSurelyOnePerson() || isNameless();
    }

    boolean isNameless() {
        return fullName.equals(LeadDraft.NAMELESS);
    }

    /** Whether it is proposed to merge it into the other: its status allows it, and it is no household's. */
    public boolean mayBeMerged() {
        return !score.isHousehold() && status.next(status).contains(LeadStatus.MERGED);
    }
}
