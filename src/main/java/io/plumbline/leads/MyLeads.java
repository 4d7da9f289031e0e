package io.plumbline.leads;

import io.plumbline.shared.Caller;
import java.util.NoSuchElementException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The leads that the caller may change, each held until the transaction ends. */
@Component
class MyLeads {
    private final Leads leads;

    MyLeads(Leads leads) {
        this.leads = leads;
    }

    /**
     * A lead of the caller's queues, as the caller saw it.
     *
     * @throws NoSuchElementException if it is in none of them
     * @throws ObjectOptimisticLockingFailureException if a colleague changed it meanwhile
     */
    Lead lead(LeadId id, long version) {
        leads.lock(id.value());
        var lead = leads.findById(id.value())
                .filter(found -> LeadQueues.of(Caller.current()).contains(found.queueId()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        if (lead.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Lead.class, id);
        }
        return lead;
    }
}
