package io.plumbline.safety;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Red flags: findings, and the decisions that chiropractors make on them. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FLAG_READ)
public class SafetyService {
    private static final int MOST_FLAGS = 200;

    private final RedFlags flags;
    private final OpenFlagQuery openFlagQuery;
    private final PatientFlagQuery patientFlagQuery;
    private final ScreeningRules rules;
    private final OutcomeClock outcomes;
    private final RelationService relations;
    private final PatientService patients;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SafetyService(
            RedFlags flags,
            OpenFlagQuery openFlagQuery,
            PatientFlagQuery patientFlagQuery,
            ScreeningRules rules,
            OutcomeClock outcomes,
            RelationService relations,
            PatientService patients,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.flags = flags;
        this.openFlagQuery = openFlagQuery;
        this.patientFlagQuery = patientFlagQuery;
        this.rules = rules;
        this.outcomes = outcomes;
        this.relations = relations;
        this.patients = patients;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of the open red flags of the caller's patients, most urgent first, and per level longest waiting
     * first. The list is recorded in the audit trail.
     *
     * @param after the last row of the previous page, which may be an item of another room; null for the first page
     */
    @Transactional
    public List<FlagRow> open(FlagFilter filter, @Nullable ReviewItem after, int limit) {
        events.publishEvent(new FlagEvent.Listed(Caller.current().staff()));
        return openFlagQuery.page(relations.scope().patients(), filter, after, limit);
    }

    /**
     * Returns an open red flag of a patient in relation to the caller; empty if it is decided, or the patient is not in
     * relation to the caller. The view is recorded in the audit trail.
     */
    @Transactional
    public Optional<FlagRow> open(UUID id) {
        events.publishEvent(new FlagEvent.Listed(Caller.current().staff()));
        return openFlagQuery.find(relations.scope().patients(), id);
    }

    /**
     * Returns the red flags in force of those of some patients who are in relation to the caller, most urgent first.
     * The view is recorded in the audit trail.
     */
    @Transactional
    @Requires(Permission.FLAG_OF_PATIENT)
    public List<FlagRow> openOf(Collection<PatientId> some, int limit) {
        var mine = relations.scope().patients();
        events.publishEvent(new FlagEvent.Listed(Caller.current().staff()));
        return openFlagQuery.inForce(some.stream().filter(mine::contains).toList(), limit);
    }

    /** Returns how many red flags of the caller's patients are open. */
    public long countOpen() {
        return openFlagQuery.count(relations.scope().patients());
    }

    /** Returns when a red flag of the caller's patients was last decided; empty if none was. */
    public Optional<Instant> lastDecided() {
        return openFlagQuery.lastDecided(relations.scope().patients());
    }

    /** Returns the current screening rules. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.FLAG_RAISE)
    public ScreeningRules rules() {
        return rules;
    }

    /**
     * Raises a flag for each finding of a screen of a patient in relation to the caller, including findings in
     * combination with the flags in force. A finding is not raised if a flag in force already covers it at the same or
     * a higher urgency.
     *
     * @param clinic the clinic of the record in which it was found
     * @return how many were raised
     * @throws IllegalArgumentException if an answer belongs to no rule
     * @throws AccessDeniedException if the patient is not in relation to the caller
     */
    @Transactional
    @Requires(Permission.FLAG_RAISE)
    public int raise(PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return raise(null, patient, clinic, answers, false);
    }

    /**
     * Raises findings while an intake or session note is being written, without waiting for its signature, as
     * {@link #raise(PatientId, ClinicId, Map)} does.
     */
    @Transactional
    @Requires(Permission.FLAG_RAISE)
    public int raise(UUID note, PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return raise(note, patient, clinic, answers, false);
    }

    /**
     * Raises the findings of a signed note, except those raised while it was written, even if they were decided since.
     */
    @Transactional
    @Requires(Permission.FLAG_RAISE)
    public int raiseSigned(UUID note, PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return raise(note, patient, clinic, answers, true);
    }

    /**
     * Returns the levels of the flags that {@link #raiseSigned} would raise now, including findings in combination with
     * the flags in force, most urgent first; empty if the patient is not in relation to the caller.
     */
    @Requires(Permission.FLAG_RAISE)
    public List<FlagLevel> wouldRaise(
            UUID note, PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return relations.scopeOf(patient).isClinical(patient)
                ? fresh(note, patient, clinic, answers, true).stream()
                        .map(ScreeningRules.Finding::level)
                        .toList()
                : List.of();
    }

    private int raise(
            @Nullable UUID note,
            PatientId patient,
            ClinicId clinic,
            Map<String, ScreeningAnswer> answers,
            boolean isSigned) {
        for (var id : answers.keySet()) {
            if (rules.rule(id).isEmpty()) {
                throw new IllegalArgumentException("There is no screening rule " + id);
            }
        }
        if (!relations.scopeOf(patient).isClinical(patient)) {
            throw new AccessDeniedException("Not available");
        }
        // of two concurrent calls with the same finding, the second checks after the first
        patients.holdHeader(patient);
        var fresh = fresh(note, patient, clinic, answers, isSigned);
        for (var finding : fresh) {
            flags.saveAndFlush(RedFlag.raised(
                    patient, clinic, rules, finding, note, Caller.current().staff(), clock.instant()));
        }
        // also flags that were raised while somebody was there to decide them
        inForceOf(patient).forEach(this::keepOnLists);
        if (!fresh.isEmpty()) {
            keepHeader(patient);
        }
        return fresh.size();
    }

    /** Returns the findings to raise. */
    private List<ScreeningRules.Finding> fresh(
            @Nullable UUID note,
            PatientId patient,
            ClinicId clinic,
            Map<String, ScreeningAnswer> answers,
            boolean isSigned) {
        var inForce = inForceOf(patient);
        var ofNote = note == null ? List.<RedFlag>of() : flags.foundIn(patient.value(), note);
        var standing = new ArrayList<>(inForce);
        standing.addAll(ofNote);
        var known = isSigned ? standing : inForce;
        var withAge = withAgeOf(patient, clinic);
        var said = withAge.apply(answers);
        var alone =
                rules.findings(said).stream().map(ScreeningRules.Finding::rule).toList();
        // findings that already follow from the flags without these answers are not new
        var before = rules.findings(withFlags(
                withAge.apply(Map.of()),
                standing.stream()
                        .filter(flag -> answers.get(flag.rule()) != ScreeningAnswer.YES)
                        .toList()));
        // findings from separate answers count together
        return rules.findings(withFlags(said, standing)).stream()
                // the age alone is a finding only of a whole screen, which has it as an answer
                .filter(finding -> finding.rule().age() == null
                        || answers.containsKey(finding.rule().id()))
                .filter(finding -> known.stream().noneMatch(flag -> flag.covers(finding)))
                .filter(finding -> alone.contains(finding.rule())
                        || !before.contains(finding) && ofNote.stream().noneMatch(flag -> flag.covers(finding)))
                .toList();
    }

    /** Returns the answers with a yes for each rule that has a flag; other answers stay. */
    private static Map<String, ScreeningAnswer> withFlags(
            Map<String, ScreeningAnswer> answers, Collection<RedFlag> some) {
        var all = new TreeMap<>(answers);
        for (var flag : some) {
            if (all.getOrDefault(flag.rule(), ScreeningAnswer.NOT_ASKED) == ScreeningAnswer.NOT_ASKED) {
                all.put(flag.rule(), ScreeningAnswer.YES);
            }
        }
        return all;
    }

    private List<RedFlag> inForceOf(PatientId patient) {
        var some = EnumSet.copyOf(FlagStatus.AWAITING_DECISION);
        some.addAll(FlagStatus.AWAITING_OUTCOME);
        return flags.ofSubject(patient.value(), some).stream()
                .filter(RedFlag::isInForce)
                .toList();
    }

    /**
     * Returns the red flags of a patient, those in force first; empty if the patient is not in relation to the caller.
     */
    @Requires(Permission.FLAG_OF_PATIENT)
    public List<FlagDetails> findByPatient(PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient) ? patientFlagQuery.findByPatient(patient) : List.of();
    }

