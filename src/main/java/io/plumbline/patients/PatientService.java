package io.plumbline.patients;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of patients. Clinicians find whom they are in relation to, manager and desk whom their clinics know. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_READ)
public class PatientService {
    /** So many a search shows; who is not among them is found by typing more. */
    public static final int MOST_FOUND = 50;

    private final Patients patients;
    private final PatientDirectory directory;
    private final PatientFile file;
    private final PatientSearch search;
    private final PatientTwins twins;
    private final RelationService relations;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientService(
            Patients patients,
            PatientDirectory directory,
            PatientFile file,
            PatientSearch search,
            PatientTwins twins,
            RelationService relations,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.patients = patients;
        this.directory = directory;
        this.file = file;
        this.search = search;
        this.twins = twins;
        this.relations = relations;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of the patients whom the caller may see, by name. Put on record, once a look.
     *
     * @param after the last row of the page before, or null for the first page
     */
    @Transactional
    public List<PatientRow> list(@Nullable PatientRow after, int limit) {
        var scope = relations.scope();
        var page = scope.clinics().isEmpty()
                ? directory.of(scope.patients(), after, limit)
                : directory.ofClinics(scope.clinics(), after, limit);
        if (after == null && !page.isEmpty()) {
            events.publishEvent(PeopleListed.of("patient.listed", page.size()));
        }
        return page;
    }

    /**
     * The patients whom the caller may see and who are meant, by name: by beginnings of words of their names in any
     * order, the ending of the phone number, patient number, birth date or e-mail; at most {@link #MOST_FOUND}. Put on record without the words.
     */
    @Transactional
    public List<PatientRow> search(String typed) {
        var query = PatientQuery.of(typed, clinics.typedDays());
        var scope = relations.scope();
        var found = scope.clinics().isEmpty()
                ? search.among(scope.patients(), query, MOST_FOUND)
                : search.ofClinics(scope.clinics(), query, MOST_FOUND);
        if (!typed.isBlank()) {
            events.publishEvent(
                    PeopleListed.of("patient.searched", found.size()).byWords(typed));
        }
        return found;
    }

    /** Patients whom the caller may see and who may be the one about to be added. */
    @Requires(Permission.PATIENT_WRITE)
    public List<PatientLikeness> likely(PatientDraft draft) {
        return twins.of(draft, relations.scope().clinics());
    }

    /** How many patients the caller may see, up to a thousand. */
    public long count() {
        var scope = relations.scope();
        return scope.clinics().isEmpty() ? scope.patients().size() : directory.countOfClinics(scope.clinics());
    }

    /**
     * What the head of a record says of its patient.
     *
     * @return empty where there is no such patient, or none that is the caller's: the answer is the same
     */
    public Optional<PatientBrief> brief(PatientId id) {
        return file.head(id, relations.scopeOf(id))
                .map(patient -> new PatientBrief(
                        patient.name(),
                        patient.draft().birthDate(),
                        patient.clinicalHold(),
                        patient.thrustHold(),
                        patient.clinical() != null));
    }

    /**
     * A patient as the head of another record of theirs shows them, whose opening is put on record itself.
     *
     * @return empty where there is no such patient, or none that is the caller's: the answer is the same
     */
    public Optional<PatientDetails> details(PatientId id) {
        return file.head(id, relations.scopeOf(id)).map(this::details);
    }

    /**
     * Opens a patient's page, which is put on record.
     *
     * @return empty where there is no such patient, or none that is the caller's: the answer is the same
     */
    @Transactional
    public Optional<PatientDetails> open(PatientId id) {
        var patient = details(id);
        patient.ifPresentOrElse(
                found -> events.publishEvent(new PatientOpened(id, found.clinical() != null)),
                () -> events.publishEvent(new PatientRefused(id)));
        return patient;
    }

    private PatientDetails details(PatientFile.Head head) {
        var today = todayAt(head.clinics());
        var noted = file.noted(head.id(), head.clinical() != null, today);
        return new PatientDetails(
                head.id(),
                head.version(),
                head.number(),
                head.draft(),
                head.clinics(),
                head.nextVisitOn(),
                head.nextVisitAt(),
                head.clinicalHold(),
                head.thrustHold(),
                head.plan(),
                today,
                noted.alerts(),
                noted.consents(),
                noted.careTeam(),
                head.addedAt(),
                head.changedBy(),
                head.clinical());
    }

    /** The day at a clinic that the caller and the patient share, else at one of the patient's. */
    private LocalDate todayAt(Set<ClinicId> known) {
        var mine = Caller.current().clinics();
        return known.stream()
                .sorted(Comparator.comparing((ClinicId clinic) -> !mine.contains(clinic))
                        .thenComparing(ClinicId::value))
                .findFirst()
                .map(this::todayAt)
                .orElse(LocalDate.now(clock));
    }

    private LocalDate todayAt(ClinicId clinic) {
        var label = clinics.labels().get(clinic);
        return label == null ? LocalDate.now(clock) : LocalDate.ofInstant(clock.instant(), label.zone());
    }

    /** Adds a patient as {@link #add(PatientDraft, ClinicId, UUID)} does, where nothing can be sent twice. */
    @Transactional
    @Requires(Permission.PATIENT_WRITE)
    public PatientId add(PatientDraft draft, ClinicId clinic) {
        return add(draft, clinic, null);
    }

    /**
     * Adds a patient whom a clinic then knows.
     *
     * @param operation what makes sending the same form twice one patient; null where nothing can be sent twice
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     * @throws AccessDeniedException if the caller does not work at that clinic
     */
    @Transactional
    @Requires(Permission.PATIENT_WRITE)
    public PatientId add(PatientDraft draft, ClinicId clinic, @Nullable UUID operation) {
        var caller = Caller.current();
        if (!caller.clinics().contains(clinic)) {
            throw new AccessDeniedException("Patients are added at a clinic of one's own");
        }
        var before = operation == null ? Optional.<UUID>empty() : patients.findByOperation(operation);
        if (before.isPresent()) {
            return new PatientId(before.get());
        }
        var patient = patients.saveAndFlush(
                Patient.added(draft, operation, caller.staff(), clock.instant(), todayAt(clinic)));
        directory.firstKnownAt(patient.id(), clinic);
        directory.beginSummary(patient.id());
        search.keep(patient.id(), patient.draft());
        return patient.id();
    }

    /**
     * Corrects who a patient is and how to reach them.
     *
     * @param version the version that the caller saw
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     * @throws NoSuchElementException if there is no such patient, or none that is the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague changed it meanwhile
     */
    @Transactional
    @Requires(Permission.PATIENT_WRITE)
    public void correct(PatientId id, long version, PatientDraft draft) {
        var head = file.head(id, relations.scopeOf(id)).orElseThrow(() -> new NoSuchElementException("Not available"));
        // whoever makes another clinic know the patient waits, so that it finds them by the name that they have then
        directory.holdHeader(id);
        var patient = patients.findById(id.value()).orElseThrow();
        if (patient.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Patient.class, id);
        }
        patient.correct(draft, Caller.current().staff(), todayAt(head.clinics()));
        patients.saveAndFlush(patient);
        directory.rename(id);
        search.keep(id, patient.draft());
    }

