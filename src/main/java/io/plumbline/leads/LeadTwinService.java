package io.plumbline.leads;

import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads of different queues that may be one person's, of which one at least is in a queue of the manager's. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_TWIN)
public class LeadTwinService {
    private final LeadTwinPairs pairs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadTwinService(LeadTwinPairs pairs, ApplicationEventPublisher events, Clock clock) {
        this.pairs = pairs;
        this.events = events;
        this.clock = clock;
    }

    /** What nobody has settled yet, the one that was found first at the top; at most a hundred. */
    public List<LeadTwin> waiting() {
        return pairs.waiting(LeadQueues.of(Caller.current()));
    }

    /**
     * Says that the two are not the same person; they are not proposed again.
     *
     * @throws NoSuchElementException if neither is in a queue of the caller's, or the pair is settled
     */
    @Transactional
    public void dismiss(UUID id) {
        var pair = pairs.find(id, LeadQueues.of(Caller.current()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        var earlier = pair.earlier().id();
        var later = pair.later().id();
        pairs.settle(earlier, later, Caller.current().staff(), clock.instant());
        events.publishEvent(new LeadTwinDismissed(earlier, later));
    }
}
