package io.plumbline.leads;

import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consultation leads in the queues of the caller's clinics; the group's queue is every manager's. Every change carries
 * the version that the caller saw, and throws {@link NoSuchElementException} where the lead is not the caller's,
 * {@link ObjectOptimisticLockingFailureException} where a colleague changed it meanwhile, and
 * {@link IllegalStateException}, saying what is possible, where its status does not allow it.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadService {
    /** As far as the parts of the open leads are counted. */
    public static final int MOST_COUNTED = 100;

    private static final Duration JUST_IN = Duration.ofHours(1);
    private static final int MOST_JUST_IN = 10;

    private final Leads leads;
    private final LeadsInHand inHand;
    private final LeadQueues queues;
    private final OpenLeads open;
    private final OpenLeadCounts counts;
    private final LeadNews news;
    private final TouchRule touches;
    private final CallRule calls;
    private final ContactStops stops;
    private final CallNotes notes;
    private final AppointmentService appointments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadService(
            Leads leads,
            LeadsInHand inHand,
            LeadQueues queues,
            OpenLeads open,
            OpenLeadCounts counts,
            LeadNews news,
            TouchRule touches,
            CallRule calls,
            ContactStops stops,
            CallNotes notes,
            AppointmentService appointments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.leads = leads;
        this.inHand = inHand;
        this.queues = queues;
        this.open = open;
        this.counts = counts;
        this.news = news;
        this.touches = touches;
        this.calls = calls;
        this.stops = stops;
        this.notes = notes;
        this.appointments = appointments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of the open leads, put on record once a look: what is past its promise, what can be called now, what waits.
     *
     * @param after the last row of the page before, or null for the first page
     */
    @Transactional
    public List<LeadRow> queue(@Nullable LeadRow after, int limit) {
        return queue(LeadsShown.EVERYONE, after, limit);
    }

    /**
     * A page of some of the open leads, in the order of all of them; put on record once a look.
     *
     * @param after the last row of the page before, or null for the first page
     */
    @Transactional
    public List<LeadRow> queue(LeadsShown shown, @Nullable LeadRow after, int limit) {
        var page = page(shown, after, limit);
        if (after == null && !page.isEmpty()) {
            events.publishEvent(PeopleListed.of("lead.queue-listed", page.size())
                    .narrowedBy(shown.word())
                    .upTo(limit));
        }
        return page;
    }

    /** The same for who shows it to nobody. */
    List<LeadRow> page(LeadsShown shown, @Nullable LeadRow after, int limit) {
        var caller = Caller.current();
        return open.page(shown, caller.staff(), LeadQueues.of(caller), after, limit, clock.instant());
    }

    /** How many open leads each part shows, up to {@link #MOST_COUNTED} each. */
    public Map<LeadsShown, Long> countShown() {
        var caller = Caller.current();
        return counts.of(caller.staff(), LeadQueues.of(caller), MOST_COUNTED, clock.instant());
    }

    /** The open leads of the last hour that nobody has opened, the newest first, up to ten. */
    public List<JustIn> justIn() {
        return news.unopened(LeadQueues.of(Caller.current()), clock.instant().minus(JUST_IN), MOST_JUST_IN);
    }

    /** How many open leads are past their promise, up to a thousand. */
    public long countOverdue() {
        return queues.countOverdue(LeadQueues.of(Caller.current()), clock.instant());
    }

    /** How many leads there are in all, up to a thousand. */
    public long countAll() {
        return queues.countAll(LeadQueues.of(Caller.current()));
    }

    /** How many leads stand where, up to a thousand each; a status without leads is left out. */
    public Map<LeadStatus, Long> countByStatus() {
        return queues.countByStatus(LeadQueues.of(Caller.current()));
    }

    /** Opens a lead; empty where there is none in the caller's queues. Either is put on record. */
    @Transactional
    public Optional<LeadDetails> open(LeadId id) {
        var lead = queues.find(id, LeadQueues.of(Caller.current()), clock.instant());
        var isFirst = lead.isPresent() && news.isUnopened(id);
        if (isFirst) {
            news.opened(id, clock.instant());
        }
        events.publishEvent(lead.isPresent() ? new LeadOpened(id, isFirst) : new LeadRefused(id));
        return lead;
    }

    /** A lead that the caller has opened, as it is now; looking again is not put on record. */
    public Optional<LeadDetails> again(LeadId opened) {
        return queues.find(opened, LeadQueues.of(Caller.current()), clock.instant());
    }

    /**
     * Takes a lead in, by the public form or by hand; it is to be called at once.
     *
     * @param operation what makes sending the same form twice one lead; null where nothing can be sent twice
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     */
    @Transactional
    @Requires(Permission.LEAD_RECEIVE)
    public LeadId receive(LeadDraft draft, @Nullable UUID operation) {
        if (operation != null) {
            var before = leads.findByOperation(operation);
            if (before.isPresent()) {
                return new LeadId(before.get());
            }
        }
        var caller = Caller.current();
        refuseForeignQueue(caller, draft);
        var now = clock.instant();
        var touch = touches.from(now, Lead.queueOf(draft), draft.callWindow());
        return leads.save(Lead.received(draft, operation, caller.staff(), now, touch))
                .id();
    }

    /**
     * Corrects what a lead tells.
     *
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void correct(LeadId id, long version, LeadDraft draft) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        refuseForeignQueue(Caller.current(), draft);
        var touch = touches.from(lead.countedFrom(), Lead.queueOf(draft), lead.windowOfTouch(draft.callWindow()));
        lead.correct(draft, Caller.current().staff(), clock.instant(), touch);
        leads.save(lead);
    }

    /**
     * Puts a lead into the queue of one of the caller's clinics, or into the group's where they manage.
     *
     * @throws IllegalArgumentException if that queue is not the caller's
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void assign(LeadId id, long version, ClinicId queue) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        if (!LeadQueues.of(Caller.current()).contains(queue)) {
            throw new IllegalArgumentException("Choose a clinic of yours");
        }
        var touch = touches.from(lead.countedFrom(), queue, lead.windowOfTouch(lead.window()));
        lead.assign(queue, Caller.current().staff(), clock.instant(), touch);
        leads.save(lead);
    }

    /** Claims a lead for twenty minutes, so that no colleague calls the same person; refused where they asked us not to. */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void claim(LeadId id, long version) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        calls.refuseIfStopped(lead.phone(), lead.email());
        lead.claim(Caller.current().staff(), clock.instant());
        leads.save(lead);
    }

    /** Gives a lead back that the caller has claimed; nothing where nobody has. */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void release(LeadId id, long version) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        lead.letGo(Caller.current().staff(), clock.instant());
        leads.save(lead);
    }

    /** Logs a call of which there is nothing to note. */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void logCall(LeadId id, long version, CallOutcome outcome) {
        logCall(id, version, Call.of(outcome));
    }

    /**
     * Logs a call with its outcome, which sets the next touch by rule, or ends the lead and cancels the consultation that
     * is booked for it.
     *
     * @throws IllegalArgumentException if the note is too long, or the person wants to be called when nobody can
     * @throws IllegalStateException if the person asked us not to contact them any more
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void logCall(LeadId id, long version, Call call) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        var me = Caller.current().staff();
        var now = clock.instant();
        if (call.outcome() == CallOutcome.STOP_CONTACTING) {
            stops.stop(lead.phone(), lead.email(), me, now);
            events.publishEvent(new LeadContactStopped(id));
        } else {
            calls.refuseIfStopped(lead.phone(), lead.email());
        }
        var booked = lead.bookedConsultation();
        lead.called(call, me, now, calls.after(call, lead.queueId(), lead.window(), now));
        lead.waited(touches.openingTime(lead.queueId(), lead.receivedAt(), now), now);
        leads.save(lead);
        notes.logged(id, call.note());
        withdrawConsultation(lead, booked);
    }

    /**
     * Lets a lead rest until an instant, at which it wakes.
     *
     * @throws IllegalArgumentException if that instant has passed
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void nurture(LeadId id, long version, Instant until) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        lead.nurture(
                touches.from(until, lead.queueId(), lead.window()),
                Caller.current().staff(),
                clock.instant());
        leads.save(lead);
    }

    /**
     * Gives a lead up, with a reason of at most 200 characters; a consultation that is booked for it is cancelled.
     *
     * @throws IllegalStateException also if that consultation has begun
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void lose(LeadId id, long version, String reason) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        var booked = lead.bookedConsultation();
        lead.lose(reason, Caller.current().staff(), clock.instant());
        leads.save(lead);
        withdrawConsultation(lead, booked);
    }

    /** Nothing stays on the schedule for who does not come. */
    private void withdrawConsultation(Lead lead, Optional<UUID> booked) {
        if (lead.status() == LeadStatus.LOST) {
            booked.ifPresent(consultation ->
                    appointments.withdraw(consultation, lead.id().value(), lead.lostReason()));
        }
    }

    /** What nobody of the person's clinic would see is not where a person puts a lead; the public form may. */
    private static void refuseForeignQueue(Caller caller, LeadDraft draft) {
        var queue = Lead.queueOf(draft);
        if (!caller.has(Role.SYSTEM) && !LeadQueues.of(caller).contains(queue)) {
            throw new IllegalArgumentException("Choose a clinic of yours");
        }
    }
}
