package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Takes a lead in hand to change it: its row is locked, and it is as the caller saw it. */
@Component
class LeadsInHand {
    private final Leads leads;

    LeadsInHand(Leads leads) {
        this.leads = leads;
    }

    /**
     * A lead of some queues, to be changed.
     *
     * @throws NoSuchElementException if it is in none of these queues
     * @throws ObjectOptimisticLockingFailureException if a colleague changed it meanwhile
     */
    Lead take(LeadId id, long version, Set<ClinicId> queues) {
        var lead = take(id, queues);
        if (lead.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Lead.class, id);
        }
        return lead;
    }

    /** A lead of some queues, to stay as it is while another is changed. */
    Lead take(LeadId id, Set<ClinicId> queues) {
        leads.lock(id.value());
        return leads.findById(id.value())
                .filter(found -> queues.contains(found.queueId()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
    }
}
