package io.plumbline.leads;

import io.plumbline.leads.clock.FollowUpScheduler;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.person.ContactStopStore;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.OperationId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consultation leads in the queues of the current user's clinics; managers also have the queue of the group. Every change
 * carries the version that the current user saw. It throws {@link NotAvailable} if the lead is not in the current user's
 * queues, {@link StaleVersion} if a colleague changed it in the meantime, and
 * {@link Refused}, with the possible next steps, if its status does not allow the change.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadService {
    /** The usual reasons for which a lead is lost. */
    public static final List<String> LOST_REASONS =
            List.of("Too expensive", "No time", "Moved away", "Goes elsewhere", "Was not happy with us");

    /** The longest reason for which a lead is lost, in characters. */
    public static final int LONGEST_REASON = 200;

    private final Leads leads;
    private final LeadLoader leadLoader;
    private final LeadQueueQuery queues;
    private final LeadActivityStore activity;
    private final FollowUpScheduler followUps;
    private final CallRule calls;
    private final ContactStopStore stops;
    private final AppointmentService appointments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadService(
            Leads leads,
            LeadLoader leadLoader,
            LeadQueueQuery queues,
            LeadActivityStore activity,
            FollowUpScheduler followUps,
            CallRule calls,
            ContactStopStore stops,
            AppointmentService appointments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.leads = leads;
        this.leadLoader = leadLoader;
        this.queues = queues;
        this.activity = activity;
        this.followUps = followUps;
        this.calls = calls;
        this.stops = stops;
        this.appointments = appointments;
        this.events = events;
        this.clock = clock;
    }

    /** Counts all leads, up to a thousand. */
    public long countAll() {
        return queues.countAll(LeadQueue.visibleTo(CurrentUser.current()));
    }

    /** Counts the leads by status, up to a thousand each; omits statuses without leads. */
    public Map<LeadStatus, Long> countByStatus() {
        return queues.countByStatus(LeadQueue.visibleTo(CurrentUser.current()));
    }

    /**
     * Opens a lead; empty if it is not in the current user's queues. Both the view and the refusal are recorded in the audit
     * trail.
     */
    @Transactional
    public Optional<LeadDetails> open(LeadId id) {
        var lead = queues.find(id, LeadQueue.visibleTo(CurrentUser.current()), clock.instant());
        var isFirst = lead.isPresent() && activity.firstOpened(id, clock.instant());
        events.publishEvent(
                lead.isPresent() ? new LeadAccessEvent.Viewed(id, isFirst) : new LeadAccessEvent.AccessRefused(id));
        return lead;
    }

    /** Reloads a lead that the current user has opened; not recorded in the audit trail again. */
    public Optional<LeadDetails> reload(LeadId opened) {
        return queues.find(opened, LeadQueue.visibleTo(CurrentUser.current()), clock.instant());
    }

    /**
     * Creates a lead from the public form or by hand; it is due for a call at once.
     *
     * @param operation the idempotency key that keeps a form sent twice from creating two leads; null if there is none
     * @throws Refused if a value is out of range, with a message for the user
     */
    @Transactional
    @Requires(Permission.LEAD_RECEIVE)
    public LeadId receive(LeadDraft draft, @Nullable OperationId operation) {
        if (operation != null) {
            var before = leads.findByOperation(operation.value());
            if (before.isPresent()) {
                return new LeadId(before.get());
            }
        }
        var user = CurrentUser.current();
        refuseForeignQueue(user, draft);
        var now = clock.instant();
        var followUp = followUps.from(now, draft.queue(), draft.callWindow());
        return leads.save(Lead.received(draft, operation, user.staff(), now, followUp))
                .id();
    }

    /** Returns which of these idempotency keys have created a lead before. */
    @Requires(Permission.LEAD_RECEIVE)
    public Set<OperationId> findReceived(Collection<OperationId> operations) {
        return leads.knownOf(operations.stream().map(OperationId::value).toList()).stream()
                .map(OperationId::new)
                .collect(Collectors.toSet());
    }

    /**
     * Edits the details of a lead.
     *
     * @throws Refused if a value is out of range, with a message for the user
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void correct(LeadId id, long version, LeadDraft draft) {
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        refuseForeignQueue(CurrentUser.current(), draft);
        var followUp = followUps.from(
                lead.progress().countedSince(lead.receivedAt()),
                draft.queue(),
                lead.followUpWindow(draft.callWindow()));
        var before = lead.draft();
        var recordedAt = lead.emailRecordedAt();
        lead.correct(draft, CurrentUser.current().staff(), clock.instant(), followUp);
        leads.save(lead);
        var earlier = before.email();
        if (earlier != null
                && !EmailAddress.areSame(earlier, draft.email())
                && stops.since(before.phone(), earlier).isEmpty()) {
            events.publishEvent(new LeadEmailChanged(id, earlier, recordedAt, draft.language(), draft.clinic()));
        }
    }

    /**
     * Moves a lead to the queue of one of the current user's clinics or, for managers, of the group.
     *
     * @throws Refused if that queue is not one of the current user's
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void assign(LeadId id, long version, ClinicId queue) {
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        if (!LeadQueue.visibleTo(CurrentUser.current()).contains(queue)) {
            throw new Refused("Choose one of your clinics");
        }
        var followUp = followUps.from(
                lead.progress().countedSince(lead.receivedAt()),
                queue,
                lead.followUpWindow(lead.draft().callWindow()));
        lead.assign(queue, CurrentUser.current().staff(), clock.instant(), followUp);
        leads.save(lead);
    }

    /**
     * Claims a lead for twenty minutes, so that no colleague calls the same person.
     *
     * @throws Refused also if the person asked not to be contacted
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void claim(LeadId id, long version) {
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        calls.refuseIfStopped(lead.draft().phone(), lead.draft().email());
        lead.claim(CurrentUser.current().staff(), clock.instant());
        leads.save(lead);
    }

    /** Releases a lead that the current user has claimed; does nothing if it is not claimed. */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void release(LeadId id, long version) {
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        lead.letGo(CurrentUser.current().staff(), clock.instant());
        leads.save(lead);
    }

    /** Logs a call without a note. */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void logCall(LeadId id, long version, CallOutcome outcome) {
        logCall(id, version, Call.of(outcome));
    }

    /**
     * Logs a call. The outcome either sets the next follow-up or closes the lead and cancels its booked consultation.
     *
     * @throws Refused if the note is too long, or nobody can call at the time that the person asked
     *     for
     * @throws Refused if the person asked not to be contacted
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void logCall(LeadId id, long version, Call call) {
        if (call.why() != null) {
            ReasonWords.choiceOr(LOST_REASONS, "The reason", call.why(), LONGEST_REASON);
        }
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        var me = CurrentUser.current().staff();
        var now = clock.instant();
        if (call.outcome() == CallOutcome.STOP_CONTACTING) {
            stops.stop(lead.draft().phone(), lead.draft().email(), me, now);
            events.publishEvent(new LeadEvent.ContactStopped(id));
        } else {
            calls.refuseIfStopped(lead.draft().phone(), lead.draft().email());
        }
        var booked = upcomingConsultation(lead);
        lead.called(
                call, me, now, calls.after(call, lead.queueId(), lead.draft().callWindow(), now));
        lead.waited(followUps.businessTime(lead.queueId(), lead.receivedAt(), now), now);
        leads.save(lead);
        withdrawConsultation(lead, booked);
    }

    /**
     * Moves a lead to nurture until an instant.
     *
     * @throws Refused if that instant has passed
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void nurture(LeadId id, long version, Instant until) {
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        lead.nurture(
                followUps.from(until, lead.queueId(), lead.draft().callWindow()),
                CurrentUser.current().staff(),
                clock.instant());
        leads.save(lead);
    }

    /**
     * Marks a lead as lost, with a reason of at most 200 characters, and cancels its booked consultation.
     *
     * @throws Refused also if that consultation has begun
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void lose(LeadId id, long version, String reason) {
        ReasonWords.choiceOr(LOST_REASONS, "The reason", reason, LONGEST_REASON);
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        var booked = upcomingConsultation(lead);
        lead.lose(reason, CurrentUser.current().staff(), clock.instant());
        leads.save(lead);
        withdrawConsultation(lead, booked);
    }

    private static Optional<AppointmentId> upcomingConsultation(Lead lead) {
        return lead.consultation().flatMap(consultation -> consultation.upcoming(lead.status()));
    }

    /** A lost lead keeps no consultation on the schedule. */
    private void withdrawConsultation(Lead lead, Optional<AppointmentId> booked) {
        if (lead.status() == LeadStatus.LOST) {
            booked.ifPresent(consultation -> appointments.withdraw(
                    consultation,
                    lead.id(),
                    Objects.requireNonNull(lead.progress().lostReason())));
        }
    }

    /** Staff must not put a lead into a queue that they cannot see; the public form may use any queue. */
    private static void refuseForeignQueue(CurrentUser user, LeadDraft draft) {
        var queue = draft.queue();
        if (!user.has(Role.SYSTEM) && !LeadQueue.visibleTo(user).contains(queue)) {
            throw new Refused("Choose one of your clinics");
        }
    }
}
