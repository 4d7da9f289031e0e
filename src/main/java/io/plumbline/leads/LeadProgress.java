package io.plumbline.leads;

import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The status of a lead and its next follow-up. A change returns the progress that follows from this one, or refuses
 * with a {@link Refused} whose message is for the user; this one stays as it is.
 *
 * @param statusBefore the status to which the lead returns after a clinical review or a merge; null otherwise
 * @param nextFollowUp null exactly if the lead is closed
 * @param countedFrom when the lead was last returned to the queue; null if it never was
 * @param lostReason why the lead was lost; null if it was not
 */
@Embeddable
record LeadProgress(
        @Enumerated(EnumType.STRING) LeadStatus status,
        @Enumerated(EnumType.STRING) @Nullable LeadStatus statusBefore,
        @Embedded @Nullable NextFollowUp nextFollowUp,
        @Nullable Instant countedFrom,
        @Nullable String lostReason) {
    private static final int LONGEST_REASON = 200;
    private static final String NO_CONTACT = "No contact";
    private static final String REASON_ERASED = "Erased";

    /**
     * Validates that an open lead has a next follow-up.
     *
     * @throws IllegalStateException if an open status has none, or a closed one has one
     */
    LeadProgress {
        if (status.isOpen() != (nextFollowUp != null)) {
            throw new IllegalStateException("An open lead has a next follow-up, and no other lead has one");
        }
    }

    static LeadProgress asNew(NextFollowUp followUp) {
        return new LeadProgress(LeadStatus.NEW, null, followUp, null, null);
    }

    /**
     * Moves to another status.
     *
     * @param followUp null for a closed status
     */
    LeadProgress moveTo(LeadStatus next, @Nullable NextFollowUp followUp) {
        requireWayTo(next);
        return standAt(next, followUp);
    }

    /** Sets a status that does not depend on this one, such as that of a consultation on the schedule. */
    LeadProgress standAt(LeadStatus there, @Nullable NextFollowUp followUp) {
        return new LeadProgress(there, statusBefore, followUp, countedFrom, lostReason);
    }

    /** Returns whether the status is this one, with this next follow-up. */
    boolean isAt(LeadStatus there, NextFollowUp followUp) {
        return status == there && followUp.equals(nextFollowUp);
    }

    /** Sets another next follow-up in the same status. */
    LeadProgress followUpAt(@Nullable NextFollowUp followUp) {
        return standAt(status, followUp);
    }

    /**
     * Follows a change of the call window or the queue. An overdue lead stays overdue. Nurture ends on the chosen day,
     * a booked consultation sets its own date, and a clinical review does not depend on the call window.
     */
    LeadProgress reschedule(NextFollowUp followUp, Instant at) {
        var isOverdue = requireFollowUp().urgency(at) == Urgency.OVERDUE;
        return isOverdue || !isCountedByHours() ? this : followUpAt(followUp);
    }

    /** Follows a new request: the next follow-up is moved forward if the request is due earlier, never back. */
    LeadProgress bringForward(NextFollowUp followUp) {
        var isEarlier = followUp.overdueAt().isBefore(requireFollowUp().overdueAt());
        return isEarlier && status != LeadStatus.CLINICAL_REVIEW ? followUpAt(followUp) : this;
    }

    /**
     * Follows a call. A contacted lead stays contacted and a booked lead stays booked, whatever the outcome of a later
     * call.
     *
     * @param next null if the call closes the lead
     */
    LeadProgress called(Call call, @Nullable NextFollowUp next) {
        requireCallable();
        var outcome = call.outcome();
        if (outcome.leadsTo() == LeadStatus.LOST) {
            return lose(call.why() == null ? outcome.label() : call.why());
        }
        if (status == LeadStatus.CONSULTATION_BOOKED) {
            return this;
        }
        return status.hasFollowUp() ? followUpAt(next) : moveTo(outcome.leadsTo(), next);
    }

    /**
     * Checks that a call can be logged.
     *
     * @throws Refused if the lead is in clinical review or merged, with a message for the user
     */
    void requireCallable() {
        requireNoReview();
        if (status == LeadStatus.MERGED) {
            throw new Refused("This lead is merged into another lead of the same person. Log the call there");
        }
    }

    /**
     * Moves to nurture.
     *
     * @throws Refused if it would end at once
     */
    LeadProgress nurture(NextFollowUp until, Instant at) {
        if (!until.at().isAfter(at)) {
            throw new Refused("Choose a day in the future");
        }
        return moveTo(LeadStatus.NURTURE, until);
    }

    /**
     * Closes the lead as lost.
     *
     * @throws Refused if the reason is missing or longer than 200 characters
     */
    LeadProgress lose(String reason) {
        var stated = TextLimit.required("The reason", reason, LONGEST_REASON);
        requireNoReview();
        return moveTo(LeadStatus.LOST, null).lostFor(stated);
    }

    /** Reopens a lost lead or spam as a new lead, which is counted from now. */
    LeadProgress reopen(NextFollowUp followUp, Instant at) {
        if (status != LeadStatus.LOST && status != LeadStatus.SPAM) {
            throw new Refused("Only a lost or spam lead can be reopened");
        }
        return moveTo(LeadStatus.NEW, followUp).lostFor(null).returnedToQueue(at);
    }

    /**
     * Moves to clinical review, from which the lead returns to this status.
     *
     * @param untaken overdue once nobody has taken the review by its deadline
     */
    LeadProgress review(NextFollowUp untaken) {
        return moveTo(LeadStatus.CLINICAL_REVIEW, untaken).returningTo(status);
    }

    /**
     * Ends a clinical review.
     *
     * @param followUp the next follow-up of a cleared lead; null for any other outcome
     */
    LeadProgress reviewed(ReviewOutcome outcome, @Nullable NextFollowUp followUp, Instant at) {
        requireReview();
        var ended = outcome == ReviewOutcome.CLEARED
                ? moveTo(returnsTo(), followUp).returnedToQueue(at)
                : moveTo(LeadStatus.LOST, null).lostFor(outcome.label());
        return ended.returningTo(null);
    }

    /**
     * Closes an open lead whose person is erased. A reason that somebody typed is replaced, since it may tell of the
     * person; one of the portal's own words stays, for the report.
     */
    LeadProgress erased() {
        var closed = status.isOpen() ? lose(NO_CONTACT) : this;
        return closed.lostReason == null || isWordOfPortal(closed.lostReason) ? closed : closed.lostFor(REASON_ERASED);
    }

    private static boolean isWordOfPortal(String reason) {
        return reason.equals(NO_CONTACT)
                || Stream.of(CallOutcome.values())
                        .anyMatch(outcome -> outcome.label().equals(reason))
                || Stream.of(ReviewOutcome.values())
                        .anyMatch(outcome -> outcome.label().equals(reason));
    }

    /** Returns to a clinical review whose decision is undone. */
    LeadProgress reviewAgain(LeadStatus before, NextFollowUp decideBy) {
        return standAt(LeadStatus.CLINICAL_REVIEW, decideBy).returningTo(before).lostFor(null);
    }

    /** Closes the lead as merged; unmerging returns it to this status. */
    LeadProgress merge() {
        return moveTo(LeadStatus.MERGED, null).returningTo(status);
    }

    /** Returns to the status before the merge; a new lead is counted from now. */
    LeadProgress unmerge(NextFollowUp followUp, Instant at) {
        if (status != LeadStatus.MERGED) {
            throw new Refused("This lead is no longer merged with another lead");
        }
        return moveTo(returnsTo(), followUp).returningTo(null).returnedToQueue(at);
    }

    /** Checks that the lead can change to a status. */
    void requireWayTo(LeadStatus next) {
        var returnsTo = statusBefore == null ? status : statusBefore;
        if (!status.next(returnsTo).contains(next)) {
            throw new Refused(status.refusal(next, returnsTo));
        }
    }

    /** Checks that the lead is open. */
    void requireOpen(String toBe) {
        if (!status.isOpen()) {
            throw new Refused("A lead that is " + status.label().toLowerCase(Locale.ROOT) + " cannot be " + toBe);
        }
    }

    void requireReview() {
        if (status != LeadStatus.CLINICAL_REVIEW) {
            throw new Refused("This lead is no longer in clinical review");
        }
    }

    void requireNoReview() {
        if (status == LeadStatus.CLINICAL_REVIEW) {
            throw new Refused("A chiropractor must review this lead first");
        }
    }

    /** Returns the status to which a clinical review or a merge returns. */
    LeadStatus returnsTo() {
        return statusBefore == null ? LeadStatus.NEW : statusBefore;
    }

    Optional<NextFollowUp> followUp() {
        return Optional.ofNullable(nextFollowUp);
    }

    /**
     * Returns the next follow-up.
     *
     * @throws IllegalStateException if the lead is closed
     */
    NextFollowUp requireFollowUp() {
        return followUp().orElseThrow(() -> new IllegalStateException("A lead that is closed has no next follow-up"));
    }

    /** Returns whether the response target of a new lead has passed without a call. */
    boolean isResponseTargetMissed(Instant at) {
        return status == LeadStatus.NEW && requireFollowUp().urgency(at) == Urgency.OVERDUE;
    }

    /**
     * Returns whether the next follow-up depends on business hours. Nurture, a booked consultation and a clinical
     * review have their own dates.
     */
    boolean isCountedByHours() {
        return switch (status) {
            case NEW, ATTEMPTING, CONTACTED, CONSULTATION_HELD -> true;
            case CONSULTATION_BOOKED, CONVERTED, NURTURE, CLINICAL_REVIEW, LOST, SPAM, MERGED -> false;
        };
    }

    /** Returns the time from which the next follow-up is calculated; for a new lead that of its request or return. */
    Instant countedSince(Instant receivedAt) {
        if (status != LeadStatus.NEW) {
            return requireFollowUp().at();
        }
        return countedFrom == null ? receivedAt : countedFrom;
    }

    private LeadProgress returningTo(@Nullable LeadStatus before) {
        return new LeadProgress(status, before, nextFollowUp, countedFrom, lostReason);
    }

    private LeadProgress returnedToQueue(Instant at) {
        return new LeadProgress(status, statusBefore, nextFollowUp, at, lostReason);
    }

    private LeadProgress lostFor(@Nullable String reason) {
        return new LeadProgress(status, statusBefore, nextFollowUp, countedFrom, reason);
    }
}
