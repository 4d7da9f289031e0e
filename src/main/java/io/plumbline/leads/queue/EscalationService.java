package io.plumbline.leads.queue;

import io.plumbline.leads.LeadEvent;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Escalates leads that missed their response target. Runs as the system account on any node. */
@Service
@Transactional
@Requires(Permission.LEAD_WAKE)
public class EscalationService {
    private static final int AT_ONCE = 200;

    private final EscalationStore escalations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EscalationService(EscalationStore escalations, ApplicationEventPublisher events, Clock clock) {
        this.escalations = escalations;
        this.events = events;
        this.clock = clock;
    }

    /** Notifies the managers of up to 200 leads that missed their response target, once for each lead. */
    public int escalate() {
        var now = clock.instant();
        var missed = new HashMap<ClinicId, Long>();
        for (var lead : escalations.late(now, AT_ONCE)) {
            if (escalations.escalate(lead.id(), now)) {
                missed.merge(lead.queue(), 1L, Long::sum);
                events.publishEvent(new LeadEvent.Escalated(lead.id()));
            }
        }
        if (!missed.isEmpty()) {
            events.publishEvent(new ResponseTargetMissed(missed));
        }
        return missed.values().stream().mapToInt(Long::intValue).sum();
    }
}
