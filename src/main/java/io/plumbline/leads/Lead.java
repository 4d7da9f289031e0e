package io.plumbline.leads;

import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.leads.person.DuplicateScore;
import io.plumbline.leads.person.LeadToken;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.RecordVersions;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "consultation_lead")
class Lead extends AbstractAggregateRoot<Lead> {
    /** Minimum number of letters and digits in the reason for a reopening. */
    private static final int SHORTEST_REASON = 5;

    /** How long a rejected form without a name can be completed by a new one. */
    private static final Duration NAMELESS_FOR = Duration.ofDays(1);

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private ClinicId queueId;

    @Embedded
    private LeadPerson person;

    @Embedded
    private LeadProgress progress;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant movesOnAt;

    @Embedded
    private LeadBackground background = LeadBackground.NOTHING;

    @Enumerated(EnumType.STRING)
    private @Nullable FlagLevel reviewLevel;

    private @Nullable Instant reviewSince;
    private @Nullable StaffId reviewTakenBy;
    private @Nullable Instant reviewTakenAt;

    @Embedded
    private @Nullable LeadClaim claim;

    private @Nullable String lostReason;
    private @Nullable PatientId convertedPatientId;
    private @Nullable UUID consultationId;
    private Instant receivedAt;
    private Instant changedAt;
    private StaffId changedBy;
    private @Nullable UUID operationId;
    private @Nullable Instant countedFrom;

    @Embedded
    private @Nullable LeadMilestones milestones;

