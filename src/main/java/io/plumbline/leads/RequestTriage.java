package io.plumbline.leads;

import io.plumbline.leads.clock.FollowUpScheduler;
import io.plumbline.leads.person.ContactStopStore;
import io.plumbline.leads.person.DuplicateScore;
import io.plumbline.leads.person.LeadBackground;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns requests of the public form into leads: a request completes a lead, joins one of the same person, or becomes a
 * new one. It goes to clinical review after a positive safety answer, and to spam if a machine sent it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RequestTriage {
    /** Business time after which a clinical review that nobody has taken is overdue. */
    public static final Duration UNTAKEN = Duration.ofHours(1);

    /** How long a rejected form without a name can be completed by a new one. */
    private static final Duration NAMELESS_FOR = Duration.ofDays(1);

    private final Leads leads;
    private final FollowUpScheduler followUps;
    private final ContactStopStore stops;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestTriage(
            Leads leads,
            FollowUpScheduler followUps,
            ContactStopStore stops,
            ApplicationEventPublisher events,
            Clock clock) {
        this.leads = leads;
        this.followUps = followUps;
        this.stops = stops;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A request of the public form, as it is applied to a lead.
     *
     * @param reference the reference that the person received
     * @param fromBot whether a machine seems to have sent it
     * @param refused whether it was answered with errors
     * @param reviewLevel the level of the most urgent positive safety answer; null if there is none
     */
    public record Request(
            String reference,
            Instant receivedAt,
            boolean fromBot,
            boolean refused,
            LeadDraft draft,
            LeadBackground background,
            @Nullable FlagLevel reviewLevel) {
        /** Returns whether a chiropractor must see the request before anybody calls. */
        boolean mustBeReviewed() {
            return reviewLevel != null;
        }

        /** Returns the background with the reference of this request. */
        LeadBackground ownBackground() {
            return new LeadBackground(
                    background.since(), background.service(), background.practitioner(), reference, refused);
        }
    }

    /** Returns whether a lead is open and comes from a refused form that nobody has completed. */
    public boolean isIncomplete(LeadId id) {
        return leads.findById(id.value())
                .filter(lead -> lead.background().incomplete() && lead.status().isOpen())
                .isPresent();
    }

    /** Completes the lead of a refused form by the form that was sent after it. */
    public void complete(LeadId incomplete, Request request) {
        var lead = leads.findById(incomplete.value()).orElseThrow();
        var by = CurrentUser.current().staff();
        var now = clock.instant();
        var followUp =
                followUps.from(now, request.draft().queue(), request.draft().callWindow());
        if (lead.status() == LeadStatus.NURTURE) {
            lead.wake(by, now, followUp);
        }
        lead.correct(request.draft(), by, now, followUp);
        lead.tell(request.ownBackground());
        classify(lead, request, by, now);
        save(lead, request);
    }

    /** Adds a request to the first of these leads that is surely of the same person and may be joined. */
    public Optional<LeadId> join(Collection<LeadId> candidates, Request request) {
        return candidates.stream()
                .map(this::lock)
                .flatMap(Optional::stream)
                .filter(lead -> lead.status().mayBeJoined(request.mustBeReviewed()) && isOfPerson(lead, request))
                .findFirst()
                .map(lead -> join(lead, request));
    }

    /**
     * Returns whether a complete form is certainly from the person of this lead. A rejected form without a name is
     * identified by its contacts: they must be the same, and the form less than a day old.
     */
    private static boolean isOfPerson(Lead lead, Request request) {
        var own = lead.draft();
        var later = request.draft();
        if (!own.isNameless()) {
            return DuplicateScore.of(later.person(), own.person()).isSurelyOnePerson();
        }
        return lead.background().incomplete()
                && Objects.equals(own.phone(), later.phone())
                && Objects.equals(own.email(), later.email())
                && request.receivedAt().isBefore(lead.receivedAt().plus(NAMELESS_FOR));
    }

    private Optional<Lead> lock(LeadId id) {
        leads.lock(id.value());
        return leads.findById(id.value());
    }

    private LeadId join(Lead lead, Request request) {
        var by = CurrentUser.current().staff();
        var now = clock.instant();
        // the follow-up that this request alone would have
        var followUp = followUps.from(
                request.receivedAt(), lead.queueId(), request.draft().callWindow());
        lead.askedAgain(request.reference(), followUp, by, now);
        if (lead.background().incomplete()) {
            fillIn(lead, request, by, now);
        }
        if (request.mustBeReviewed()) {
            classify(lead, request, by, now);
        }
        return save(lead, request);
    }

    /**
     * Without the key of the refused form, the request is not known to correct it, so it only fills in what is missing.
     */
    private void fillIn(Lead lead, Request request, StaffId by, Instant at) {
        var filled = lead.draft().completedBy(request.draft());
        if (!filled.equals(lead.draft())) {
            var window = lead.followUpWindow(filled.callWindow());
            lead.correct(
                    filled,
                    by,
                    at,
                    followUps.from(lead.progress().countedSince(lead.receivedAt()), filled.queue(), window));
        }
        lead.tell(lead.background().completedBy(request.background(), request.reference()));
    }

    /** Creates a lead from a request. */
    public LeadId receive(Request request) {
        var by = CurrentUser.current().staff();
        var at = request.receivedAt();
        var draft = request.draft();
        var lead = Lead.received(draft, null, by, at, followUps.from(at, draft.queue(), draft.callWindow()));
        lead.tell(request.ownBackground());
        classify(lead, request, by, at);
        return save(lead, request);
    }

    /**
     * Asks for the clinical review of a lead because of what the person answered since. A lead that cannot be reviewed,
     * such as one whose consultation is booked, stays as it is: the answers become a lead of their own, as a request does.
     *
     * @param cause the answers; the lead of their own is created once for them
     * @param isNew whether the answers say more than before: whoever is deciding then has to read them first
     * @return the lead in review
     */
    public LeadId review(LeadId id, FlagLevel level, OperationId cause, boolean isNew) {
        var by = CurrentUser.current().staff();
        var now = clock.instant();
        var lead = lock(id).orElseThrow();
        if (lead.status() == LeadStatus.NURTURE) {
            lead.wake(by, now, followUps.from(now, lead.queueId(), lead.draft().callWindow()));
        }
        var reviewed = Stream.concat(
                        Stream.of(lead),
                        leads.findByOperation(cause.value()).flatMap(other -> lock(new LeadId(other))).stream())
                .filter(RequestTriage::canBeReviewed)
                .findFirst()
                .orElseGet(() -> sameAs(lead, cause, by, now));
        review(reviewed, level, by, now);
        if (isNew) {
            reviewed.answered(by, now);
        }
        leads.saveAndFlush(reviewed);
        return reviewed.id();
    }

    private static boolean canBeReviewed(Lead lead) {
        return lead.status() == LeadStatus.CLINICAL_REVIEW || lead.status().canBecome(LeadStatus.CLINICAL_REVIEW);
    }

    private Lead sameAs(Lead lead, OperationId cause, StaffId by, Instant at) {
        var draft = lead.draft();
        var operation = leads.findByOperation(cause.value()).isPresent() ? null : cause;
        return Lead.received(draft, operation, by, at, followUps.from(at, draft.queue(), draft.callWindow()));
    }

    private void review(Lead lead, FlagLevel level, StaffId by, Instant at) {
        if (lead.status() == LeadStatus.CLINICAL_REVIEW) {
            lead.answeredMoreUrgently(level);
        } else {
            lead.review(level, followUps.withinBusinessHours(UNTAKEN, lead.queueId(), at), by, at);
        }
    }

    private void classify(Lead lead, Request request, StaffId by, Instant at) {
        var level = request.reviewLevel();
        if (level != null && canBeReviewed(lead)) {
            // clinical review comes before the bot rules: assisted form filling can be faster than typing
            review(lead, level, by, at);
        } else if (request.fromBot() && lead.status().canBecome(LeadStatus.SPAM)) {
            lead.putAsideAsSpam(by, at);
        }
    }

    private LeadId save(Lead lead, Request request) {
        leads.saveAndFlush(lead);
        if (!request.fromBot()) {
            liftStop(lead, request.draft());
        }
        return lead.id();
    }

    /**
     * Lifts the contact stop for the phone and e-mail of this request only: the lead may also hold others that the
     * person stopped.
     */
    private void liftStop(Lead lead, LeadDraft draft) {
        if (stops.lift(draft.phone(), draft.email())) {
            events.publishEvent(new LeadEvent.ContactStopLifted(lead.id()));
        }
    }
}
