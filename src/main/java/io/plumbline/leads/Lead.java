package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.RecordVersions;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.TextLimit;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "consultation_lead")
class Lead extends AbstractAggregateRoot<Lead> {
    /** The queue that is no clinic's. */
    static final ClinicId GROUP = new ClinicId(new UUID(0, 0));

    /** Letters and digits of a reason that says something. */
    private static final int SHORTEST_REASON = 5;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private ClinicId queueId;

    @Embedded
    private LeadPerson person;

    @Embedded
    private LeadStanding standing;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant movesOnAt;

    @Embedded
    private LeadTold told = LeadTold.NOTHING;

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
     * A lead that has just come in.
     *
     * @param operation what makes sending the same form twice one lead; null where nothing can be sent twice
     * @param touch when they are to be called first
     */
    static Lead received(LeadDraft draft, @Nullable UUID operation, StaffId by, Instant at, NextTouch touch) {
        var lead = new Lead();
        lead.id = LeadId.next().value();
        lead.queueId = queueOf(draft);
        lead.person = LeadPerson.of(draft);
        lead.standing = LeadStanding.asNew(touch);
        lead.receivedAt = at;
        lead.operationId = operation;
        lead.keepTokens();
        lead.changed(by, at);
        lead.registerEvent(new LeadReceived(lead.id()));
        return lead;
    }

    /** Whose lead it is. */
    static ClinicId queueOf(LeadDraft draft) {
        return draft.clinic() == null ? GROUP : draft.clinic();
    }

    private void keepTokens() {
        var now = person.tokens(queueId);
        tokens.retainAll(now);
        tokens.addAll(now);
    }

    /**
     * Puts the lead into another queue.
     *
     * @param touch by the clock of that queue; what is late already stays late
     */
    void assign(ClinicId queue, StaffId by, Instant at, NextTouch touch) {
        standing.requireOpen("assigned");
        refuseIfClaimedByAnother(by, at);
        var before = queueId;
        queueId = queue;
        keepTokens();
        touchAnew(touch, at);
        changed(by, at);
        registerEvent(new LeadAssigned(id(), before, queue));
    }

    /**
     * What is late stays late, what rests goes on resting, who is booked comes when that is, and a clinical review waits
     * for no call window.
     */
    private void touchAnew(NextTouch touch, Instant at) {
        var isFixed =
                switch (status()) {
                    case NURTURE, CONSULTATION_BOOKED, CLINICAL_REVIEW -> true;
                    case NEW, ATTEMPTING, CONTACTED, CONSULTATION_HELD, CONVERTED, LOST, SPAM, MERGED -> false;
                };
        if (nextTouch().urgency(at) != Urgency.OVERDUE && !isFixed) {
            standing.touch(touch);
        }
    }

    /**
     * Corrects what was told; a lead that is closed stays as it was.
     *
     * @param touch by the times and the clinic that are told now; what is late already stays late
     */
    void correct(LeadDraft draft, StaffId by, Instant at, NextTouch touch) {
        standing.requireOpen("corrected");
        var before = draft();
        person.describe(draft);
        queueId = queueOf(draft);
        keepTokens();
        touchAnew(touch, at);
        changed(by, at);
        registerEvent(new LeadCorrected(id(), RecordVersions.changedFields(before, draft()), version() + 1));
    }

    /** Says what else the person told us, and what we call their request. */
    void tell(LeadTold said) {
        told = said;
    }

    /**
     * Whether somebody who asks again joins this lead. Who is booked is not called before the consultation, and what must
     * be reviewed has to come there: then the request is a lead of its own.
     */
    boolean mayBeJoined(boolean mustBeReviewed) {
        return switch (status()) {
            case NEW, ATTEMPTING, CONTACTED, NURTURE, CLINICAL_REVIEW -> true;
            case CONSULTATION_HELD -> !mustBeReviewed;
            case CONSULTATION_BOOKED, CONVERTED, LOST, SPAM, MERGED -> false;
        };
    }

