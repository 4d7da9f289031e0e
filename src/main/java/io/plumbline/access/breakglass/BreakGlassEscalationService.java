package io.plumbline.access.breakglass;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Escalates overdue reviews of break-glass access: puts each on record once, and shows administrators at which
 * clinics reviews are overdue, without patient or colleague.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.BREAK_GLASS_FOLLOW)
public class BreakGlassEscalationService {
    private static final int AT_ONCE = 200;

    private final BreakGlassEscalationStore escalations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BreakGlassEscalationService(BreakGlassEscalationStore escalations, ApplicationEventPublisher events, Clock clock) {
        this.escalations = escalations;
        this.events = events;
        this.clock = clock;
    }

    /** Puts up to 200 overdue reviews on record, each once; returns how many. Runs as the system account on any node. */
    @Transactional
    @Requires(Permission.BREAK_GLASS_ESCALATE)
    public int escalate() {
        var now = clock.instant();
        var escalated = 0;
        for (var overdue : escalations.overdue(now, AT_ONCE)) {
            if (escalations.escalate(overdue.id(), now)) {
                events.publishEvent(new BreakGlassEvent.Escalated(overdue.id(), overdue.patient()));
                escalated++;
            }
        }
        return escalated;
    }

    /** Returns the clinics with overdue reviews, the longest overdue first. Runs one SQL statement. */
    public List<OverdueReviews> findOverdue() {
        return escalations.overdueByClinic(clock.instant());
    }
}
