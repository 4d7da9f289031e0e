package io.plumbline.leads.duplicates;

import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.RequestTriage;
import io.plumbline.leads.person.DuplicateScore;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Instant;

/**
 * A lead that may belong to the same person as another.
 *
 * @param version the version that a merge must carry
 * @param queue the queue of the lead
 */
public record LeadMatch(
        LeadId id,
        long version,
        ClinicId queue,
        String fullName,
        LeadStatus status,
        Instant receivedAt,
        DuplicateScore score) {
    static LeadMatch of(SearchedLead lead, DuplicateScore.Person person) {
        return new LeadMatch(
                lead.id(),
                lead.version(),
                lead.queue(),
                lead.person().fullName(),
                lead.status(),
                lead.receivedAt(),
                DuplicateScore.of(person, lead.person()));
    }

    /** Returns whether it may belong to the person who sent the form again; {@link RequestTriage#join} decides. */
    boolean mayBeOfSamePerson() {
        return score.isSurelyOnePerson() || isNameless();
    }

    boolean isNameless() {
        return fullName.equals(LeadDraft.NAMELESS);
    }

    /**
     * Returns whether a merge into the other lead is proposed: its status allows it, and the two are not just a
     * household.
     */
    public boolean mayBeMerged() {
        return !score.isHousehold() && status.next(status).contains(LeadStatus.MERGED);
    }
}