    /**
     * Notes that the person filled the form again: they are called as soon as that asks for, and never later than before.
     *
     * @param reference what we call that request to them
     * @param touch when the new request alone would be answered
     */
    void askedAgain(String reference, NextTouch touch, StaffId by, Instant at) {
        if (status() == LeadStatus.NURTURE) {
            wake(by, at, touch);
        } else if (status() != LeadStatus.CLINICAL_REVIEW
                && touch.overdueAt().isBefore(nextTouch().overdueAt())) {
            standing.touch(touch);
        }
        changed(by, at);
        registerEvent(new LeadAskedAgain(id(), reference));
    }

    /** Raises the lead in the chiropractors' list where somebody answered more urgently than before. */
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
        return told.incomplete();
    }

    /** Puts the lead aside as a machine's, not a person's. */
    void putAsideAsSpam(StaffId by, Instant at) {
        moveTo(LeadStatus.SPAM, null, by, at);
    }

    /**
     * Gives the lead to a chiropractor, before anybody else does anything for it.
     *
     * @param level of the most urgent yes
     * @param untaken late once nobody has taken it for as long as is promised
     */
    void review(FlagLevel level, NextTouch untaken, StaffId by, Instant at) {
        var before = status();
        moveTo(LeadStatus.CLINICAL_REVIEW, untaken, by, at);
        standing.returnTo(before);
        reviewLevel = level;
        reviewSince = at;
    }

    /** Notes who looks after the lead in clinical review. */
    void takeReview(NextTouch decideBy, StaffId by, Instant at) {
        refuseIfNotInReview();
        if (reviewTakenBy != null) {
            throw new IllegalStateException("A colleague looks after this person already");
        }
        reviewTakenBy = by;
        reviewTakenAt = at;
        standing.touch(decideBy);
        changed(by, at);
        registerEvent(new LeadReviewTaken(id()));
    }

    /**
     * Decides the clinical review: a cleared lead goes back to those who call, as it was before; any other is lost.
     *
     * @param touch of the cleared lead; null for any other
     * @throws IllegalArgumentException if the reason is missing or too long, in words for who typed it
     */
    void decideReview(ReviewOutcome outcome, String reason, @Nullable NextTouch touch, StaffId by, Instant at) {
        refuseIfNotInReview();
        var before = standing.before().orElse(LeadStatus.NEW);
        decisions.add(new LeadReviewDecision(outcome, reason, before, by, at));
        if (outcome == ReviewOutcome.CLEARED) {
            moveTo(before, touch, by, at);
            countedFrom = at;
        } else {
            moveTo(LeadStatus.LOST, null, by, at);
            lostReason = outcome.word();
        }
        endReview();
        registerEvent(new LeadReviewDecided(id(), outcome));
    }

    /**
     * Puts the lead back into clinical review as who decided it, within ten minutes and while nobody has worked on it
     * since; whoever undoes a decision looks after the person.
     *
     * @throws IllegalStateException otherwise, in words for who tried
     */
    void undoReviewDecision(NextTouch decideBy, StaffId by, Instant at) {
        var last = decisions.stream()
                .max(Comparator.comparing(LeadReviewDecision::at))
                .orElseThrow(() -> new IllegalStateException("Nothing was decided about this lead"));
        last.requireUndoable(by, at);
        if (!changedAt.equals(last.at()) || !changedBy.equals(by)) {
            throw new IllegalStateException("Somebody has worked on this lead since: it cannot be undone any more");
        }
        last.undo(at);
        var from = status();
        stand(LeadStatus.CLINICAL_REVIEW, decideBy, by, at);
        standing.returnTo(last.statusBefore());
        lostReason = null;
        reviewTakenBy = by;
        reviewTakenAt = at;
        registerEvent(new LeadMoved(id(), from, LeadStatus.CLINICAL_REVIEW));
        registerEvent(new LeadReviewUndone(id()));
    }

    private void endReview() {
        standing.returnTo(null);
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
        return person.draft(queueId.equals(GROUP) ? null : queueId);
    }

    /** Takes the lead, so that no colleague calls the same person; the claim lapses by itself. */
    void claim(StaffId by, Instant at) {
        standing.requireOpen("claimed");
        refuseInReview();
        refuseIfClaimedByAnother(by, at);
        claim = LeadClaim.of(by, at);
        changed(by, at);
        registerEvent(new LeadClaimed(id()));
    }

    /** Gives the lead back to the queue: who claimed it does not call any more. */
    void release(StaffId by, Instant at) {
        claim = null;
        changed(by, at);
        registerEvent(new LeadReleased(id(), by));
    }

    /**
     * Gives the lead back as who claimed it.
     *
     * @throws IllegalStateException if a colleague calls this person now
     */
    void letGo(StaffId by, Instant at) {
        refuseIfClaimedByAnother(by, at);
        if (claim != null) {
            release(by, at);
        }
    }

    /**
     * Logs a call. Who was reached once stays contacted, whatever comes of a later call, and who is booked stays booked.
     *
     * @param next when somebody has to do something next; null where the call ends the lead
     */
    void called(Call call, StaffId by, Instant at, @Nullable NextTouch next) {
        refuseInReview();
        refuseIfMerged();
        refuseIfClaimedByAnother(by, at);
        var attempt = new CallAttempt(call, by, at);
        var outcome = call.outcome();
        if (outcome.leadsTo() == LeadStatus.LOST) {
            lose(call.why() == null ? outcome.word() : call.why(), by, at);
        } else if (status() == LeadStatus.CONSULTATION_BOOKED) {
            stand(status(), nextTouch(), by, at);
        } else if (status().isInTouch()) {
            stand(status(), next, by, at);
        } else {
            moveTo(outcome.leadsTo(), next, by, at);
        }
        person.called(outcome);
        attempts.add(attempt);
        milestones().called(outcome, by, at);
        registerEvent(new LeadCalled(id(), outcome));
    }

    /** Notes how much opening time lay between the receipt and a call, for the report. */
    void waited(Duration opening, Instant at) {
        milestones().waited(opening, at);
    }

    /** Lets the lead rest until a date; then it wakes. */
    void nurture(NextTouch until, StaffId by, Instant at) {
        if (!until.at().isAfter(at)) {
            throw new IllegalArgumentException("A lead rests until a day in the future");
        }
        refuseIfClaimedByAnother(by, at);
        moveTo(LeadStatus.NURTURE, until, by, at);
    }

    /** Ends the rest: the lead is called now, whoever may hold it. */
    void wake(StaffId by, Instant at, NextTouch touch) {
        moveTo(LeadStatus.ATTEMPTING, touch, by, at);
    }

    /** Gives the lead up, with a reason. */
    void lose(String reason, StaffId by, Instant at) {
        var stated = TextLimit.required("The reason", reason, 200);
        refuseInReview();
        refuseIfClaimedByAnother(by, at);
        moveTo(LeadStatus.LOST, null, by, at);
        lostReason = stated;
    }

    /** Refuses where no consultation can be booked, before anything is. */
    void requireBookable() {
        var status = status();
        if (!status.next(status).contains(LeadStatus.CONSULTATION_BOOKED)) {
            throw new IllegalStateException(status.refusal(LeadStatus.CONSULTATION_BOOKED, status));
        }
    }

    /** Books a consultation, on whose end somebody looks at the lead again. */
    void book(UUID consultation, NextTouch ends, StaffId by, Instant at) {
        refuseIfClaimedByAnother(by, at);
        moveTo(LeadStatus.CONSULTATION_BOOKED, ends, by, at);
        consultationId = consultation;
    }

    /**
     * Goes where its consultation leads that is marked or moved on the schedule. A lead that has gone another way
     * meanwhile stays there.
     */
    void follow(UUID consultation, LeadStatus there, NextTouch touch, StaffId by, Instant at) {
        if (!consultation.equals(consultationId) || !status().isInTouch()) {
            return;
        }
        var before = status();
        stand(there, touch, by, at);
        if (there != before) {
            registerEvent(new LeadMoved(id(), before, there));
        }
    }

    /** The consultation that becomes the patient's with it; empty where none is booked and none was held. */
    Optional<UUID> consultation() {
        return status() == LeadStatus.CONSULTATION_BOOKED || status() == LeadStatus.CONSULTATION_HELD
                ? Optional.ofNullable(consultationId)
                : Optional.empty();
    }

    /** The consultation that is still to come; empty where none is. */
    Optional<UUID> bookedConsultation() {
        return status() == LeadStatus.CONSULTATION_BOOKED ? Optional.ofNullable(consultationId) : Optional.empty();
    }

    /** Ends the lead as a patient of ours. */
    void convert(PatientId patient, StaffId by, Instant at) {
        refuseIfClaimedByAnother(by, at);
        moveTo(LeadStatus.CONVERTED, null, by, at);
        convertedPatientId = patient;
        registerEvent(new LeadConverted(id(), patient));
    }

    /** Puts the lead behind another of the same person, under which it is read from now on; its own rows stay. */
    void mergeInto(LeadId kept, StaffId by, Instant at) {
        refuseIfClaimedByAnother(by, at);
        var before = status();
        moveTo(LeadStatus.MERGED, null, by, at);
        standing.returnTo(before);
        registerEvent(new LeadMerged(id(), kept));
    }

    /** Makes a merged lead one of its own again, where it stood before. */
    void unmerge(LeadId kept, NextTouch touch, StaffId by, Instant at) {
        if (status() != LeadStatus.MERGED) {
            throw new IllegalStateException("This lead is not merged with another any more");
        }
        moveTo(standing.before().orElseThrow(), touch, by, at);
        standing.returnTo(null);
        countedFrom = at;
        registerEvent(new LeadUnmerged(id(), kept));
    }

    /** Opens a lead again that was given up or put aside: it is new, and its promise runs from now. */
    void reopen(String reason, NextTouch touch, StaffId by, Instant at) {
        var stated = TextLimit.required("The reason", reason, 200);
        if (stated.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_REASON) {
            throw new IllegalArgumentException("Say in a few words why it is opened again");
        }
        if (status() != LeadStatus.LOST && status() != LeadStatus.SPAM) {
            throw new IllegalStateException("Only a lead that was given up or put aside is opened again");
        }
        moveTo(LeadStatus.NEW, touch, by, at);
        lostReason = null;
        countedFrom = at;
        registerEvent(new LeadReopened(id(), stated));
    }

    private void moveTo(LeadStatus next, @Nullable NextTouch touch, StaffId by, Instant at) {
        standing.requireWayTo(next);
        var before = status();
        stand(next, touch, by, at);
        if (next != before) {
            registerEvent(new LeadMoved(id(), before, next));
        }
    }

    private void stand(LeadStatus there, @Nullable NextTouch touch, StaffId by, Instant at) {
        var isLate = status() == LeadStatus.NEW && nextTouch().urgency(at) == Urgency.OVERDUE;
        standing.come(there, touch);
        if (isLate) {
            milestones().promiseBroken();
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

    /** Why it was given up; empty where it was not. */
    String lostReason() {
        return lostReason == null ? "" : lostReason;
    }

    LeadTold told() {
        return told;
    }

    Optional<NextTouch> touch() {
        return standing.touch();
    }

    Instant receivedAt() {
        return receivedAt;
    }

    LeadStatus status() {
        return standing.status();
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
     * @throws IllegalStateException if the lead is closed
     */
    NextTouch nextTouch() {
        return standing.nextTouch();
    }

    /** Read from the store it is null while nothing has happened yet. */
    private LeadMilestones milestones() {
        if (milestones == null) {
            milestones = new LeadMilestones();
        }
        return milestones;
    }

    /** Whether its next touch follows the hours of who calls: it does not rest, and no clinician looks at it. */
    boolean isCountedByHours() {
        return switch (status()) {
            case NEW, ATTEMPTING, CONTACTED, CONSULTATION_HELD -> true;
            case CONSULTATION_BOOKED, CONVERTED, NURTURE, CLINICAL_REVIEW, LOST, SPAM, MERGED -> false;
        };
    }

    /**
     * The times in which its next touch is counted: those that they told, unless the call was agreed on the telephone or
     * follows a consultation.
     */
    CallWindow windowOfTouch(CallWindow told) {
        return isCallAgreed() || status() == LeadStatus.CONSULTATION_HELD ? CallWindow.ANY_TIME : told;
    }

    /** Whether its next touch may follow a consultation that nobody came to, which waits for none of their times. */
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

    /** From when its next touch is counted: a new one's from when it came in, or came back. */
    Instant countedFrom() {
        if (status() != LeadStatus.NEW) {
            return nextTouch().at();
        }
        return countedFrom == null ? receivedAt : countedFrom;
    }

    ClinicId queueId() {
        return queueId;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Lead() {}
}