    @ElementCollection
    @CollectionTable(name = "lead_token", joinColumns = @JoinColumn(name = "lead_id"))
    private Set<LeadToken> tokens = new HashSet<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "lead_id", nullable = false, updatable = false)
    private List<CallAttempt> attempts = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "lead_id", nullable = false, updatable = false)
    private List<LeadReviewDecision> decisions = new ArrayList<>();

    /**
     * Creates a new lead.
     *
     * @param operation the idempotency key that keeps a form sent twice from creating two leads; null if there is none
     * @param followUp when the person is to be called first
     */
    static Lead received(LeadDraft draft, @Nullable UUID operation, StaffId by, Instant at, NextFollowUp followUp) {
        var lead = new Lead();
        lead.id = LeadId.next().value();
        lead.queueId = draft.queue();
        lead.person = LeadPerson.of(draft);
        lead.progress = LeadProgress.asNew(followUp);
        lead.receivedAt = at;
        lead.operationId = operation;
        lead.keepTokens();
        lead.changed(by, at);
        lead.registerEvent(new LeadEvent.Received(lead.id()));
        return lead;
    }

    private void keepTokens() {
        var now = person.tokens(queueId);
        tokens.retainAll(now);
        tokens.addAll(now);
    }

    /**
     * Moves the lead to another queue.
     *
     * @param followUp by the business hours of that queue; an overdue lead stays overdue
     */
    void assign(ClinicId queue, StaffId by, Instant at, NextFollowUp followUp) {
        progress.requireOpen("assigned");
        refuseIfClaimedByAnother(by, at);
        var before = queueId;
        queueId = queue;
        keepTokens();
        rescheduleFollowUp(followUp, at);
        changed(by, at);
        registerEvent(new LeadEvent.Assigned(id(), before, queue));
    }

    /**
     * Reschedules the next follow-up unless the lead is overdue or its date is fixed. Nurture ends on the chosen day, a
     * booked consultation sets its own date, and a clinical review does not depend on the call window.
     */
    private void rescheduleFollowUp(NextFollowUp followUp, Instant at) {
        var isFixed =
                switch (status()) {
                    case NURTURE, CONSULTATION_BOOKED, CLINICAL_REVIEW -> true;
                    case NEW, ATTEMPTING, CONTACTED, CONSULTATION_HELD, CONVERTED, LOST, SPAM, MERGED -> false;
                };
        if (nextFollowUp().urgency(at) != Urgency.OVERDUE && !isFixed) {
            progress.followUp(followUp);
        }
    }

    /**
     * Edits the details of an open lead.
     *
     * @param followUp by the new call window and clinic; an overdue lead stays overdue
     * @throws IllegalStateException if the lead is closed
     */
    void correct(LeadDraft draft, StaffId by, Instant at, NextFollowUp followUp) {
        progress.requireOpen("corrected");
        var before = draft();
        person.describe(draft);
        queueId = draft.queue();
        keepTokens();
        rescheduleFollowUp(followUp, at);
        changed(by, at);
        registerEvent(new LeadEvent.Edited(id(), RecordVersions.changedFields(before, draft()), version() + 1));
    }

    /** Sets the background that the person gave and the reference of the request. */
    void tell(LeadBackground said) {
        background = said;
    }

    /**
     * Returns whether a new request of the same person joins this lead. A lead with a booked consultation is not called
     * before the consultation, and a request that needs clinical review must be able to reach it. In both cases the
     * request becomes a lead of its own.
     */
    boolean mayBeJoined(boolean mustBeReviewed) {
        return switch (status()) {
            case NEW, ATTEMPTING, CONTACTED, NURTURE, CLINICAL_REVIEW -> true;
            case CONSULTATION_HELD -> !mustBeReviewed;
            case CONSULTATION_BOOKED, CONVERTED, LOST, SPAM, MERGED -> false;
        };
    }

    /**
     * Returns whether a complete form is certainly from the person of this lead. A rejected form without a name is
     * identified by its contacts: they must be the same, and the form less than a day old.
     *
     * @param at when the complete form was received
     */
    boolean isOfPerson(LeadDraft later, Instant at) {
        var own = draft();
        if (!own.isNameless()) {
            return DuplicateScore.of(later.person(), own.person()).isSurelyOnePerson();
        }
        return isIncomplete()
                && Objects.equals(own.phone(), later.phone())
                && Objects.equals(own.email(), later.email())
                && at.isBefore(receivedAt().plus(NAMELESS_FOR));
    }

    /**
     * Records that the person sent the form again. Moves the next follow-up forward if the new request is due earlier,
     * never back.
     *
     * @param reference the reference that the person received for that request
     * @param followUp the follow-up that the new request alone would have
     */
    void askedAgain(String reference, NextFollowUp followUp, StaffId by, Instant at) {
        if (status() == LeadStatus.NURTURE) {
            wake(by, at, followUp);
        } else if (status() != LeadStatus.CLINICAL_REVIEW
                && followUp.overdueAt().isBefore(nextFollowUp().overdueAt())) {
            progress.followUp(followUp);
        }
        changed(by, at);
        registerEvent(new LeadEvent.AskedAgain(id(), reference));
    }

    /** Raises the review level if the new answers are more urgent. */
    void answeredMoreUrgently(FlagLevel level) {
        refuseIfNotInReview();
        reviewLevel = reviewLevel == null || level.compareTo(reviewLevel) < 0 ? level : reviewLevel;
    }

    boolean mayBeReviewed() {
        return status().next(status()).contains(LeadStatus.CLINICAL_REVIEW);
    }

    boolean mayBeSpam() {
        return status().next(status()).contains(LeadStatus.SPAM);
    }

    boolean isIncomplete() {
        return background.incomplete();
    }

    /** Marks the lead as spam from a bot. */
    void putAsideAsSpam(StaffId by, Instant at) {
        moveTo(LeadStatus.SPAM, null, by, at);
    }

    /**
     * Moves the lead to clinical review, which comes before any call.
     *
     * @param level the level of the most urgent positive answer
     * @param untaken overdue once nobody has taken the review by its deadline
     */
    void review(FlagLevel level, NextFollowUp untaken, StaffId by, Instant at) {
        var before = status();
        moveTo(LeadStatus.CLINICAL_REVIEW, untaken, by, at);
        progress.returnTo(before);
        reviewLevel = level;
        reviewSince = at;
    }

    /**
     * Records that a chiropractor takes the review.
     *
     * @throws IllegalStateException if a colleague has already taken it
     */
    void takeReview(NextFollowUp decideBy, StaffId by, Instant at) {
        refuseIfNotInReview();
        if (reviewTakenBy != null) {
            throw new IllegalStateException("A colleague looks after this person already");
        }
        reviewTakenBy = by;
        reviewTakenAt = at;
        progress.followUp(decideBy);
        changed(by, at);
        registerEvent(new LeadEvent.ReviewTaken(id()));
    }

    /**
     * Decides the clinical review. A cleared lead returns to its previous status and to the call queue; any other
     * outcome marks it as lost.
     *
     * @param followUp the next follow-up of a cleared lead; null for any other outcome
     * @throws IllegalArgumentException if the reason is missing or too long, with a message for the user
     */
    void decideReview(ReviewOutcome outcome, String reason, @Nullable NextFollowUp followUp, StaffId by, Instant at) {
        refuseIfNotInReview();
        var before = progress.before().orElse(LeadStatus.NEW);
        decisions.add(new LeadReviewDecision(outcome, reason, before, by, at));
        if (outcome == ReviewOutcome.CLEARED) {
            moveTo(before, followUp, by, at);
            countedFrom = at;
        } else {
            moveTo(LeadStatus.LOST, null, by, at);
            lostReason = outcome.label();
        }
        endReview();
        registerEvent(new LeadEvent.ReviewDecided(id(), outcome));
    }

    /**
     * Undoes a review decision and assigns the review to the person who undoes it. Only the person who decided may undo
     * it, within ten minutes, and only if nobody has changed the lead since.
     *
     * @throws IllegalStateException if it cannot be undone, with a message for the user
     */
    void undoReviewDecision(NextFollowUp decideBy, StaffId by, Instant at) {
        var last = decisions.stream()
                .max(Comparator.comparing(LeadReviewDecision::at))
                .orElseThrow(() -> new IllegalStateException("This lead has no decision"));
        last.requireUndoable(by, at);
        if (!changedAt.equals(last.at()) || !changedBy.equals(by)) {
            throw new IllegalStateException("Somebody has worked on this lead since: it cannot be undone any more");
        }
        last.undo(at);
        var from = status();
        stand(LeadStatus.CLINICAL_REVIEW, decideBy, by, at);
        progress.returnTo(last.statusBefore());
        lostReason = null;
        reviewTakenBy = by;
        reviewTakenAt = at;
        registerEvent(new LeadEvent.StatusChanged(id(), from, LeadStatus.CLINICAL_REVIEW));
        registerEvent(new LeadEvent.ReviewUndone(id()));
    }

    private void endReview() {
        progress.returnTo(null);
        reviewTakenBy = null;
        reviewTakenAt = null;
    }

    private void refuseInReview() {
        if (status() == LeadStatus.CLINICAL_REVIEW) {
            throw new IllegalStateException("A chiropractor looks after this person first");
        }
    }

    private void refuseIfMerged() {
        if (status() == LeadStatus.MERGED) {
            throw new IllegalStateException("This lead is merged into another of the same person: log the call there");
        }
    }

    private void refuseIfNotInReview() {
        if (status() != LeadStatus.CLINICAL_REVIEW) {
            throw new IllegalStateException("This lead is not in clinical review any more");
        }
    }

    LeadDraft draft() {
        return person.draft(LeadQueue.clinicOf(queueId));
    }

    /** Claims the lead, so that no colleague calls the same person. The claim expires on its own. */
    void claim(StaffId by, Instant at) {
        progress.requireOpen("claimed");
        refuseInReview();
        refuseIfClaimedByAnother(by, at);
        claim = LeadClaim.of(by, at);
        changed(by, at);
        registerEvent(new LeadEvent.Claimed(id()));
    }

    /** Ends the claim and returns the lead to the queue. */
    void release(StaffId by, Instant at) {
        claim = null;
        changed(by, at);
        registerEvent(new LeadEvent.Released(id(), by));
    }

    /**
     * Releases the claim of the person who holds it; does nothing if the lead is not claimed.
     *
     * @throws IllegalStateException if a colleague is calling this person now
     */
    void letGo(StaffId by, Instant at) {
        refuseIfClaimedByAnother(by, at);
        if (claim != null) {
            release(by, at);
        }
    }

    /**
     * Logs a call. A contacted lead stays contacted and a booked lead stays booked, whatever the outcome of a later
     * call.
     *
     * @param next the next follow-up; null if the call closes the lead
     */
    void called(Call call, StaffId by, Instant at, @Nullable NextFollowUp next) {
        refuseInReview();
        refuseIfMerged();
        refuseIfClaimedByAnother(by, at);
        var attempt = new CallAttempt(call, by, at);
        var outcome = call.outcome();
        if (outcome.leadsTo() == LeadStatus.LOST) {
            lose(call.why() == null ? outcome.label() : call.why(), by, at);
        } else if (status() == LeadStatus.CONSULTATION_BOOKED) {
            stand(status(), nextFollowUp(), by, at);
        } else if (status().hasFollowUp()) {
            stand(status(), next, by, at);
        } else {
            moveTo(outcome.leadsTo(), next, by, at);
        }
        person.called(outcome);
        attempts.add(attempt);
        milestones().called(outcome, by, at);
        registerEvent(new LeadEvent.Called(id(), outcome, call.note()));
    }

    /** Records the business time between receipt and a call, for the report. */
    void waited(Duration opening, Instant at) {
        milestones().waited(opening, at);
    }

    /**
     * Moves the lead to nurture until a date, when it becomes callable again.
     *
     * @throws IllegalArgumentException if that date is not in the future
     */
    void nurture(NextFollowUp until, StaffId by, Instant at) {
        if (!until.at().isAfter(at)) {
            throw new IllegalArgumentException("Choose a day in the future");
        }
        refuseIfClaimedByAnother(by, at);
        moveTo(LeadStatus.NURTURE, until, by, at);
    }

    /** Ends nurture and makes the lead due for a call, even if it is claimed. */
    void wake(StaffId by, Instant at, NextFollowUp followUp) {
        moveTo(LeadStatus.ATTEMPTING, followUp, by, at);
    }

    /** Marks the lead as lost, with a reason. */
    void lose(String reason, StaffId by, Instant at) {
        var stated = TextLimit.required("The reason", reason, 200);
        refuseInReview();
        refuseIfClaimedByAnother(by, at);
        moveTo(LeadStatus.LOST, null, by, at);
        lostReason = stated;
    }

    /**
     * Checks that a consultation can be booked, before anything is written.
     *
     * @throws IllegalStateException if the status does not allow a booking
     */
    void requireBookable() {
        var status = status();
        if (!status.next(status).contains(LeadStatus.CONSULTATION_BOOKED)) {
            throw new IllegalStateException(status.refusal(LeadStatus.CONSULTATION_BOOKED, status));
        }
    }

    /** Books a consultation; the next follow-up is due when it ends. */
    void book(UUID consultation, NextFollowUp ends, StaffId by, Instant at) {
        refuseIfClaimedByAnother(by, at);
        moveTo(LeadStatus.CONSULTATION_BOOKED, ends, by, at);
        consultationId = consultation;
    }

    /**
     * Applies the status that follows from a change to the consultation on the schedule. Does nothing if the lead has
     * another consultation or has moved on in the meantime.
     */
    void follow(UUID consultation, LeadStatus there, NextFollowUp followUp, StaffId by, Instant at) {
        if (!consultation.equals(consultationId) || !status().hasFollowUp()) {
            return;
        }
        var before = status();
        stand(there, followUp, by, at);
        if (there != before) {
            registerEvent(new LeadEvent.StatusChanged(id(), before, there));
        }
    }

    /** Returns the consultation that passes to the patient on conversion; empty if none is booked or was held. */
    Optional<UUID> consultation() {
        return status() == LeadStatus.CONSULTATION_BOOKED || status() == LeadStatus.CONSULTATION_HELD
                ? Optional.ofNullable(consultationId)
                : Optional.empty();
    }

    /** Returns the upcoming consultation; empty if none is booked. */
    Optional<UUID> bookedConsultation() {
        return status() == LeadStatus.CONSULTATION_BOOKED ? Optional.ofNullable(consultationId) : Optional.empty();
    }

    /** Closes the lead as converted to a patient. */
    void convert(PatientId patient, StaffId by, Instant at) {
        refuseIfClaimedByAnother(by, at);
        moveTo(LeadStatus.CONVERTED, null, by, at);
        convertedPatientId = patient;
        registerEvent(new LeadEvent.Converted(id(), patient));
    }

    /**
     * Merges this lead into another lead of the same person, which shows it from now on. This lead keeps its own rows.
     */
    void mergeInto(LeadId kept, StaffId by, Instant at) {
        refuseIfClaimedByAnother(by, at);
        var before = status();
        moveTo(LeadStatus.MERGED, null, by, at);
        progress.returnTo(before);
        registerEvent(new LeadEvent.Merged(id(), kept));
    }

    /** Undoes a merge and restores the status from before it. */
    void unmerge(LeadId kept, NextFollowUp followUp, StaffId by, Instant at) {
        if (status() != LeadStatus.MERGED) {
            throw new IllegalStateException("This lead is no longer merged with another lead");
        }
        moveTo(progress.before().orElseThrow(), followUp, by, at);
        progress.returnTo(null);
        countedFrom = at;
        registerEvent(new LeadEvent.Unmerged(id(), kept));
    }

    /** Reopens a lost lead or spam as a new lead; its response target starts now. */
    void reopen(String reason, NextFollowUp followUp, StaffId by, Instant at) {
        var stated = TextLimit.required("The reason", reason, 200);
        if (stated.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_REASON) {
            throw new IllegalArgumentException("Say in a few words why you reopen it");
        }
        if (status() != LeadStatus.LOST && status() != LeadStatus.SPAM) {
            throw new IllegalStateException("Only a lost or spam lead can be reopened");
        }
        moveTo(LeadStatus.NEW, followUp, by, at);
        lostReason = null;
        countedFrom = at;
        registerEvent(new LeadEvent.Reopened(id(), stated));
    }

    private void moveTo(LeadStatus next, @Nullable NextFollowUp followUp, StaffId by, Instant at) {
        progress.requireWayTo(next);
        var before = status();
        stand(next, followUp, by, at);
        if (next != before) {
            registerEvent(new LeadEvent.StatusChanged(id(), before, next));
        }
    }

    private void stand(LeadStatus there, @Nullable NextFollowUp followUp, StaffId by, Instant at) {
        var isLate = status() == LeadStatus.NEW && nextFollowUp().urgency(at) == Urgency.OVERDUE;
        progress.come(there, followUp);
        if (isLate) {
            milestones().responseTargetMissed();
        }
        milestones().reached(there, at);
        claim = null;
        changed(by, at);
    }

    private void refuseIfClaimedByAnother(StaffId by, Instant at) {
        if (claim != null && claim.keepsAway(by, at)) {
            throw new IllegalStateException("A colleague is calling this person now");
        }
    }

    boolean isClaimedBy(StaffId somebody) {
        return claim != null && claim.by().equals(somebody);
    }

    private void changed(StaffId by, Instant at) {
        changedBy = by;
        changedAt = at;
    }

    LeadId id() {
        return new LeadId(id);
    }

    long version() {
        return version == null ? -1 : version;
    }

    String concern() {
        return person.concern();
    }

    /** Returns why the lead was lost; empty if it was not. */
    String lostReason() {
        return lostReason == null ? "" : lostReason;
    }

    LeadBackground background() {
        return background;
    }

    Optional<NextFollowUp> followUp() {
        return progress.followUp();
    }

    Instant receivedAt() {
        return receivedAt;
    }

    LeadStatus status() {
        return progress.status();
    }

    @Nullable
    PhoneNumber phone() {
        return person.phone();
    }

    @Nullable
    EmailAddress email() {
        return person.email();
    }

    CallWindow window() {
        return person.window();
    }

    /**
     * Returns the next follow-up.
     *
     * @throws IllegalStateException if the lead is closed
     */
    NextFollowUp nextFollowUp() {
        return progress.nextFollowUp();
    }

    /** Null when loaded from the database before the first milestone. */
    private LeadMilestones milestones() {
        if (milestones == null) {
            milestones = new LeadMilestones();
        }
        return milestones;
    }

    /**
     * Returns whether the next follow-up depends on business hours. Nurture, a booked consultation and a clinical
     * review have their own dates.
     */
    boolean isCountedByHours() {
        return switch (status()) {
            case NEW, ATTEMPTING, CONTACTED, CONSULTATION_HELD -> true;
            case CONSULTATION_BOOKED, CONVERTED, NURTURE, CLINICAL_REVIEW, LOST, SPAM, MERGED -> false;
        };
    }

    /**
     * Returns the call window for the next follow-up: the one that the person gave, unless the time was agreed in a
     * call or follows a consultation.
     */
    CallWindow followUpWindow(CallWindow background) {
        return isCallAgreed() || status() == LeadStatus.CONSULTATION_HELD ? CallWindow.ANY_TIME : background;
    }

    /** Returns whether the next follow-up may follow a missed consultation, which does not wait for the call window. */
    boolean mayFollowMissedConsultation() {
        return status() == LeadStatus.CONTACTED && consultationId != null;
    }

    private boolean isCallAgreed() {
        return status() != LeadStatus.NEW
                && attempts.stream()
                        .max(Comparator.comparing(CallAttempt::at))
                        .filter(CallAttempt::isLaterCallAgreed)
                        .isPresent();
    }

    /**
     * Returns the time from which the next follow-up is calculated; for a new lead the time it was received or returned
     * to the queue.
     */
    Instant countedFrom() {
        if (status() != LeadStatus.NEW) {
            return nextFollowUp().at();
        }
        return countedFrom == null ? receivedAt : countedFrom;
    }

    ClinicId queueId() {
        return queueId;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Lead() {}
}
