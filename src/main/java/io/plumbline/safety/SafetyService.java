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

/** Red flags: what was noticed, and what waits for a chiropractor's decision. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FLAG_READ)
public class SafetyService {
    private static final int MOST_FLAGS = 200;

    private final RedFlags flags;
    private final OpenFlags openFlags;
    private final PatientFlags patientFlags;
    private final ScreeningRules rules;
    private final OutcomeClock outcomes;
    private final RelationService relations;
    private final PatientService patients;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SafetyService(
            RedFlags flags,
            OpenFlags openFlags,
            PatientFlags patientFlags,
            ScreeningRules rules,
            OutcomeClock outcomes,
            RelationService relations,
            PatientService patients,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.flags = flags;
        this.openFlags = openFlags;
        this.patientFlags = patientFlags;
        this.rules = rules;
        this.outcomes = outcomes;
        this.relations = relations;
        this.patients = patients;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of the open red flags of the caller's patients, the most urgent first, of a level the one that waits
     * longest. Put on record.
     *
     * @param after the last row of the page before, also of what waits beside the flags; null for the first page
     */
    @Transactional
    public List<FlagRow> open(FlagFilter filter, @Nullable ReviewItem after, int limit) {
        events.publishEvent(new FlagsListed(Caller.current().staff()));
        return openFlags.page(relations.scope().patients(), filter, after, limit);
    }

    /** An open red flag of a patient of the caller's; empty where it is decided, or none of theirs. Put on record. */
    @Transactional
    public Optional<FlagRow> open(UUID id) {
        events.publishEvent(new FlagsListed(Caller.current().staff()));
        return openFlags.find(relations.scope().patients(), id);
    }

    /** The red flags in force of some patients, as far as they are the caller's, the most urgent first. Put on record. */
    @Transactional
    @Requires(Permission.FLAG_OF_PATIENT)
    public List<FlagRow> openOf(Collection<PatientId> some, int limit) {
        var mine = relations.scope().patients();
        events.publishEvent(new FlagsListed(Caller.current().staff()));
        return openFlags.inForce(some.stream().filter(mine::contains).toList(), limit);
    }

    /** How many red flags of the caller's patients are open. */
    public long countOpen() {
        return openFlags.count(relations.scope().patients());
    }

    /** When a red flag of the caller's patients was last decided; empty where none was. */
    public Optional<Instant> lastDecided() {
        return openFlags.lastDecided(relations.scope().patients());
    }

    /** The screening rules in force. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.FLAG_RAISE)
    public ScreeningRules rules() {
        return rules;
    }

    /**
     * Raises a flag for each finding of a screen of a patient of the caller's, also for what it means together with the
     * flags in force; one that is in force already, at least as urgent, is not raised twice.
     *
     * @param clinic of the record in which it was found
     * @return how many were raised
     * @throws IllegalArgumentException if an answer is to no rule
     * @throws AccessDeniedException if the patient is not in relation to the caller
     */
    @Transactional
    @Requires(Permission.FLAG_RAISE)
    public int raise(PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return raise(null, patient, clinic, answers, false);
    }

    /**
     * Raises what is found while an intake or session note is written, without waiting for its signature, as
     * {@link #raise(PatientId, ClinicId, Map)} does.
     */
    @Transactional
    @Requires(Permission.FLAG_RAISE)
    public int raise(UUID note, PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return raise(note, patient, clinic, answers, false);
    }

    /**
     * Raises what a signed note found; not again what was raised while it was written, also if it was decided since.
     */
    @Transactional
    @Requires(Permission.FLAG_RAISE)
    public int raiseSigned(UUID note, PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return raise(note, patient, clinic, answers, true);
    }

    /**
     * How urgent each flag is that {@link #raiseSigned} would raise now, also by what it means together with the flags in
     * force, the most urgent first; none where the patient is not the caller's.
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
        // of two who raise the same at once the second looks after the first
        patients.holdHeader(patient);
        var fresh = fresh(note, patient, clinic, answers, isSigned);
        for (var finding : fresh) {
            keepOnLists(flags.saveAndFlush(RedFlag.raised(
                    patient, clinic, rules, finding, note, Caller.current().staff(), clock.instant())));
        }
        if (!fresh.isEmpty()) {
            keepHeader(patient);
        }
        return fresh.size();
    }

    /** What is to be raised. */
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
        // what stood without these answers is no news
        var before = rules.findings(withFlags(
                withAge.apply(Map.of()),
                standing.stream()
                        .filter(flag -> answers.get(flag.rule()) != ScreeningAnswer.YES)
                        .toList()));
        // what was found one by one counts together
        return rules.findings(withFlags(said, standing)).stream()
                // the age alone is a finding of a whole screen, which has it as an answer
                .filter(finding -> finding.rule().age() == null
                        || answers.containsKey(finding.rule().id()))
                .filter(finding -> known.stream().noneMatch(flag -> flag.covers(finding)))
                .filter(finding -> alone.contains(finding.rule())
                        || !before.contains(finding) && ofNote.stream().noneMatch(flag -> flag.covers(finding)))
                .toList();
    }

    /** The answers with a yes of each rule of which there is a flag; what was answered otherwise stays. */
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

    /** The red flags of a patient of the caller's, those in force first; none where the patient is not the caller's. */
    @Requires(Permission.FLAG_OF_PATIENT)
    public List<FlagDetails> ofPatient(PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient) ? patientFlags.of(patient) : List.of();
    }

    /** The red flags of a patient whom the caller has opened, those in force first; none for those who do not treat. */
    @Requires(Permission.FLAG_OF_PATIENT)
    public List<FlagDetails> ofPatient(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : patientFlags.of(opened.id());
    }

    /** The screening rules of which a yes was raised from a note; none where its patient is not the caller's. */
    @Requires(Permission.FLAG_RAISE)
    public List<String> raisedFrom(UUID note, PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient)
                ? flags.foundIn(patient.value(), note).stream()
                        .map(RedFlag::rule)
                        .toList()
                : List.of();
    }

    /**
     * Says that the caller has seen a red flag of a patient of theirs; it stays open, and so does the hold that it is.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if there is no such flag, or none of a patient of the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague acknowledged or decided it meanwhile
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
     * Decides a red flag of a patient of the caller's. What it holds ends once it is cleared with evidence, or, where its
     * level may be, monitored; a referral ends no hold, and starts the clock of its outcome.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if there is no such flag, or none of a patient of the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague acknowledged or decided it meanwhile
     * @throws IllegalArgumentException if the reason or the evidence is missing, or a day is out of its range, in words
     *     for who typed it
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

    /** What the caller decided in the last ten minutes and may still undo, the latest first. Put on record. */
    @Transactional
    @Requires(Permission.FLAG_DECIDE)
    public List<FlagDecisionRow> decidedLately() {
        var me = Caller.current().staff();
        events.publishEvent(new FlagsListed(me));
        return openFlags.decided(
                relations.scope().patients(), me, clock.instant().minus(RedFlag.UNDONE_WITHIN));
    }

    /**
     * Undoes the caller's own decision: the flag, and what it holds, is as it was before.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if there is no such flag, or none of a patient of the caller's
     * @throws ObjectOptimisticLockingFailureException if something happened to it meanwhile
     * @throws IllegalStateException after ten minutes, where somebody else decided, or where nothing is to be undone, in
     *     words
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
     * The answers of a screen of a patient of the caller's with what their age says, which is never asked.
     *
     * @param clinic of the record to which the screen belongs
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

    /** Raises the flags again whose day has come at their clinic, and holds their patients again. */
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

    /** What must be decided waits on the list of somebody who may. */
    private void keepOnLists(RedFlag flag) {
        relations
                .relateByFlag(flag.patient(), flag.clinic(), flag.id())
                .forEach(one -> events.publishEvent(new ChartOpenedByFlag(one, flag.patient())));
    }

    private void keepHeader(PatientId patient) {
        patients.openFlagIs(patient, () -> patientFlags.mostUrgentInForce(patient));
    }
}
