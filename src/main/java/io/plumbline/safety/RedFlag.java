package io.plumbline.safety;

import io.plumbline.patients.attachments.AttachmentId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "red_flag")
class RedFlag extends Aggregate<RedFlag> {
    /** The most days for which a flag that is not a hold may be monitored before it is raised again. */
    private static final int MOST_MONITORED_DAYS = 90;

    /** The time within which the author of a decision may undo it. */
    static final Duration UNDONE_WITHIN = Duration.ofMinutes(10);

    @Enumerated(EnumType.STRING)
    private SubjectKind subjectKind;

    private UUID subjectId;
    private ClinicId clinicId;
    private String ruleId;
    private String rulesVersion;
    private String flag;

    @Enumerated(EnumType.STRING)
    @Column(name = "flag_level")
    private FlagLevel level;

    @Enumerated(EnumType.STRING)
    private FlagStatus status;

    private Instant raisedAt;
    private StaffId raisedBy;
    private @Nullable Instant decidedAt;
    private @Nullable StaffId decidedBy;
    private @Nullable String decisionReason;
    private @Nullable LocalDate monitoredUntil;
    private @Nullable Evidence evidence;

    /** Who proposed to clear it with the evidence: waits for a second clinician while the flag is not cleared. */
    private @Nullable Proposal proposal;

    private @Nullable Instant outcomeDueAt;
    private @Nullable Instant acknowledgedAt;
    private @Nullable StaffId acknowledgedBy;
    private @Nullable UUID foundIn;

