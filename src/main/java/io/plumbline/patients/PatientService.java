package io.plumbline.patients;

import io.plumbline.access.RelationService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of patients. Clinicians find whom they are in relation to, manager and desk whom their clinics know. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_READ)
public class PatientService {
    private final Patients patients;
    private final PatientDirectory directory;
    private final RelationService relations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientService(
            Patients patients,
            PatientDirectory directory,
            RelationService relations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.patients = patients;
        this.directory = directory;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of the patients whom the caller may see, by name.
     *
     * @param after the last row of the page before, or null for the first page
     */
    public List<PatientRow> list(@Nullable PatientRow after, int limit) {
        var scope = relations.scope();
        return scope.clinics().isEmpty()
                ? directory.of(scope.patients(), after, limit)
                : directory.ofClinics(scope.clinics(), after, limit);
    }

    /** TEMPORARY until the token search is merged. */
    public List<PatientRow> search(String typed) {
        return list(null, 200).stream()
                .filter(row -> row.name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(typed.toLowerCase(java.util.Locale.ROOT)))
                .toList();
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
        return directory
                .find(id, relations.scopeOf(id))
                .map(patient -> new PatientBrief(
                        patient.name(), patient.clinicalHold(), patient.thrustHold(), patient.clinical() != null));
    }

    /**
     * Opens a patient's page, which is put on record.
     *
     * @return empty where there is no such patient, or none that is the caller's: the answer is the same
     */
    @Transactional
    public Optional<PatientDetails> open(PatientId id) {
        var patient = directory.find(id, relations.scopeOf(id));
        patient.ifPresentOrElse(
                found -> events.publishEvent(new PatientOpened(id, found.clinical() != null)),
                () -> events.publishEvent(new PatientRefused(id)));
        return patient;
    }

    /**
     * Adds a patient whom a clinic then knows.
     *
     * @throws IllegalArgumentException if a value is out of its range
     * @throws AccessDeniedException if the caller does not work at that clinic
     */
    @Transactional
    @Requires(Permission.PATIENT_WRITE)
    public PatientId add(PatientDraft draft, ClinicId clinic) {
        if (!Caller.current().clinics().contains(clinic)) {
            throw new AccessDeniedException("Patients are added at a clinic of one's own");
        }
        var patient = patients.saveAndFlush(Patient.of(draft, LocalDate.now(clock)));
        directory.firstKnownAt(patient.id(), clinic);
        directory.beginSummary(patient.id());
        return patient.id();
    }

    /** Makes a patient known to the clinic of a booking. */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public void knownAt(PatientId patient, ClinicId clinic) {
        directory.knownAt(patient, clinic);
    }

    /** Keeps the next visit in the patient's header, or that there is none; called by schedule. */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void nextVisitIs(PatientId patient, @Nullable LocalDate on, @Nullable LocalTime at) {
        directory.nextVisitIs(patient, on, at);
    }

    /**
     * Keeps the most urgent open red flag in the patient's header; called by safety.
     *
     * @param mostUrgent asked once nobody else can change the header; empty where none is open
     */
    @Transactional
    @Requires(Permission.FLAG_KEEP)
    public void openFlagIs(PatientId patient, Supplier<Optional<FlagLevel>> mostUrgent) {
        var level = directory.openFlagIs(patient, mostUrgent);
        events.publishEvent(new OpenFlagChanged(patient, level.orElse(null)));
    }

    /** Keeps everybody else from changing a patient's header until the end of the transaction; taken before plans. */
    @Transactional
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