    /** Makes a patient known to the clinic of a booking. */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public void knownAt(PatientId patient, ClinicId clinic) {
        if (directory.knownAt(patient, clinic)) {
            search.foundAt(patient, clinic);
            events.publishEvent(new PatientKnownAt(patient, clinic));
        }
    }

    /** Keeps the next visit in the patient's header, or that there is none; called by schedule. */
    @Transactional
    @Requires(Permission.NEXT_VISIT_KEEP)
    public void nextVisitIs(PatientId patient, @Nullable LocalDate on, @Nullable LocalTime at) {
        directory.nextVisitIs(patient, on, at);
    }

    /**
     * Keeps the most urgent red flag in force in the patient's header; called by safety.
     *
     * @param mostUrgent asked once nobody else can change the header; empty where none is
     */
    @Transactional
    @Requires(Permission.FLAG_KEEP)
    public void openFlagIs(PatientId patient, Supplier<Optional<FlagLevel>> mostUrgent) {
        var level = directory.openFlagIs(patient, mostUrgent);
        events.publishEvent(new OpenFlagChanged(patient, level.orElse(null)));
    }

    /** Keeps everybody else from changing a patient's header until the end of the transaction; taken before plans. */
    @Transactional
    @Requires(Permission.NEXT_VISIT_KEEP)
    public void holdHeader(PatientId patient) {
        directory.holdHeader(patient);
    }

    /**
     * Keeps the running treatment plan in the patient's header; called by plans. From then until the end of the
     * transaction nobody else changes the header.
     *
     * @param delivered how many of the {@code planned} visits are delivered
     * @throws NoSuchElementException if the patient is not in relation to the caller
     */
    @Transactional
    @Requires(Permission.PLAN_KEEP)
    public void planIs(PatientId patient, String title, int planned, int delivered) {
        if (!relations.scopeOf(patient).isClinical(patient)) {
            throw new NoSuchElementException("Not available");
        }
        directory.planIs(patient, title, planned, delivered);
    }

    /**
     * Keeps in the patient's header that no treatment plan runs; called by plans.
     *
     * @throws NoSuchElementException if the patient is not in relation to the caller
     */
    @Transactional
    @Requires(Permission.PLAN_KEEP)
    public void noPlanRuns(PatientId patient) {
        if (!relations.scopeOf(patient).isClinical(patient)) {
            throw new NoSuchElementException("Not available");
        }
        directory.noPlanRuns(patient);
    }
}
