package io.plumbline.leads;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consultation leads in the queues of the caller's clinics; the group's queue is every manager's. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadService {
    private static final Duration UNTIL_NEXT_ATTEMPT = Duration.ofHours(1);

    private final Leads leads;
    private final LeadQueues queues;
    private final ClinicService clinics;
    private final Clock clock;

    LeadService(Leads leads, LeadQueues queues, ClinicService clinics, Clock clock) {
        this.leads = leads;
        this.queues = queues;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * A page of the open leads, the most overdue touch first.
     *
     * @param after the last row of the page before, or null for the first page
     */
    public List<LeadRow> open(@Nullable LeadRow after, int limit) {
        return queues.open(queuesOf(Caller.current()), after, limit);
    }

    /** How many open leads are due now, up to a thousand. */
    public long countDue() {
        return queues.countDue(queuesOf(Caller.current()), clock.instant());
    }

    /** How many leads stand where. */
    public Map<LeadStatus, Long> countByStatus() {
        return queues.countByStatus(queuesOf(Caller.current()));
    }

    /**
     * Takes a lead in, by the public form or by hand; it is to be called at once.
     *
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     */
    @Transactional
    @Requires(Permission.LEAD_RECEIVE)
    public LeadId receive(LeadDraft draft) {
        return leads.save(Lead.received(draft, clock.instant())).id();
    }

    /**
     * Logs a call with its outcome. One that did not reach the person sets the next touch in one opening hour.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if there is no such lead in the caller's queues
     * @throws ObjectOptimisticLockingFailureException if a colleague changed the lead meanwhile
     * @throws IllegalStateException if the lead's status does not allow it
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void logCall(LeadId id, long version, CallOutcome outcome) {
        var lead = mine(id, version);
        var me = Caller.current().staff();
        var now = clock.instant();
        switch (outcome) {
            case REACHED -> lead.contacted(me, now, inOpeningTime(lead.queueId(), now));
            case NO_ANSWER, VOICEMAIL, WRONG_NUMBER ->
                lead.attempted(outcome, me, now, inOpeningTime(lead.queueId(), now));
            case NOT_INTERESTED -> lead.lose(outcome.word());
        }
        leads.save(lead);
    }

    /**
     * Lets a lead rest until an instant, at which it wakes.
     *
     * @throws NoSuchElementException if there is no such lead in the caller's queues
     * @throws ObjectOptimisticLockingFailureException if a colleague changed the lead meanwhile
     * @throws IllegalStateException if the lead's status does not allow it
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void nurture(LeadId id, long version, Instant until) {
        var lead = mine(id, version);
        lead.nurture(until);
        leads.save(lead);
    }

    private Lead mine(LeadId id, long version) {
        var lead = leads.findById(id.value())
                .filter(found -> queuesOf(Caller.current()).contains(found.queueId()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        if (lead.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Lead.class, id);
        }
        return lead;
    }

    /** Nobody's clinic is open for the group, so its hour is an hour. */
    private Instant inOpeningTime(ClinicId queue, Instant from) {
        return queue.equals(Lead.GROUP)
                ? from.plus(UNTIL_NEXT_ATTEMPT)
                : clinics.afterOpening(queue, from, UNTIL_NEXT_ATTEMPT);
    }

    private static Set<ClinicId> queuesOf(Caller caller) {
        var queues = new HashSet<>(caller.clinics());
        if (caller.has(Role.MANAGER)) {
            queues.add(Lead.GROUP);
        }
        return queues;
    }
}
