package io.plumbline.leads;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Loads a lead for a change: locks its row and checks that it still has the version that the current user saw. */
@Component
public class LeadLoader {
    private final Leads leads;

    LeadLoader(Leads leads) {
        this.leads = leads;
    }

    /**
     * Locks a lead of these queues until the end of the transaction.
     *
     * @throws NotAvailable if it is in none of these queues
     * @throws Refused if its person was erased, with a message for the user
     */
    public void lock(LeadId id, Set<ClinicId> queues) {
        take(id, queues);
    }

    /** Locks a lead of any queue until the end of the transaction, for what the person of the lead does. */
    public void lock(LeadId id) {
        leads.lock(id.value());
    }

    /**
     * Loads a lead of these queues for a change.
     *
     * @throws NotAvailable if it is in none of these queues
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    Lead take(LeadId id, long version, Set<ClinicId> queues) {
        var lead = take(id, queues);
        StaleVersion.throwUnless(lead.version() == version, Lead.class, id);
        return lead;
    }

    /**
     * Locks and loads a lead of these queues without a version check.
     *
     * @throws NotAvailable if it is in none of these queues
     */
    Lead take(LeadId id, Set<ClinicId> queues) {
        leads.lock(id.value());
        var lead = leads.findById(id.value())
                .filter(found -> queues.contains(found.queueId()))
                .orElseThrow(NotAvailable::new);
        if (lead.isErased()) {
            throw new Refused("The person of this lead was erased. Enter them as a new lead");
        }
        return lead;
    }
}
