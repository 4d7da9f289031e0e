package io.plumbline.leads;

import io.plumbline.leads.LeadEvent.Undone.Act;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.person.LeadBackground;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.RecordVersions;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "consultation_lead")
class Lead extends AbstractAggregateRoot<Lead> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private ClinicId queueId;

    @Embedded
    private LeadPerson person;

    @Embedded
    private LeadBackground background = LeadBackground.NOTHING;

    @Embedded
    private LeadProgress progress;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant movesOnAt;

    @Embedded
    private ClinicalReview review = new ClinicalReview();

    @Embedded
    private @Nullable LeadClaim claim;

    @Embedded
    private @Nullable LeadConsultation consultation;

    @Embedded
    private LeadMilestones milestones;

    private @Nullable PatientId convertedPatientId;
    private @Nullable Instant erasedAt;
    private @Nullable UUID operationId;

    @Embedded
    private LeadLog log = new LeadLog();

    /**
     * Creates a new lead.
     *
     * @param operation the idempotency key that keeps a form sent twice from creating two leads; null if there is none
     * @param followUp when the person is to be called first
     */
    static Lead received(
            LeadDraft draft, @Nullable OperationId operation, StaffId by, Instant at, NextFollowUp followUp) {
        var lead = new Lead();
        lead.id = LeadId.next().value();
        lead.queueId = draft.queue();
        // what is filled in later may be of somebody else who knows the phone number
        lead.person = LeadPerson.of(draft, by.equals(CurrentUser.SYSTEM.staff()) ? null : at);
        lead.progress = LeadProgress.asNew(followUp);
        lead.milestones = LeadMilestones.from(at, by);
        lead.operationId = operation == null ? null : operation.value();
        lead.changed(by, at, new LeadEvent.Received(lead.id()));
        return lead;
    }

    /** Moves the lead to another queue, with the follow-up by the business hours of that queue. */
    void assign(ClinicId queue, StaffId by, Instant at, NextFollowUp followUp) {
        progress.requireOpen("assigned");
        LeadClaim.requireFree(claim, by, at);
        var before = queueId;
        queueId = queue;
        person.findIn(queueId);
        progress = progress.reschedule(followUp, at);
        changed(by, at, new LeadEvent.Assigned(id(), before, queue));
    }

    /** Edits the details of an open lead, with the follow-up by the new call window and clinic. */
    void correct(LeadDraft draft, StaffId by, Instant at, NextFollowUp followUp) {
        progress.requireOpen("corrected");
        var before = draft();
        person.describe(draft, at);
        queueId = draft.queue();
        progress = progress.reschedule(followUp, at);
        changed(by, at, new LeadEvent.Edited(id(), RecordVersions.changedFields(before, draft()), version() + 1));
    }

    /** Sets the background that the person gave and the reference of the request. */
    void tell(LeadBackground said) {
        background = said;
    }

    /** Records that the person sent the form again, with the follow-up that the new request alone would have. */
    void askedAgain(String reference, NextFollowUp followUp, StaffId by, Instant at) {
        if (status() == LeadStatus.NURTURE) {
            wake(by, at, followUp);
        } else {
            progress = progress.bringForward(followUp);
        }
        changed(by, at, new LeadEvent.AskedAgain(id(), reference));
    }

    /** Marks the lead as spam: from a bot, or because somebody saw that it is. */
    void putAsideAsSpam(StaffId by, Instant at) {
        move(progress.moveTo(LeadStatus.SPAM, null), by, at);
    }

    /** Moves the lead to clinical review, which comes before any call. */
    void review(FlagLevel level, NextFollowUp untaken, StaffId by, Instant at) {
        move(progress.review(untaken), by, at);
        review.begin(level, at);
    }

    /** Raises the review level if the new answers are more urgent. */
    void answeredMoreUrgently(FlagLevel level) {
        progress.requireReview();
        review.raise(level);
    }

    /** Records that the person answered more, so that nobody decides without having seen it. */
    void answered(StaffId by, Instant at) {
        changed(by, at);
    }

    /** Records that a chiropractor takes the review. */
    void takeReview(NextFollowUp decideBy, StaffId by, Instant at) {
        progress.requireReview();
        review.take(by, at);
        progress = progress.followUpAt(decideBy);
        changed(by, at, new LeadEvent.ReviewTaken(id()));
    }

    /** Decides the clinical review; only a cleared lead has a follow-up. */
    void decideReview(ReviewOutcome outcome, String reason, @Nullable NextFollowUp followUp, StaffId by, Instant at) {
        var next = progress.reviewed(outcome, followUp, at);
        review.decide(new LeadReviewDecision(outcome, reason, progress.returnsTo(), by, at));
        move(next, by, at, new LeadEvent.ReviewDecided(id(), outcome));
    }

    /** Undoes a review decision and assigns the review to the person who undoes it. */
    void undoReviewDecision(NextFollowUp decideBy, StaffId by, Instant at) {
        var before = review.undo(by, at, log.changedBy(), log.changedAt());
        move(progress.reviewAgain(before, decideBy), by, at, new LeadEvent.ReviewUndone(id()));
    }

    /** Claims the lead, so that no colleague calls the same person. The claim expires on its own. */
    void claim(StaffId by, Instant at) {
        progress.requireOpen("claimed");
        progress.requireNoReview();
        LeadClaim.requireFree(claim, by, at);
        var before = before(Act.CLAIM, by, at);
        claim = LeadClaim.of(by, at);
        changed(by, at, new LeadEvent.Claimed(id()));
        log.mayReturnTo(before);
    }

    /**
     * Undoes the last action for the person who acted, within ten minutes and only if nothing has happened to the lead
     * since. Everything that the action changed returns; the action stays in the activity.
     *
     * @return when the action was done
     * @throws Refused otherwise; the message is for the user
     */
    Instant undo(StaffId by, Instant at) {
        var before = log.undo(by, at);
        var from = status();
        progress = before.progress();
        claim = before.claim();
        milestones = before.milestones();
        person.phoneWas(before.isPhoneWrong());
        changed(by, at, new LeadEvent.Undone(id(), before.act(), from, status(), log.noteOf(before)));
        return before.doneAt();
    }

    private LeadBefore before(Act act, StaffId by, Instant at) {
        return new LeadBefore(act, progress, claim, milestones, person.isPhoneWrong(), by, at);
    }

    /** Ends the claim and returns the lead to the queue. */
    void release(StaffId by, Instant at) {
        claim = null;
        changed(by, at, new LeadEvent.Released(id(), by));
    }

    /** Releases the claim of the person who holds it; does nothing if the lead is not claimed. */
    void letGo(StaffId by, Instant at) {
        LeadClaim.requireFree(claim, by, at);
        if (claim != null) {
            release(by, at);
        }
    }

    /** Logs a call; a call that closes the lead has no next follow-up. */
    void called(Call call, StaffId by, Instant at, @Nullable NextFollowUp next) {
        LeadClaim.requireFree(claim, by, at);
        var before = before(Act.CALL, by, at);
        var after = progress.called(call, next);
        var attempt = new CallAttempt(call, by, at);
        log.add(attempt);
        move(after, by, at, new LeadEvent.Called(id(), call.outcome(), call.note()));
        person.called(call.outcome());
        milestones.called(call.outcome(), by, at);
        // an e-mail may be on its way
        if (call.outcome() != CallOutcome.MAIL_SENT) {
            before.logs(attempt);
            log.mayReturnTo(before);
        }
    }

    /** Records the business time between receipt and a call, for the report. */
    void waited(Duration opening, Instant at) {
        milestones.waited(opening, at);
    }

    /** Moves the lead to nurture until a date, when it becomes callable again. */
    void nurture(NextFollowUp until, StaffId by, Instant at) {
        LeadClaim.requireFree(claim, by, at);
        var before = before(Act.MOVE, by, at);
        move(progress.nurture(until, at), by, at);
        log.mayReturnTo(before);
    }

    /** Ends nurture and makes the lead due for a call, even if it is claimed. */
    void wake(StaffId by, Instant at, NextFollowUp followUp) {
        move(progress.moveTo(LeadStatus.ATTEMPTING, followUp), by, at);
    }

    /** Marks the lead as lost, with a reason. */
    void lose(String reason, StaffId by, Instant at) {
        LeadClaim.requireFree(claim, by, at);
        var before = before(Act.MOVE, by, at);
        move(progress.lose(reason), by, at);
        log.mayReturnTo(before);
    }

    /** Books a consultation; the next follow-up is due when it ends. */
    void book(AppointmentId appointment, NextFollowUp ends, StaffId by, Instant at) {
        LeadClaim.requireFree(claim, by, at);
        move(progress.moveTo(LeadStatus.CONSULTATION_BOOKED, ends), by, at);
        consultation = LeadConsultation.of(appointment);
    }

    /**
     * Applies the status that follows from a change to the consultation on the schedule. Does nothing if the lead has
     * another consultation or has moved on in the meantime.
     */
    void follow(AppointmentId appointment, LeadStatus there, NextFollowUp followUp, StaffId by, Instant at) {
        if (consultation != null && consultation.isFollowed(appointment, status()) && !progress.isAt(there, followUp)) {
            move(progress.standAt(there, followUp), by, at);
        }
    }

    /**
     * Returns whether this is still the consultation of the lead, and the lead is as the end of it left it or as it was
     * before.
     */
    boolean waitsFor(AppointmentId appointment) {
        return consultation != null
                && consultation.isFollowed(appointment, status())
                && status() != LeadStatus.CONSULTATION_HELD;
    }

    /** Closes the lead as converted to a patient. */
    void convert(PatientId patient, StaffId by, Instant at) {
        LeadClaim.requireFree(claim, by, at);
        move(progress.moveTo(LeadStatus.CONVERTED, null), by, at, new LeadEvent.Converted(id(), patient));
        convertedPatientId = patient;
    }

    /**
     * Merges this lead into another lead of the same person, which shows it from now on. This lead keeps its own rows.
     */
    void mergeInto(LeadId kept, StaffId by, Instant at) {
        LeadClaim.requireFree(claim, by, at);
        move(progress.merge(), by, at, new LeadEvent.Merged(id(), kept));
    }

    /** Undoes a merge and restores the status from before it. */
    void unmerge(LeadId kept, NextFollowUp followUp, StaffId by, Instant at) {
        move(progress.unmerge(followUp, at), by, at, new LeadEvent.Unmerged(id(), kept));
    }

    /** Reopens a lost lead or spam as a new lead; its response target starts now. */
    void reopen(String reason, NextFollowUp followUp, StaffId by, Instant at) {
        var reopened = new LeadEvent.Reopened(id(), reason);
        var before = before(Act.REOPENING, by, at);
        move(progress.reopen(followUp, at), by, at, reopened);
        log.mayReturnTo(before);
    }

    /**
     * Returns whether the person may be erased: nobody has touched the lead since an instant and, if it is open, nothing
     * has been due since. What is booked, in clinical review or converted is never erased.
     */
    boolean mayBeErased(Instant untouchedSince) {
        if (erasedAt != null || !log.isUntouchedSince(untouchedSince)) {
            return false;
        }
        return switch (status()) {
            case LOST, SPAM, MERGED -> true;
            case NEW, ATTEMPTING, CONTACTED, CONSULTATION_HELD, NURTURE ->
                !progress.requireFollowUp().at().isAfter(untouchedSince);
            case CONSULTATION_BOOKED, CLINICAL_REVIEW, CONVERTED -> false;
        };
    }

    /** Erases the person, and closes the lead if it is open. What the report counts stays. */
    void erase(StaffId by, Instant at) {
        var closed = progress.erased();
        if (closed.status() == status()) {
            progress = closed;
            log.keepLast();
        } else {
            move(closed, by, at);
        }
        person.erase();
        background = background.erased();
        erasedAt = at;
        registerEvent(new LeadEvent.Erased(id()));
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** Ends the claim, as every change of status does, and notes what the report counts. */
    private void move(LeadProgress next, StaffId by, Instant at, LeadEvent... events) {
        var before = progress;
        progress = next;
        if (before.isResponseTargetMissed(at)) {
            milestones.responseTargetMissed();
        }
        milestones.reached(status(), at);
        claim = null;
        if (status() != before.status()) {
            registerEvent(new LeadEvent.StatusChanged(id(), before.status(), status()));
        }
        changed(by, at, events);
    }

    private void changed(StaffId by, Instant at, LeadEvent... events) {
        log.changed(by, at);
        Stream.of(events).forEach(this::registerEvent);
    }

    LeadId id() {
        return new LeadId(id);
    }

    long version() {
        return version == null ? -1 : version;
    }

    ClinicId queueId() {
        return queueId;
    }

    Instant receivedAt() {
        return milestones.receivedAt();
    }

    LeadDraft draft() {
        return person.draft(LeadQueue.clinicOf(queueId));
    }

    /** Returns when staff recorded the e-mail address; null if the person gave it. */
    @Nullable
    Instant emailRecordedAt() {
        return person.emailRecordedAt();
    }

    LeadMilestones milestones() {
        return milestones;
    }

    LeadBackground background() {
        return background;
    }

    LeadProgress progress() {
        return progress;
    }

    LeadStatus status() {
        return progress.status();
    }

    Optional<LeadConsultation> consultation() {
        return Optional.ofNullable(consultation);
    }

    boolean isClaimedBy(StaffId somebody) {
        return claim != null && claim.by().equals(somebody);
    }

    /**
     * Returns the call window for the next follow-up: the one that the person gave, unless the time was agreed in a
     * call or follows a consultation.
     */
    CallWindow followUpWindow(CallWindow given) {
        return isCallAgreed() || status() == LeadStatus.CONSULTATION_HELD ? CallWindow.ANY_TIME : given;
    }

    private boolean isCallAgreed() {
        return status() != LeadStatus.NEW && log.isLaterCallAgreed();
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Lead() {}
}
