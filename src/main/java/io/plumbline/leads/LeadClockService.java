package io.plumbline.leads;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of leads because time passes; done by the portal itself, on any node, and once. */
@Service
@Transactional
@Requires(Permission.LEAD_WAKE)
public class LeadClockService {
    private static final int AT_ONCE = 200;

    private final Leads leads;
    private final LeadNews news;
    private final TouchRule touches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadClockService(Leads leads, LeadNews news, TouchRule touches, ApplicationEventPublisher events, Clock clock) {
        this.leads = leads;
        this.news = news;
        this.touches = touches;
        this.events = events;
        this.clock = clock;
    }

    /** Wakes the leads whose rest has ended, up to 200. */
    public int wake() {
        var now = clock.instant();
        var rested = leads.toWake(now, Limit.of(AT_ONCE));
        for (var lead : rested) {
            lead.wake(Caller.current().staff(), now, touches.from(now, lead.queueId(), lead.window()));
            leads.save(lead);
        }
        return rested.size();
    }

    /** Gives the leads whose time for a call has passed the next one, up to 200; what is late stays late. */
    public int moveOn() {
        var now = clock.instant();
        var moved = 0;
        for (var lead : leads.withWindowOver(now, Limit.of(AT_ONCE))) {
            var next = touches.from(now, lead.queueId(), lead.window());
            var over = lead.nextTouch().windowEndsAt();
            moved += leads.moveOn(lead.id().value(), over, next.at(), next.windowEndsAt(), next.writeFirst());
        }
        return moved;
    }

    /** Tells the managers of the leads whose promise has passed, of up to 200, and of each once. */
    public int escalate() {
        var now = clock.instant();
        var told = new HashMap<ClinicId, Long>();
        news.late(now, AT_ONCE).forEach((lead, queue) -> {
            if (news.escalate(lead, now)) {
                told.merge(queue, 1L, Long::sum);
                events.publishEvent(new LeadEscalated(lead));
            }
        });
        if (!told.isEmpty()) {
            events.publishEvent(new PromisesPassed(told));
        }
        return told.values().stream().mapToInt(Long::intValue).sum();
    }
}
