package io.plumbline.leads;

import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges leads of one person, and brings leads back: those that were merged, given up or put aside. A merged lead keeps
 * all that is its own; the lead that is kept is read with it. Nothing is merged twice over: neither into a lead that is
 * merged itself, nor while another is merged into it. Throws as {@link LeadService} does.
 */
@Service
@Transactional
@Requires(Permission.LEAD_WORK)
public class LeadReturnService {
    private final Leads leads;
    private final LeadsInHand inHand;
    private final LeadAliases aliases;
    private final LeadTwinPairs pairs;
    private final LeadNews news;
    private final TouchRule touches;
    private final CallRule calls;
    private final Clock clock;

    LeadReturnService(
            Leads leads,
            LeadsInHand inHand,
            LeadAliases aliases,
            LeadTwinPairs pairs,
            LeadNews news,
            TouchRule touches,
            CallRule calls,
            Clock clock) {
        this.leads = leads;
        this.inHand = inHand;
        this.aliases = aliases;
        this.pairs = pairs;
        this.news = news;
        this.touches = touches;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Merges a lead into another of the same person, which has to be open so that somebody goes on calling.
     *
     * @param version of the lead that is merged
     * @throws NoSuchElementException if either is not the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague changed the first meanwhile
     */
    public void merge(LeadId id, long version, LeadId kept) {
        if (id.equals(kept)) {
            throw new IllegalStateException("A lead is not merged into itself");
        }
        // always in the same order: of two who merge the same the other way round, one waits
        Stream.of(id, kept).sorted(Comparator.comparing(LeadId::value)).forEach(one -> leads.lock(one.value()));
        var queues = LeadQueues.of(Caller.current());
        var lead = inHand.take(id, version, queues);
        var other = inHand.take(kept, queues);
        if (!other.status().isOpen()) {
            throw new IllegalStateException("Merge into a lead that is open; the other is "
                    + other.status().word());
        }
        if (aliases.hasOthers(id)) {
            throw new IllegalStateException(
                    "Another lead is merged into this one: merge the other way round, or un-merge that first");
        }
        var me = Caller.current().staff();
        lead.mergeInto(kept, me, clock.instant());
        leads.save(lead);
        aliases.add(id, kept, me, clock.instant());
        pairs.settle(id.value(), kept.value(), LeadTwinOutcome.MERGED, me, clock.instant());
    }

    /** Makes a merged lead one of its own again: it stands where it stood, to be called by the clock from now. */
    public void unmerge(LeadId id, long version) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        var kept = aliases.keptFor(id)
                .orElseThrow(() -> new IllegalStateException("This lead is not merged with another any more"));
        var now = clock.instant();
        var me = Caller.current().staff();
        lead.unmerge(kept, touches.from(now, lead.queueId(), lead.window()), me, now);
        leads.save(lead);
        aliases.end(id, me, now);
        pairs.unsettle(id.value(), kept.value());
        news.promisedAnew(id);
    }

    /**
     * Opens a lead again that was given up or put aside: it is new, its promise runs from now, and a manager is told if
     * that passes.
     *
     * @param reason why, in a few words, at most 200 characters
     * @throws IllegalArgumentException if the reason says nothing
     * @throws IllegalStateException also if the person asked us not to contact them any more
     */
    public void reopen(LeadId id, long version, String reason) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        calls.refuseIfStopped(lead.phone(), lead.email());
        var now = clock.instant();
        lead.reopen(
                reason,
                touches.from(now, lead.queueId(), lead.window()),
                Caller.current().staff(),
                now);
        leads.save(lead);
        news.reopened(id);
    }
}
