package io.plumbline.patients;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The directory of patients. Clinicians find patients in relation to them; managers and the front desk find patients
 * registered at their clinics.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_READ)
public class PatientService {
    /** The most patients that a search shows; more text narrows it. */
    public static final int MOST_FOUND = 50;

    private final Patients patients;
    private final PatientDirectoryQuery directory;
    private final PatientFileQuery file;
    private final PatientSearch search;
    private final PatientRecords records;
    private final RelationService relations;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientService(
            Patients patients,
            PatientDirectoryQuery directory,
            PatientFileQuery file,
            PatientSearch search,
            PatientRecords records,
            RelationService relations,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.patients = patients;
        this.directory = directory;
        this.file = file;
        this.search = search;
        this.records = records;
        this.relations = relations;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of the patients whom the caller may see, by name. The first page of a list is recorded in the
     * audit trail.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    @Transactional
    public List<PatientRow> list(@Nullable PatientRow after, int limit) {
        var scope = relations.scope();
        var page = scope.clinics().isEmpty()
                ? directory.of(scope.people(), after, limit)
                : directory.findByClinics(scope.clinics(), after, limit);
        if (after == null && !page.isEmpty()) {
            events.publishEvent(PeopleListed.of("patient.listed", page.size()));
        }
        return page;
    }

    /**
     * Searches the patients whom the caller may see, by name: by the beginnings of words of their names in any order,
     * the last digits of the phone number, patient number, birth date or e-mail. Returns at most {@link #MOST_FOUND}.
     * The search is recorded in the audit trail, without its text.
     */
    @Transactional
    public List<PatientRow> search(String typed) {
        return search(typed, MOST_FOUND);
    }

    /**
     * Searches as {@link #search(String)} does, for a shorter list.
     *
     * @param most the largest number of patients, at most {@link #MOST_FOUND}
     */
    @Transactional
    public List<PatientRow> search(String typed, int most) {
        var scope = relations.scope();
        var found = scope.clinics().isEmpty()
                ? search.findAmong(scope.people(), typed, most)
                : search.findByClinics(scope.clinics(), typed, most);
        if (!typed.isBlank()) {
            events.publishEvent(
                    PeopleListed.of("patient.searched", found.size()).byWords(typed));
        }
        return found;
    }

    /**
     * Returns those of some patients whom the caller may see, by name. The list is recorded in the audit trail.
     *
     * @param which which patients they are, for the audit trail
     */
    @Transactional
    public List<PatientRow> visibleAmong(Set<PatientId> some, String which) {
        var scope = relations.scope();
        var visible = scope.clinics().isEmpty()
                ? directory.of(ofBoth(scope.people(), some), null, some.size())
                : directory.knownAmong(some, scope.clinics());
        if (!visible.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("patient.listed", visible.size()).narrowedBy(which));
        }
        return visible;
    }

    /** Returns patients whom the caller may see and who may be the same person as the one being added. */
    @Requires(Permission.PATIENT_WRITE)
    public List<PossibleDuplicate> likely(PatientDraft draft) {
        return search.findDuplicates(draft, relations.scope().clinics());
    }

