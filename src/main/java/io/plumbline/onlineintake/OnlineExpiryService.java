package io.plumbline.onlineintake;

import io.plumbline.jobs.holds.JobHoldService;
import io.plumbline.jobs.holds.RemovalJob;
import io.plumbline.outbox.OutboxService;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what links leave that no longer work: their addresses in mails at once, and what was saved after some time. */
@Service
@Transactional
@Requires(Permission.ONLINE_INTAKE_EXPIRE)
public class OnlineExpiryService {
    /** So long a newer link can take over what was saved by one that expired. */
    static final Duration DRAFTS_KEPT = Duration.ofDays(30);

    private final OnlineIntakeQuery query;
    private final FormDraftStore drafts;
    private final OutboxService outbox;
    private final JobHoldService holds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OnlineExpiryService(
            OnlineIntakeQuery query,
            FormDraftStore drafts,
            OutboxService outbox,
            JobHoldService holds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.query = query;
        this.drafts = drafts;
        this.outbox = outbox;
        this.holds = holds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Deletes the addresses of links that have expired or otherwise ended in mails, and what was saved by links that expired 30 days ago.
     *
     * @param most how many of each at once
     * @return how many were deleted
     */
    public int deleteOld(int most) {
        if (!holds.mayRun(RemovalJob.ONLINE_INTAKES)) {
            return 0;
        }
        var now = clock.instant();
        var links = query.overInMails(now, most);
        links.forEach(id -> outbox.linkIsOver(new OutgoingMail.About(id), "The link no longer works", now));
        var expired = now.minus(DRAFTS_KEPT);
        if (!holds.mayRemove(RemovalJob.ONLINE_INTAKES, drafts.countExpired(expired), drafts::countAll)) {
            return links.size();
        }
        var left = drafts.findExpired(expired, most);
        left.forEach(draft -> {
            drafts.delete(draft.intake());
            events.publishEvent(new OnlineIntakeEvent.DraftDeleted(draft.intake(), draft.patient()));
        });
        holds.removed(RemovalJob.ONLINE_INTAKES, left.size());
        return links.size() + left.size();
    }
}
