package io.plumbline.leads;

import io.plumbline.leads.clock.FollowUpScheduler;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Updates leads when their times pass. Runs as the system account on any node; each change is made once. */
@Service
@Transactional
@Requires(Permission.LEAD_WAKE)
public class LeadFollowUpService {
    private static final int AT_ONCE = 200;

    private final Leads leads;
    private final FollowUpScheduler followUps;
    private final Clock clock;

    LeadFollowUpService(Leads leads, FollowUpScheduler followUps, Clock clock) {
        this.leads = leads;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** Ends nurture for up to 200 leads whose date has come. */
    public int wake() {
        var now = clock.instant();
        var rested = leads.toWake(now, Limit.of(AT_ONCE));
        for (var lead : rested) {
            lead.wake(
                    CurrentUser.current().staff(),
                    now,
                    followUps.from(now, lead.queueId(), lead.draft().callWindow()));
            leads.save(lead);
        }
        return rested.size();
    }

    /**
     * Erases the person of a lead that became no patient, and closes the lead if it is open. What others keep of the
     * lead, the calling code erases in the same transaction.
     *
     * @param untouchedSince erases nothing if somebody touched the lead after this instant
     * @return whether it was erased
     */
    @Requires(Permission.LEAD_ERASE)
    public boolean erase(LeadId id, Instant untouchedSince) {
        leads.lock(id.value());
        var found = leads.findById(id.value()).filter(lead -> lead.mayBeErased(untouchedSince));
        found.ifPresent(lead -> {
            lead.erase(CurrentUser.current().staff(), clock.instant());
            leads.saveAndFlush(lead);
        });
        return found.isPresent();
    }

    /** Moves up to 200 leads whose window has ended to their next one; overdue leads stay overdue. */
    public int moveOn() {
        var now = clock.instant();
        var moved = 0;
        for (var lead : leads.withWindowOver(now, Limit.of(AT_ONCE))) {
            var next = followUps.from(now, lead.queueId(), lead.draft().callWindow());
            var over = lead.progress().requireFollowUp().windowEndsAt();
            moved += leads.moveOn(lead.id().value(), over, next.at(), next.windowEndsAt(), next.writeFirst());
        }
        return moved;
    }
}