    /**
     * Returns the red flags of a patient whose chart the caller has open, those in force first; empty for
     * non-clinicians.
     */
    @Requires(Permission.FLAG_OF_PATIENT)
    public List<FlagDetails> findByPatient(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : patientFlagQuery.findByPatient(opened.id());
    }

    /**
     * Returns the screening rules that were raised from a note; empty if its patient is not in relation to the caller.
     */
    @Requires(Permission.FLAG_RAISE)
    public List<String> raisedFrom(UUID note, PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient)
                ? flags.foundIn(patient.value(), note).stream()
                        .map(RedFlag::rule)
                        .toList()
                : List.of();
    }

    /**
     * Acknowledges a red flag of a patient in relation to the caller; the flag and its hold stay open.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if the flag does not exist or its patient is not in relation to the caller
     * @throws ObjectOptimisticLockingFailureException if a colleague acknowledged or decided it in the meantime
     * @throws IllegalStateException if its status does not allow it
     */
    @Transactional
    @Requires(Permission.FLAG_DECIDE)
    public void acknowledge(UUID id, long version) {
        var flag = mineAt(id, version);
        flag.acknowledge(Caller.current().staff(), clock.instant());
        flags.saveAndFlush(flag);
    }

    /**
     * Decides a red flag of a patient in relation to the caller. Its hold ends once it is cleared with evidence or, if
     * its level allows, monitored. A referral ends no hold, and starts the clock of its outcome.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if the flag does not exist or its patient is not in relation to the caller
     * @throws ObjectOptimisticLockingFailureException if a colleague acknowledged or decided it in the meantime
     * @throws IllegalArgumentException if the reason or the evidence is missing, or a day is out of range; the message
     *     is for the user
     * @throws IllegalStateException if its status does not allow it
     */
    @Transactional
    @Requires(Permission.FLAG_DECIDE)
    public void decide(UUID id, long version, FlagDecision decision) {
        var flag = mineAt(id, version);
        var now = clock.instant();
        flag.decide(
                decision,
                Caller.current().staff(),
                now,
                todayAt(flag.clinic()),
                outcomes.dueAt(flag.clinic(), flag.level(), flag.status(), decision.to(), now));
        flags.saveAndFlush(flag);
        keepHeader(flag.patient());
        if (flag.isOver()) {
            relations.endByFlag(flag.patient(), flag.id());
        }
    }

    /**
     * Returns the caller's decisions of the last ten minutes that may still be undone, newest first. The view is
     * recorded in the audit trail.
     */
    @Transactional
    @Requires(Permission.FLAG_DECIDE)
    public List<FlagDecisionRow> decidedLately() {
        var me = Caller.current().staff();
        events.publishEvent(new FlagEvent.Listed(me));
        return openFlagQuery.decided(
                relations.scope().patients(), me, clock.instant().minus(RedFlag.UNDONE_WITHIN));
    }

    /**
     * Undoes the caller's own decision: the flag and its hold return to their previous state.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if the flag does not exist or its patient is not in relation to the caller
     * @throws ObjectOptimisticLockingFailureException if the flag was changed in the meantime
     * @throws IllegalStateException after ten minutes, if somebody else decided, or if there is nothing to undo; the
     *     message is for the user
     */
    @Transactional
    @Requires(Permission.FLAG_DECIDE)
    public void undo(UUID id, long version) {
        var flag = mineAt(id, version);
        flag.undoDecision(Caller.current().staff(), clock.instant());
        flags.saveAndFlush(flag);
        keepHeader(flag.patient());
        keepOnLists(flag);
    }

    /**
     * Returns the answers of a screen of a patient in relation to the caller, with the answers that follow from the
     * patient's age, which is never asked.
     *
     * @param clinic the clinic of the record to which the screen belongs
     */
    @Requires(Permission.FLAG_RAISE)
    public Map<String, ScreeningAnswer> withAge(
            PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return withAgeOf(patient, clinic).apply(answers);
    }

    private UnaryOperator<Map<String, ScreeningAnswer>> withAgeOf(PatientId patient, ClinicId clinic) {
        var born = patients.brief(patient).map(PatientBrief::birthDate).orElse(null);
        var today = todayAt(clinic);
        return answers -> rules.withAge(answers, born, today);
    }

    private RedFlag mineAt(UUID id, long version) {
        flags.lock(id);
        var flag = flags.findById(id)
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        if (flag.version() != version) {
            throw new ObjectOptimisticLockingFailureException(RedFlag.class, id);
        }
        return flag;
    }

    /** Raises monitored flags again whose day has come at their clinic, which restores the holds of their patients. */
    @Transactional
    @Requires(Permission.FLAG_RAISE_AGAIN)
    public int raiseMonitoredAgain() {
        var latestToday = LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX);
        var due = flags.monitoredUntil(latestToday, Limit.of(MOST_FLAGS)).stream()
                .filter(flag -> flag.isDue(todayAt(flag.clinic())))
                .toList();
        for (var flag : due) {
            flags.lock(flag.id());
            flag.raiseAgain(Caller.current().staff(), clock.instant());
            flags.saveAndFlush(flag);
            keepHeader(flag.patient());
            keepOnLists(flag);
        }
        return due.size();
    }

    private LocalDate todayAt(ClinicId clinic) {
        var zone = Objects.requireNonNull(clinics.labels().get(clinic)).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Relates the patient to somebody who may decide the flag, so that the flag is on that person's list. */
    private void keepOnLists(RedFlag flag) {
        relations
                .relateByFlag(flag.patient(), flag.clinic(), flag.id())
                .forEach(one -> events.publishEvent(new ChartOpenedByFlag(one, flag.patient())));
    }

    private void keepHeader(PatientId patient) {
        patients.openFlagIs(patient, () -> patientFlagQuery.mostUrgentInForce(patient));
    }
}
