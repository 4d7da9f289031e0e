package io.plumbline.leads.calling;

import io.plumbline.leads.CallRule;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.clock.FollowUpScheduler;
import io.plumbline.leads.person.ContactStopStore;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calls leads one after another: claims the next lead and shows what follows a call. */
@Service
@Transactional(propagation = Propagation.SUPPORTS)
@Requires(Permission.LEAD_WORK)
public class CallService {
    private static final int LOOKED_AT = 50;

    private final LeadService leads;
    private final CallQueueService queue;
    private final CallRule rule;
    private final FollowUpScheduler followUps;
    private final ContactStopStore stops;
    private final Clock clock;

    CallService(
            LeadService leads,
            CallQueueService queue,
            CallRule rule,
            FollowUpScheduler followUps,
            ContactStopStore stops,
            Clock clock) {
        this.leads = leads;
        this.queue = queue;
        this.rule = rule;
        this.followUps = followUps;
        this.stops = stops;
        this.clock = clock;
    }

    /**
     * Claims the most urgent callable and unclaimed lead among the first in the queue; empty if there is none. Two
     * people who ask at the same time get different leads.
     */
    public Optional<LeadId> claimNext() {
        return queue.findClaimable(LOOKED_AT).stream().filter(this::claim).findFirst();
    }

    /**
     * Claims the current version of a lead; false if that fails. Each attempt has its own transaction, so that a
     * failure does not roll back the next attempt.
     */
    public boolean claim(LeadId id) {
        try {
            leads.claim(id, leads.open(id).orElseThrow(NotAvailable::new).version());
            return true;
        } catch (StaleVersion | Refused | NotAvailable notThisOne) {
            return false;
        }
    }

    /** Returns what follows each outcome of a call that ends now, and what the calls to date suggest. */
    public CallPlan plan(LeadDetails lead) {
        var queue = lead.draft().queue();
        var proposal = followUps
                .timesOf(queue)
                .findFirst()
                .flatMap(times -> CallProposal.of(lead, lead.countedAttempts(), times));
        return new CallPlan(
                rule.afterEach(queue, lead.draft().callWindow(), clock.instant()),
                proposal.orElse(null),
                stops.since(lead.draft().phone(), lead.draft().email()).orElse(null));
    }
}