    /** The state before the last decision, to which undo returns; null if anything else happened since. */
    private @Nullable FlagStanding before;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "flag_id", nullable = false, updatable = false)
    private List<RedFlagStep> steps = new ArrayList<>();

    /**
     * Raises a flag for a finding.
     *
     * @param foundIn the note in which it was found; null if it was found in none
     */
    static RedFlag raised(
            PatientId patient,
            ClinicId clinic,
            ScreeningRules rules,
            ScreeningRules.Finding finding,
            @Nullable ClinicalNoteId foundIn,
            StaffId by,
            Instant at) {
        var flag = new RedFlag();
        flag.id = Ids.next();
        flag.subjectKind = SubjectKind.PATIENT;
        flag.subjectId = patient.value();
        flag.clinicId = clinic;
        var rule = finding.rule();
        flag.ruleId = rule.id();
        flag.rulesVersion = rules.versionOf(rule);
        flag.flag = rule.flag();
        flag.level = finding.level();
        flag.status = FlagStatus.RAISED;
        flag.foundIn = foundIn == null ? null : foundIn.value();
        flag.raisedAt = at;
        flag.raisedBy = by;
        flag.registerEvent(new FlagEvent.Raised(flag.id(), patient, rule.id(), finding.level()));
        return flag;
    }

    /** Acknowledges the flag for somebody who may decide it; the flag stays open. */
    void acknowledge(StaffId by, Instant at) {
        moveTo(FlagStatus.ACKNOWLEDGED, StepKind.STATUS, by, at, "", null);
        acknowledgedBy = by;
        acknowledgedAt = at;
        registerEvent(new FlagEvent.Acknowledged(id(), patient()));
    }

    /**
     * Decides the flag. A proposal to clear it that waits for a second clinician ends with any other decision.
     *
     * @param shown the evidence that was judged, if the flag is cleared; null for every other decision
     * @param today the day at the clinic
     * @param outcomeDue when the outcome of a referral becomes overdue; null if none is awaited
     */
    void decide(
            FlagDecision decision,
            @Nullable Evidence shown,
            StaffId by,
            Instant at,
            LocalDate today,
            @Nullable Instant outcomeDue) {
        if (!FlagStatus.DECISIONS.contains(decision.to())) {
            throw new Refused("Choose a decision for this flag");
        }
        if (decision.to() == FlagStatus.MONITORED && level.isHold()) {
            throw new Refused("A flag of this level cannot be monitored. Its hold stays until the flag is cleared");
        }
        requireFuture(decision, today);
        requireEvidence(decision.to(), shown);
        var reason = ReasonWords.require(DecisionField.REASON, "The reason", decision.reason(), ReasonWords.LONGEST);
        var isAsked = decision.to() == status;
        var was = standing();
        evidence = shown;
        proposal = null;
        become(decision.to(), isAsked ? StepKind.OUTCOME_ASKED : StepKind.STATUS, by, at, reason, decision.until());
        decisionReason = reason;
        monitoredUntil = decision.until();
        outcomeDueAt = outcomeDue;
        decidedBy = by;
        decidedAt = at;
        before = was;
    }

    private FlagStanding standing() {
        return new FlagStanding(status, decidedAt, decidedBy, decisionReason, monitoredUntil, outcomeDueAt);
    }

    /**
     * Proposes to clear an emergency flag, which stays in force until a second clinician confirms it.
     *
     * @throws Refused if its status does not allow it, or another proposal waits
     */
    void proposeClearance(Evidence shown, String typed, StaffId by, Instant at) {
        if (!needsSecondClinician(shown)) {
            throw new IllegalStateException("Needs no second clinician");
        }
        if (!status.next(level).contains(FlagStatus.CLEARED)) {
            throw refusedFrom(FlagStatus.CLEARED);
        }
        if (waitsForSecond()) {
            throw new Refused("A proposal to clear this flag is already waiting: confirm, refuse or withdraw it first");
        }
        var reason = ReasonWords.require(DecisionField.REASON, "The reason", typed, ReasonWords.LONGEST);
        evidence = shown;
        proposal = new Proposal(by, at, reason);
        before = null;
        steps.add(new RedFlagStep(status, StepKind.PROPOSED, by, at, reason, null, shown));
        registerEvent(new ClearanceEvent.Proposed(id(), patient()));
    }

    /** Returns whether a clinician alone cannot clear the flag with this evidence. */
    boolean needsSecondClinician(Evidence shown) {
        return level == FlagLevel.E && !shown.isOutside();
    }

    /** Returns whether a proposal to clear the flag waits for a second clinician. */
    boolean waitsForSecond() {
        return proposal != null && status != FlagStatus.CLEARED;
    }

    /**
     * Clears the flag as a second clinician.
     *
     * @throws Refused if no proposal waits, or the same person made it
     */
    void confirmClearance(StaffId by, Instant at) {
        var proposed = requireProposal();
        if (by.equals(proposed.by())) {
            throw new Refused("You proposed this yourself: a second clinician confirms it");
        }
        var was = standing();
        become(FlagStatus.CLEARED, StepKind.STATUS, by, at, proposed.reason(), null);
        decisionReason = proposed.reason();
        outcomeDueAt = null;
        decidedBy = by;
        decidedAt = at;
        before = was;
        registerEvent(new ClearanceEvent.Confirmed(id(), patient(), proposed.by()));
    }

    /**
     * Refuses as a second clinician to clear the flag; it stays in force.
     *
     * @throws Refused if no proposal waits, the same person made it, or the reason says nothing
     */
    void refuseClearance(String typed, StaffId by, Instant at) {
        if (by.equals(requireProposal().by())) {
            throw new Refused("You proposed this yourself: withdraw it instead");
        }
        var reason = ReasonWords.require(DecisionField.REASON, "The reason", typed, ReasonWords.LONGEST);
        endProposal(StepKind.REFUSED, reason, by, at);
        registerEvent(new ClearanceEvent.Refused(id(), patient()));
    }

    /**
     * Withdraws the proposal to clear the flag; it stays in force.
     *
     * @return the reason of the proposal
     * @throws Refused if no proposal waits, or somebody else made it
     */
    String withdrawClearance(StaffId by, Instant at) {
        var proposed = requireProposal();
        if (!by.equals(proposed.by())) {
            throw new Refused("Only the person who proposed it can withdraw it: refuse it instead");
        }
        endProposal(StepKind.WITHDRAWN, "", by, at);
        registerEvent(new ClearanceEvent.Withdrawn(id(), patient()));
        return proposed.reason();
    }

    private void endProposal(StepKind kind, String reason, StaffId by, Instant at) {
        evidence = null;
        proposal = null;
        before = null;
        steps.add(new RedFlagStep(status, kind, by, at, reason, null, null));
    }

    private Proposal requireProposal() {
        if (proposal == null || !waitsForSecond()) {
            throw new Refused("Nobody proposes to clear this flag now");
        }
        return proposal;
    }

    /**
     * Records that the document of an outside examiner is on the patient's record.
     *
     * @throws Refused if none is asked for
     */
    void fileDocument(AttachmentId document, StaffId by, Instant at) {
        if (evidence == null || !evidence.isDocumentAwaited()) {
            throw new Refused("No document was requested");
        }
        evidence = evidence.with(document);
        steps.add(new RedFlagStep(status, StepKind.DOCUMENT_FILED, by, at, "", null, evidence));
        registerEvent(new ClearanceEvent.DocumentFiled(id(), patient()));
    }

    /**
     * Records that the referral of the flag was answered, so that the flag is to be decided again; it stays in force, and
     * whoever recorded the answer has acknowledged it. Does nothing if the flag awaits no answer.
     */
    void answered(StaffId by, Instant at) {
        if (!status.awaitsOutcome() || !isInForce()) {
            return;
        }
        var from = status;
        status = FlagStatus.ACKNOWLEDGED;
        acknowledgedBy = by;
        acknowledgedAt = at;
        outcomeDueAt = null;
        before = null;
        steps.add(new RedFlagStep(status, StepKind.ANSWERED, by, at, "", null, null));
        registerEvent(new FlagEvent.Decided(id(), patient(), from, status));
    }

    /**
     * Records that an amended note takes back the finding. The flag stays in force and keeps its status; if a chiropractor
     * is asked to decide it and it awaits the answer to a referral, that answer is due at once, so that the flag stands
     * with those to decide. Does nothing if the flag is not in force.
     */
    void takenBack(boolean isToDecide, StaffId by, Instant at) {
        if (!isInForce()) {
            return;
        }
        if (isToDecide && status.awaitsOutcome()) {
            outcomeDueAt = at;
        }
        before = null;
        steps.add(new RedFlagStep(
                status,
                StepKind.TAKEN_BACK,
                by,
                at,
                isToDecide ? "In force; a chiropractor is asked to decide" : "In force; it stays open",
                null,
                null));
        registerEvent(new FlagEvent.TakenBack(id(), patient(), isToDecide));
    }

    /** Returns the words of the decision that stands; null if there is none. */
    @Nullable
    String decisionReason() {
        return decisionReason;
    }

    /**
     * Undoes the last decision for its author, within ten minutes and only if nothing has happened to the flag since.
     * The flag returns to its previous state; the decision stays in its history.
     *
     * @throws Refused otherwise; the message is for the user
     */
    void undoDecision(StaffId by, Instant at) {
        var was = before;
        if (was == null || decidedAt == null) {
            throw new Refused("This flag has changed since the decision, which can no longer be undone");
        }
        if (!by.equals(decidedBy)) {
            throw new Refused("Only the person who decided can undo it");
        }
        if (at.isAfter(decidedAt.plus(UNDONE_WITHIN))) {
            throw new Refused("A decision can be undone for ten minutes; this one is older");
        }
        var from = status;
        status = was.status();
        decidedAt = was.decidedAt();
        decidedBy = was.decidedBy();
        decisionReason = was.reason();
        monitoredUntil = was.monitoredUntil();
        outcomeDueAt = was.outcomeDueAt();
        // a proposal that was confirmed waits again; a cleared flag is not decided again, so no decision replaces
        // evidence
        if (proposal == null) {
            evidence = null;
        }
        before = null;
        steps.add(new RedFlagStep(status, StepKind.UNDONE, by, at, "", monitoredUntil, null));
        registerEvent(new FlagDecisionUndone(id(), patient(), from, status));
    }

    private static void requireFuture(FlagDecision decision, LocalDate today) {
        var until = decision.until();
        if (decision.to() == FlagStatus.MONITORED ? until == null || !until.isAfter(today) : until != null) {
            throw new Refused(DecisionField.MONITORED_UNTIL, "Choose a future end date for monitoring");
        }
        if (until != null && until.isAfter(today.plusDays(MOST_MONITORED_DAYS))) {
            throw new Refused(
                    DecisionField.MONITORED_UNTIL,
                    "A flag can be monitored for at most " + MOST_MONITORED_DAYS + " days");
        }
    }

    private void requireEvidence(FlagStatus to, @Nullable Evidence shown) {
        if (to == FlagStatus.CLEARED ? shown == null : shown != null) {
            throw new Refused(
                    "To clear a flag, enter the evidence: who examined the patient, what was found, and when");
        }
        if (shown != null && needsSecondClinician(shown)) {
            throw new Refused(
                    "An emergency flag is cleared by a second clinician, or by an outside examiner's finding");
        }
    }

    /** Returns whether the flag still forbids what its level forbids. */
    boolean isInForce() {
        return status.isInForce(level);
    }

    /** Returns whether every chiropractor of the clinic may take it: a clinical hold that waits for a decision. */
    boolean isToTake() {
        return level.isHold()
                && (FlagStatus.AWAITING_DECISION.contains(status)
                        || proposal != null && FlagStatus.AWAITING_OUTCOME.contains(status));
    }

    Instant raisedAt() {
        return raisedAt;
    }

    /** Returns whether nothing is left to do and the flag will not return. */
    boolean isOver() {
        return !isInForce() && status != FlagStatus.MONITORED;
    }

    /** Returns whether this flag has the same rule as a finding of a screen and is at least as urgent. */
    boolean covers(ScreeningRules.Finding finding) {
        return ruleId.equals(finding.rule().id()) && level.compareTo(finding.level()) <= 0;
    }

    /** Returns whether this is another flag of the same rule and at least as urgent. */
    boolean covers(RedFlag other) {
        return !id.equals(other.id) && ruleId.equals(other.ruleId) && level.compareTo(other.level) <= 0;
    }

    /** Returns whether the day has come on which monitoring ends. */
    boolean isDue(LocalDate today) {
        return monitoredUntil != null && !monitoredUntil.isAfter(today);
    }

    /** Raises a monitored flag again, on its day. */
    void raiseAgain(StaffId by, Instant at) {
        become(FlagStatus.RAISED, StepKind.STATUS, by, at, "", null);
        monitoredUntil = null;
        acknowledgedAt = null;
        acknowledgedBy = null;
    }

    private void become(
            FlagStatus next, StepKind kind, StaffId by, Instant at, String reason, @Nullable LocalDate until) {
        var from = status;
        moveTo(next, kind, by, at, reason, until);
        registerEvent(new FlagEvent.Decided(id(), patient(), from, next));
    }

    private void moveTo(
            FlagStatus next, StepKind kind, StaffId by, Instant at, String reason, @Nullable LocalDate until) {
        if (!status.next(level).contains(next)) {
            throw refusedFrom(next);
        }
        status = next;
        before = null;
        steps.add(new RedFlagStep(next, kind, by, at, reason, until, next == FlagStatus.CLEARED ? evidence : null));
    }

    private Refused refusedFrom(FlagStatus next) {
        return new Refused("A flag that is " + status.label().toLowerCase(Locale.ROOT) + " cannot become "
                + next.label().toLowerCase(Locale.ROOT));
    }

    FlagId id() {
        return new FlagId(id);
    }

    PatientId patient() {
        return new PatientId(subjectId);
    }

    String rule() {
        return ruleId;
    }

    ClinicId clinic() {
        return clinicId;
    }

    String flag() {
        return flag;
    }

    /** Returns whether it was found in one of some notes. */
    boolean isFoundIn(Collection<ClinicalNoteId> notes) {
        return foundIn != null && notes.contains(new ClinicalNoteId(foundIn));
    }

    /** Returns whether it was raised from no note: by hand, or from what the patient answered. */
    boolean isFoundInNoNote() {
        return foundIn == null;
    }

    FlagLevel level() {
        return level;
    }

    FlagStatus status() {
        return status;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected RedFlag() {}
}