    private static Set<PatientId> ofBoth(Set<PatientId> mine, Set<PatientId> some) {
        return some.stream().filter(mine::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns how many patients the caller may see, up to 1,000. */
    public long count() {
        var scope = relations.scope();
        return scope.clinics().isEmpty() ? scope.people().size() : directory.countOfClinics(scope.clinics());
    }

    /**
     * Returns a patient for the head of a record.
     *
     * @return empty if the patient does not exist or the caller may not see the patient; the two cases look the same
     */
    public Optional<PatientBrief> brief(PatientId id) {
        return file.head(id, relations.scopeOf(id))
                .map(patient -> new PatientBrief(
                        patient.name(),
                        patient.draft().birthDate(),
                        patient.clinicalHold(),
                        patient.thrustHold(),
                        patient.status(),
                        patient.clinical() != null));
    }

    /**
     * Returns a patient for the head of another of their records, whose own view is recorded in the audit trail.
     *
     * @return empty if the patient does not exist or the caller may not see the patient; the two cases look the same
     */
    public Optional<PatientDetails> details(PatientId id) {
        return file.head(id, relations.scopeOf(id)).map(this::details);
    }

    /**
     * Opens a patient's chart and records the view in the audit trail.
     *
     * @return empty if the patient does not exist or the caller may not see the patient; the two cases look the same
     */
    @Transactional
    public Optional<PatientDetails> open(PatientId id) {
        var patient = details(id);
        // each record whose rows are read
        patient.ifPresentOrElse(
                found -> found.records()
                        .forEach(record ->
                                events.publishEvent(new PatientEvent.Viewed(record, found.clinical() != null))),
                () -> events.publishEvent(new PatientEvent.AccessRefused(id)));
        return patient;
    }

    /**
     * Opens a patient's chart for a document and records that in the audit trail, each time.
     *
     * @return empty if the patient is not available to the caller
     */
    @Transactional
    public Optional<PatientDetails> print(PatientId id) {
        var patient = open(id);
        patient.ifPresent(found -> found.records()
                .forEach(record -> events.publishEvent(new PatientEvent.Printed(record, found.clinical() != null))));
        return patient;
    }

    private PatientDetails details(PatientFileQuery.Head head) {
        var today = todayAt(head.clinics());
        var noted = file.noted(head.records(), head.clinical() != null, today);
        var numbers = new LinkedHashMap<PatientId, String>();
        numbers.put(head.id(), head.number());
        noted.merged().forEach(record -> numbers.put(record.id(), record.number()));
        return new PatientDetails(
                head.id(),
                head.records(),
                noted.merged(),
                RecordConflicts.find(numbers, noted.alertsOf(), today),
                head.version(),
                head.number(),
                head.draft(),
                head.clinics(),
                head.nextVisitOn(),
                head.nextVisitAt(),
                head.clinicalHold(),
                head.thrustHold(),
                head.sensitive(),
                head.status(),
                head.statusSince(),
                head.plan(),
                today,
                noted.alerts(),
                noted.consents(),
                noted.careTeam(),
                noted.undone(),
                head.addedAt(),
                head.changedBy(),
                head.clinical());
    }

    /** Returns today at a clinic that the caller and the patient share, otherwise at one of the patient's clinics. */
    private LocalDate todayAt(Set<ClinicId> known) {
        var mine = Caller.current().clinics();
        return known.stream()
                .sorted(Comparator.comparing((ClinicId clinic) -> !mine.contains(clinic))
                        .thenComparing(ClinicId::value))
                .map(clinics.labels()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(clinic -> clinic.today(clock))
                .orElse(LocalDate.now(clock));
    }

    /** Adds a patient as {@link #add(PatientDraft, ClinicId, UUID)} does, if nothing can be submitted twice. */
    @Transactional
    @Requires(Permission.PATIENT_WRITE)
    public PatientId add(PatientDraft draft, ClinicId clinic) {
        return add(draft, clinic, null);
    }

    /**
     * Adds a patient and registers the patient at a clinic.
     *
     * @param operation idempotency key: submitting the same form twice adds one patient; null if nothing can be
     *     submitted twice
     * @throws Refused if a value is out of range; the message is for the user
     * @throws AccessDeniedException if the caller does not work at that clinic
     */
    @Transactional
    @Requires(Permission.PATIENT_WRITE)
    public PatientId add(PatientDraft draft, ClinicId clinic, @Nullable OperationId operation) {
        var caller = Caller.current();
        if (!caller.clinics().contains(clinic)) {
            throw new AccessDeniedException("Add the patient at one of your clinics");
        }
        var before = operation == null ? Optional.<UUID>empty() : patients.findByOperation(operation.value());
        if (before.isPresent()) {
            return new PatientId(before.get());
        }
        var patient = patients.saveAndFlush(
                Patient.added(draft, operation, caller.staff(), clock.instant(), todayAt(Set.of(clinic))));
        directory.firstKnownAt(patient.id(), clinic);
        directory.beginSummary(patient.id());
        search.keep(patient.id(), patient.draft());
        return patient.id();
    }

    /**
     * Edits a patient's demographics and contact details.
     *
     * @param version the version that the caller saw
     * @throws Refused if a value is out of range; the message is for the user
     * @throws NotAvailable if the patient does not exist or the caller may not see the patient
     * @throws StaleVersion if a colleague edited the patient in the meantime
     */
    @Transactional
    @Requires(Permission.PATIENT_WRITE)
    public void correct(PatientId id, long version, PatientDraft draft) {
        if (file.head(id, relations.scopeOf(id)).isEmpty()) {
            throw new NotAvailable();
        }
        // a concurrent registration at another clinic waits, so that it indexes the new name; after a merge that was
        // waited for, this record is read under another
        directory.holdHeader(id);
        var head = file.head(id, relations.scopeOf(id)).orElseThrow(NotAvailable::new);
        if (!head.id().equals(id)) {
            throw new Refused("This record was merged into " + head.number() + ". Edit " + head.number() + " instead");
        }
        var patient = patients.findById(id.value()).orElseThrow(NotAvailable::new);
        if (patient.version() != version) {
            throw new StaleVersion(Patient.class, id);
        }
        patient.correct(draft, Caller.current().staff(), todayAt(head.clinics()));
        patients.saveAndFlush(patient);
        directory.rename(id);
        search.keep(id, draftsOf(head.records()));
    }

    private Map<PatientId, PatientDraft> draftsOf(Collection<PatientId> some) {
        return some.stream()
                .flatMap(one -> patients.findById(one.value()).stream())
                .collect(Collectors.toUnmodifiableMap(Patient::id, Patient::draft));
    }

    /**
     * Keeps what merged or unmerged records are found by: the first by the data of all, the others not at all, since they
     * are read under it. Called by the merging of this room.
     */
    @Transactional
    @Requires(Permission.PATIENT_MERGE)
    public void foundAs(SequencedCollection<PatientId> some) {
        search.keep(some.getFirst(), draftsOf(some));
        some.stream().skip(1).forEach(merged -> search.keep(merged, Map.of()));
    }

    /** Registers a patient at the clinic of a booking; a merged record, the one under which it is read. */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK_NEXT)
    public void knownAt(PatientId patient, ClinicId clinic) {
        if (directory.knownAt(patient, clinic)) {
            var readAs = records.readAs(patient);
            search.foundAt(readAs, clinic);
            events.publishEvent(new KnownAt(readAs, clinic));
        } else if (records.of(patient).size() > 1) {
            directory.keepKnownAt(records.readAs(patient), clinic);
        }
    }

    /** Sets or clears the next visit in the patient's header; called by schedule. */
    @Transactional
    @Requires(Permission.NEXT_VISIT_KEEP)
    public void nextVisitIs(PatientId patient, @Nullable LocalDate on, @Nullable LocalTime at) {
        directory.nextVisitIs(records.of(patient), on, at);
    }

    /**
     * Sets the most urgent red flag in force in the patient's header; called by safety. Of merged records, it is that of
     * all of them, and each header has it: a hold of one holds for all.
     *
     * @param mostUrgent evaluated once the header is locked; empty if there is none
     */
    @Transactional
    @Requires(Permission.FLAG_KEEP)
    public void openFlagIs(PatientId patient, Supplier<Optional<FlagLevel>> mostUrgent) {
        keepOpenFlag(patient, mostUrgent);
    }

    /** Sets it after a merge or unmerge, as {@link #openFlagIs} does; called by safety. */
    @Transactional
    @Requires(Permission.PATIENT_MERGE)
    public void openFlagRegrouped(PatientId patient, Supplier<Optional<FlagLevel>> mostUrgent) {
        keepOpenFlag(patient, mostUrgent);
    }

    private void keepOpenFlag(PatientId patient, Supplier<Optional<FlagLevel>> mostUrgent) {
        directory.holdHeader(patient);
        var all = records.of(patient);
        var level = directory.openFlagIs(all, mostUrgent);
        all.forEach(record -> events.publishEvent(new OpenFlagChanged(record, level.orElse(null))));
    }

    /** Locks a patient's header until the end of the transaction. Lock the header before plans. */
    @Transactional
    @Requires(Permission.NEXT_VISIT_KEEP)
    public void holdHeader(PatientId patient) {
        directory.holdHeader(patient);
    }

    /** Locks a patient's header as {@link #holdHeader} does, for whoever marks the patient as sensitive. */
    @Transactional
    @Requires(Permission.SENSITIVE_MARK)
    public void holdHeaderToMark(PatientId patient) {
        directory.holdHeader(patient);
    }

    /**
     * Sets the active treatment plan in the patient's header and locks the header until the end of the transaction;
     * called by plans.
     *
     * @param delivered how many of the {@code planned} visits are delivered
     * @throws NotAvailable if the patient is not in relation to the caller
     */
    @Transactional
    @Requires(Permission.PLAN_KEEP)
    public void planIs(PatientId patient, String title, int planned, int delivered) {
        if (!relations.scopeOf(patient).isClinical(patient)) {
            throw new NotAvailable();
        }
        directory.planIs(records.of(patient), title, planned, delivered);
    }

    /** Sets the plan in the header after a merge, which shows a manager no more than the header does; called by plans. */
    @Transactional
    @Requires(Permission.PATIENT_MERGE)
    public void planShownIs(PatientId patient, String title, int planned, int delivered) {
        directory.planIs(records.of(patient), title, planned, delivered);
    }

    /** Clears the plan in the header after a merge or unmerge; called by plans. */
    @Transactional
    @Requires(Permission.PATIENT_MERGE)
    public void noPlanShown(PatientId patient) {
        directory.noPlanRuns(records.of(patient));
    }

    /**
     * Clears the treatment plan in the patient's header; called by plans.
     *
     * @throws NotAvailable if the patient is not in relation to the caller
     */
    @Transactional
    @Requires(Permission.PLAN_KEEP)
    public void noPlanRuns(PatientId patient) {
        if (!relations.scopeOf(patient).isClinical(patient)) {
            throw new NotAvailable();
        }
        directory.noPlanRuns(records.of(patient));
    }

    /** A patient was registered at one more clinic. */
    public record KnownAt(PatientId patient, ClinicId clinic) {}
}
