package io.plumbline.leads.calling;

import io.plumbline.leads.LeadQueueQuery;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notes typed during calls to the leads in the current user's queues. They are stored in the database until they are
 * logged, so that they outlive the browser, the session and the process. Throws {@link NotAvailable} if the
 * lead is not in the current user's queues.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_WORK)
public class CallNoteService {
    private final CallNoteStore notes;
    private final LeadQueueQuery queues;
    private final Clock clock;

    CallNoteService(CallNoteStore notes, LeadQueueQuery queues, Clock clock) {
        this.notes = notes;
        this.queues = queues;
        this.clock = clock;
    }

    /** Returns the note of a lead. */
    public CallNote find(LeadId lead) {
        return notes.find(lead, LeadQueue.visibleTo(CurrentUser.current())).orElseThrow(NotAvailable::new);
    }

    /**
     * Saves the note of a lead.
     *
     * @param version the version that the current user's text follows
     * @return the new version
     * @throws StaleVersion if somebody else typed in the meantime
     * @throws Refused if it is longer than 2,000 characters
     */
    @Transactional
    public long keep(LeadId lead, long version, String text) {
        if (!queues.has(lead, LeadQueue.visibleTo(CurrentUser.current()))) {
            throw new NotAvailable();
        }
        var kept = TextLimit.optional("What was said", text, CallNoteStore.LONGEST);
        notes.keep(lead, version, kept, CurrentUser.current().staff(), clock.instant());
        return version + 1;
    }
}
