package io.plumbline.leads;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calling one lead after the other: which comes next, and what would follow a call. */
@Service
@Transactional(propagation = Propagation.SUPPORTS)
@Requires(Permission.LEAD_WORK)
public class CallService {
    private static final int LOOKED_AT = 50;

    private final LeadService leads;
    private final CallRule rule;
    private final Clock clock;

    CallService(LeadService leads, CallRule rule, Clock clock) {
        this.leads = leads;
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * Claims the most urgent lead that can be called and that nobody calls, of the first in the queue; empty where there
     * is none. Of two who ask at once each gets another.
     */
    public Optional<LeadId> claimNext() {
        return leads.page(LeadsShown.UNCLAIMED, null, LOOKED_AT).stream()
                .filter(row -> row.urgency() != Urgency.LATER)
                .map(LeadRow::id)
                .filter(this::claim)
                .findFirst();
    }

    /**
     * Claims a lead as it stands now; whether the caller has it. Each attempt is a transaction of its own: one that fails
     * must not undo what follows it.
     */
    public boolean claim(LeadId id) {
        try {
            leads.claim(id, leads.open(id).orElseThrow().version());
            return true;
        } catch (OptimisticLockingFailureException | IllegalStateException | NoSuchElementException notThisOne) {
            return false;
        }
    }

    /** What would follow a call to a lead that ends now, and what its calls so far suggest. */
    public CallPlan plan(LeadDetails lead) {
        return rule.plan(lead, clock.instant());
    }
}
