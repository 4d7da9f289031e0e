package io.plumbline.leads;

import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.TextLimit;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is typed during calls to the leads in the caller's queues, until it is logged: in the store, so that it outlives the
 * browser, the session and the process. {@link NoSuchElementException} where the lead is not the caller's.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_WORK)
public class CallNoteService {
    private final CallNotes notes;
    private final LeadQueues queues;
    private final Clock clock;

    CallNoteService(CallNotes notes, LeadQueues queues, Clock clock) {
        this.notes = notes;
        this.queues = queues;
        this.clock = clock;
    }

    /** What is typed for a lead. */
    public CallNote of(LeadId lead) {
        return notes.of(lead, LeadQueues.of(Caller.current()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
    }

    /**
     * Keeps what is typed for a lead.
     *
     * @param version the version that the caller's text follows
     * @return the version that it has now
     * @throws ObjectOptimisticLockingFailureException if somebody else typed meanwhile
     * @throws IllegalArgumentException if it is longer than 2,000 characters
     */
    @Transactional
    public long keep(LeadId lead, long version, String text) {
        requireMine(lead);
        var kept = TextLimit.optional("What was said", text, CallNotes.LONGEST);
        notes.keep(lead, version, kept, Caller.current().staff(), clock.instant());
        return version + 1;
    }

    private void requireMine(LeadId lead) {
        if (!queues.has(lead, LeadQueues.of(Caller.current()))) {
            throw new NoSuchElementException("Not available");
        }
    }
}
