package io.plumbline.safety;

import io.plumbline.access.ReasonUseStore;
import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Red flags: who sees them, and the decisions that chiropractors make on them. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FLAG_READ)
public class SafetyService {
    private static final int MOST_FLAGS = 200;

    private final RedFlags flags;
    private final FlagLoader loader;
    private final EvidenceRules evidenceRules;
    private final OpenFlagQuery openFlagQuery;
    private final DecidedFlagQuery decidedFlags;
    private final PatientFlagQuery patientFlagQuery;
    private final OutcomeClock outcomes;
    private final FlagEffects effects;
    private final ReasonUseStore reasons;
    private final ClinicService clinics;
    private final RelationService relations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SafetyService(
            RedFlags flags,
            FlagLoader loader,
            EvidenceRules evidenceRules,
            OpenFlagQuery openFlagQuery,
            DecidedFlagQuery decidedFlags,
            PatientFlagQuery patientFlagQuery,
            OutcomeClock outcomes,
            FlagEffects effects,
            ReasonUseStore reasons,
            ClinicService clinics,
            RelationService relations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.flags = flags;
        this.loader = loader;
        this.evidenceRules = evidenceRules;
        this.openFlagQuery = openFlagQuery;
        this.decidedFlags = decidedFlags;
        this.patientFlagQuery = patientFlagQuery;
        this.outcomes = outcomes;
        this.effects = effects;
        this.reasons = reasons;
        this.clinics = clinics;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of the open red flags of the current user's patients, and of the emergency and urgent ones that the
     * current user may take, most urgent first, and per level longest waiting first. The list is recorded in the audit
     * trail.
     *
     * @param after the last row of the previous page, which may be an item of another module; null for the first page
     */
    @Transactional
    public List<ReviewItem> open(FlagFilter filter, @Nullable ReviewItem after, int limit) {
        events.publishEvent(new FlagEvent.Listed(CurrentUser.current().staff()));
        return openFlagQuery.page(reach(), filter, after, limit);
    }

    /**
     * The first open red flags of the current user's patients, and of those that the current user may take.
     *
     * @param count how many are open; exact below 1,000
     * @param mayBeTold whether colleagues opened records of sensitive patients for whom the current user is named, so that one
     *     statement tells both; true if no flag is open, where it is not known
     */
    public record FirstFlags(List<ReviewItem> rows, long count, boolean mayBeTold) {
        public FirstFlags {
            rows = List.copyOf(rows);
        }
    }

    /** Returns the first open red flags, as {@link #open(FlagFilter, ReviewItem, int)} does, and how many there are. */
    @Transactional
    public FirstFlags firstOpen(int limit) {
        events.publishEvent(new FlagEvent.Listed(CurrentUser.current().staff()));
        return openFlagQuery.first(reach(), limit);
    }

    /**
     * Returns an open red flag of the current user's list; empty if it is decided, or not on the list. The view is recorded
     * in the audit trail.
     */
    @Transactional
    public Optional<ReviewItem> open(FlagId id) {
        events.publishEvent(new FlagEvent.Listed(CurrentUser.current().staff()));
        return openFlagQuery.find(reach(), id);
    }

    private OpenFlagQuery.Reach reach() {
        var user = CurrentUser.current();
        return new OpenFlagQuery.Reach(
                user.staff(),
                relations.scope().patients(),
                user.clinicsAs(Role.CHIROPRACTOR),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /**
     * Returns the red flags in force of those of some patients who are in relation to the current user, most urgent first.
     * The view is recorded in the audit trail.
     */
    @Transactional
    @Requires(Permission.FLAG_OF_PATIENT)
    public List<FlagRow> openOf(Collection<PatientId> some, int limit) {
        var mine = relations.scope().patients();
        events.publishEvent(new FlagEvent.Listed(CurrentUser.current().staff()));
        return openFlagQuery.inForce(some.stream().filter(mine::contains).toList(), limit);
    }

    /** Returns how many red flags are on the current user's list; exact below 1,000. */
    public long countOpen() {
        return openFlagQuery.count(reach());
    }

    /** Returns when a red flag of the current user's patients was last decided; empty if none was. */
    public Optional<Instant> lastDecided() {
        return decidedFlags.lastDecided(relations.scope().patients());
    }

    /**
     * Returns the red flags of a patient, those in force first; empty if the patient is not in relation to the current user.
     */
    @Requires(Permission.FLAG_OF_PATIENT)
    public List<FlagDetails> findByPatient(PatientId patient) {
        var scope = relations.scopeOf(patient);
        return scope.isClinical(patient) ? patientFlagQuery.findByPatient(scope.patients()) : List.of();
    }

    /**
     * Returns the red flags of a patient whose chart the current user has open, those in force first; empty for
     * non-clinicians.
     */
    @Requires(Permission.FLAG_OF_PATIENT)
    public List<FlagDetails> findByPatient(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : patientFlagQuery.findByPatient(opened.records());
    }

    /**
     * Acknowledges a red flag of a patient in relation to the current user; the flag and its hold stay open.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague acknowledged or decided it in the meantime
     * @throws Refused if its status does not allow it
     */
    @Transactional
    @Requires(Permission.FLAG_DECIDE)
    public void acknowledge(FlagId id, long version) {
        var flag = loader.lock(id, version);
        flag.acknowledge(CurrentUser.current().staff(), clock.instant());
        flags.saveAndFlush(flag);
    }

    /**
     * Decides a red flag of a patient in relation to the current user. Its hold ends once it is cleared with evidence or, if
     * its level allows, monitored. A referral ends no hold, and starts the clock of its outcome. An emergency flag is cleared
     * at once by the finding of an outside examiner alone; by that of a clinician of the clinic it is proposed to be
     * cleared, and its hold stays until {@link ClearanceService#confirm}.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague acknowledged or decided it in the meantime
     * @throws Refused if the reason or the evidence is missing or does not clear the flag, a day is out of range, or the
     *     current user is alone at the clinic with an emergency flag; the message is for the user
     * @throws Refused if its status does not allow it
     */
    @Transactional
    @Requires(Permission.FLAG_DECIDE)
    public void decide(FlagId id, long version, FlagDecision decision) {
        ReasonWords.require(DecisionField.REASON, "The reason", decision.reason(), ReasonWords.LONGEST);
        var flag = loader.lock(id, version);
        reasons.use(flag.patient(), decision.reason());
        var now = clock.instant();
        var me = CurrentUser.current().staff();
        var typed = decision.evidence();
        var evidence = typed == null || decision.to() != FlagStatus.CLEARED ? null : evidenceRules.judge(flag, typed);
        if (evidence != null && flag.needsSecondClinician(evidence)) {
            evidenceRules.requireSecondClinician(flag);
            flag.proposeClearance(evidence, decision.reason(), me, now);
            flags.saveAndFlush(flag);
            effects.keepOnListsToConfirm(flag);
            return;
        }
        flag.decide(
                decision,
                evidence,
                me,
                now,
                clinics.todayAt(flag.clinic()),
                outcomes.dueAt(flag.clinic(), flag.level(), flag.status(), decision.to(), now));
        flags.saveAndFlush(flag);
        effects.decided(flag);
    }

    /**
     * Records that a referral that followed from a red flag was answered. If the flag awaits that, it is to be decided
     * again; its hold stays until it is cleared. Does nothing to a flag that was decided otherwise in the meantime.
     *
     * @throws NotAvailable if the flag does not exist, or is not one of this patient, who is in relation to the current user
     */
    @Transactional
    @Requires(Permission.FLAG_DECIDE)
    public void answered(PatientId patient, FlagId id) {
        flags.lock(id.value());
        var flag = flags.findById(id.value())
                .filter(found -> relations.scopeOf(patient).isClinical(found.patient()))
                .orElseThrow(NotAvailable::new);
        flag.answered(CurrentUser.current().staff(), clock.instant());
        flags.saveAndFlush(flag);
        effects.keepHeader(patient);
        effects.keepOnLists(flag);
    }

    /**
     * Returns the current user's decisions of the last ten minutes that may still be undone, newest first. The view is
     * recorded in the audit trail.
     */
    @Transactional
    @Requires(Permission.FLAG_DECIDE)
    public List<FlagDecisionRow> decidedLately() {
        var me = CurrentUser.current().staff();
        events.publishEvent(new FlagEvent.Listed(me));
        return decidedFlags.decided(
                relations.scope().patients(), me, clock.instant().minus(RedFlag.UNDONE_WITHIN));
    }

    /**
     * Undoes the current user's own decision: the flag and its hold return to their previous state, and who had taken the flag
     * has it again. A flag whose rule was
     * raised again since, at least as urgently, stays decided: two flags would stand for one finding, and a chiropractor
     * who decides one of them would miss the other. No hold becomes weaker by it, since the new flag is in force; a new
     * flag that is less urgent does not prevent the undo.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the flag does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if the flag was changed in the meantime
     * @throws Refused after ten minutes, if somebody else decided, if there is nothing to undo, or if a new
     *     flag of the same rule is in force; the message is for the user
     */
    @Transactional
    @Requires(Permission.FLAG_DECIDE)
    public void undo(FlagId id, long version) {
        // who took the flag has no access any more; what is not theirs to undo is refused, and nothing is renewed
        var flag = loader.lock(
                id,
                version,
                found -> relations.scopeOf(found.patient()).isClinical(found.patient()) || effects.renewTaking(found));
        // a concurrent screen waits for this lock, or its flag is seen
        effects.holdHeader(flag.patient());
        if (!flag.isInForce() && isRaisedAgain(flag)) {
            throw new Refused("This red flag has been raised again since. Decide on the new one instead");
        }
        var words = flag.decisionReason();
        flag.undoDecision(CurrentUser.current().staff(), clock.instant());
        if (words != null) {
            // decided for the wrong patient: the right one may have the same words
            reasons.forget(flag.patient(), words);
        }
        flags.saveAndFlush(flag);
        effects.keepHeader(flag.patient());
        effects.keepOnLists(flag);
    }

    private boolean isRaisedAgain(RedFlag flag) {
        return flags.inForceOf(relations.scopeOf(flag.patient()).patients()).stream()
                .anyMatch(other -> other.covers(flag));
    }

    /** Raises monitored flags again whose day has come at their clinic, which restores the holds of their patients. */
    @Transactional
    @Requires(Permission.FLAG_RAISE_AGAIN)
    public int raiseMonitoredAgain() {
        var latestToday = LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX);
        var due = flags.monitoredUntil(latestToday, Limit.of(MOST_FLAGS)).stream()
                .filter(flag -> flag.isDue(clinics.todayAt(flag.clinic())))
                .toList();
        for (var flag : due) {
            flags.lock(flag.id().value());
            flag.raiseAgain(CurrentUser.current().staff(), clock.instant());
            flags.saveAndFlush(flag);
            effects.keepHeader(flag.patient());
            effects.keepOnLists(flag);
        }
        return due.size();
    }
}
