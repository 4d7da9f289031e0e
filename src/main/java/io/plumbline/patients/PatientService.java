package io.plumbline.patients;

import io.plumbline.access.PatientScope;
import io.plumbline.access.RelationService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
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
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final RelationService relations;
    private final PatientReader reader;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientService(
            Patients patients,
            PatientDirectoryQuery directory,
            PatientFileQuery file,
            PatientSearch search,
            RelationService relations,
            PatientReader reader,
            ApplicationEventPublisher events,
            Clock clock) {
        this.patients = patients;
        this.directory = directory;
        this.file = file;
        this.search = search;
        this.relations = relations;
        this.reader = reader;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of the patients whom the current user may see, by name. The first page of a list is recorded in the
     * audit trail.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    @Transactional
    public List<PatientRow> list(@Nullable PatientRow after, int limit) {
        var scope = relations.scope();
        var page = scope.clinics().isEmpty()
                ? directory.of(scope.people(), after, limit)
                : directory.findByClinics(scope.clinics(), besides(scope), after, limit);
        if (after == null && !page.isEmpty()) {
            events.publishEvent(PeopleListed.of("patient.listed", page.size()));
        }
        return page;
    }

    /**
     * Searches the patients whom the current user may see, by name: by the beginnings of words of their names in any order,
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
                : merged(
                        search.findByClinics(scope.clinics(), typed, most),
                        search.findAmong(besides(scope), typed, most),
                        most);
        if (!typed.isBlank()) {
            events.publishEvent(
                    PeopleListed.of("patient.searched", found.size()).byWords(typed));
        }
        return found;
    }

    /**
     * Returns those of some patients whom the current user may see, by name. The list is recorded in the audit trail.
     *
     * @param which which patients they are, for the audit trail
     */
    @Transactional
    public List<PatientRow> visibleAmong(Set<PatientId> some, String which) {
        var scope = relations.scope();
        var visible = scope.clinics().isEmpty()
                ? directory.of(ofBoth(scope.people(), some), null, some.size())
                : merged(
                        directory.knownAmong(some, scope.clinics()),
                        directory.of(ofBoth(besides(scope), some), null, some.size()),
                        some.size());
        if (!visible.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("patient.listed", visible.size()).narrowedBy(which));
        }
        return visible;
    }

    /** Returns patients whom the current user may see and who may be the same person as the one being added. */
    @Requires(Permission.PATIENT_WRITE)
    public List<PossibleDuplicate> likely(PatientDraft draft) {
        return search.findDuplicates(draft, relations.scope().clinics());
    }

    private static Set<PatientId> ofBoth(Set<PatientId> mine, Set<PatientId> some) {
        return some.stream().filter(mine::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns how many patients the current user may see, up to 1,000. */
    public long count() {
        var scope = relations.scope();
        var besides = besides(scope);
        return scope.clinics().isEmpty()
                ? scope.people().size()
                : directory.countOfClinics(scope.clinics())
                        + besides.size()
                        - directory.knownAmong(besides, scope.clinics()).size();
    }

    /** Returns whom a user who sees patients by clinic treats elsewhere, where they do not see by clinic. */
    private static Set<PatientId> besides(PatientScope scope) {
        return CurrentUser.current().seesBothWays() ? scope.people() : Set.of();
    }

    private static List<PatientRow> merged(List<PatientRow> some, List<PatientRow> others, int most) {
        return others.isEmpty()
                ? some
                : Stream.concat(some.stream(), others.stream())
                        .distinct()
                        .sorted(Comparator.comparing(PatientRow::sortKey)
                                .thenComparing(row -> row.id().value()))
                        .limit(most)
                        .toList();
    }

    /**
     * Returns a patient for the head of a record.
     *
     * @return empty if the patient does not exist or the current user may not see the patient; the two cases look the same
     */
    public Optional<PatientBrief> brief(PatientId id) {
        return file.head(id, relations.scopeOf(id))
                .map(patient -> new PatientBrief(
                        patient.id(),
                        patient.number(),
                        patient.name(),
                        patient.draft().birthDate(),
                        patient.clinicalHold(),
                        patient.thrustHold(),
                        patient.status(),
                        patient.statusSince(),
                        patient.sameName(),
                        patient.clinical() != null));
    }

    /**
     * Returns a patient for the head of another of their records, whose own view is recorded in the audit trail.
     *
     * @return empty if the patient does not exist or the current user may not see the patient; the two cases look the same
     */
    public Optional<PatientDetails> details(PatientId id) {
        return file.head(id, relations.scopeOf(id)).map(reader::details);
    }

    /**
     * Opens a patient's chart and records the view in the audit trail.
     *
     * @return empty if the patient does not exist or the current user may not see the patient; the two cases look the same
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
     * @return empty if the patient is not available to the current user
     */
    @Transactional
    public Optional<PatientDetails> print(PatientId id) {
        var patient = open(id);
        patient.ifPresent(found -> found.records()
                .forEach(record -> events.publishEvent(new PatientEvent.Printed(record, found.clinical() != null))));
        return patient;
    }

    /** Adds a patient as {@link #add(PatientDraft, ClinicId, UUID)} does, if nothing can be submitted twice. */
    @Transactional
    @Requires(Permission.PATIENT_WRITE)
    public PatientId add(PatientDraft draft, ClinicId clinic) {
        return add(draft, clinic, null);
    }

    /**
     * Adds a patient who was a lead with the same e-mail address, as {@link #add(PatientDraft, ClinicId)} does.
     *
     * @param emailRecordedAt when staff recorded that address; null if the person gave it
     */
    @Transactional
    @Requires(Permission.PATIENT_WRITE)
    public PatientId addFromLead(PatientDraft draft, ClinicId clinic, @Nullable Instant emailRecordedAt) {
        var added = add(draft, clinic, null);
        var patient = patients.findById(added.value()).orElseThrow();
        patient.emailKnownSince(emailRecordedAt);
        patients.saveAndFlush(patient);
        return added;
    }

    /**
     * Adds a patient and registers the patient at a clinic.
     *
     * @param operation idempotency key: submitting the same form twice adds one patient; null if nothing can be
     *     submitted twice
     * @throws Refused if a value is out of range; the message is for the user
     * @throws AccessDeniedException if the current user does not work at that clinic
     */
    @Transactional
    @Requires(Permission.PATIENT_WRITE)
    public PatientId add(PatientDraft draft, ClinicId clinic, @Nullable OperationId operation) {
        var user = CurrentUser.current();
        if (!user.clinics().contains(clinic)) {
            throw new AccessDeniedException("Add the patient at one of your clinics");
        }
        var before = operation == null ? Optional.<UUID>empty() : patients.findByOperation(operation.value());
        if (before.isPresent()) {
            return new PatientId(before.get());
        }
        var patient = patients.saveAndFlush(
                Patient.added(draft, operation, user.staff(), clock.instant(), reader.todayAt(Set.of(clinic))));
        directory.firstKnownAt(patient.id(), clinic);
        directory.beginSummary(patient.id());
        search.keep(patient.id(), patient.draft());
        return patient.id();
    }

    /**
     * Edits a patient's demographics and contact details.
     *
     * @param version the version that the current user saw
     * @throws Refused if a value is out of range; the message is for the user
     * @throws NotAvailable if the patient does not exist or the current user may not see the patient
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
            throw RecordState.merged(head.id(), head.number(), "Edit " + head.number() + " instead");
        }
        var patient =
                patients.findById(id.value()).orElseThrow(NotAvailable::new).at(version);
        var earlier = patient.draft().email();
        var recordedAt = patient.emailRecordedAt();
        patient.correct(draft, CurrentUser.current().staff(), clock.instant(), reader.todayAt(head.clinics()));
        patients.saveAndFlush(patient);
        if (earlier != null && !EmailAddress.areSame(earlier, draft.email())) {
            events.publishEvent(new PatientEmailChanged(id, earlier, recordedAt, draft.language(), head.clinics()));
        }
        directory.rename(id);
        if (head.records().size() > 1) {
            directory.nameAs(head.records());
        }
        search.keep(id, draftsOf(head.records()));
    }

    private Map<PatientId, PatientDraft> draftsOf(Collection<PatientId> some) {
        return some.stream()
                .flatMap(one -> patients.findById(one.value()).stream())
                .collect(Collectors.toUnmodifiableMap(Patient::id, Patient::draft));
    }

    /**
     * Keeps what merged or unmerged records are found by: the first by the data of all, the others not at all, since they
     * are read under it. Called by the merging of this module.
     */
    @Transactional
    @Requires(Permission.PATIENT_MERGE)
    public void foundAs(SequencedCollection<PatientId> some) {
        directory.nameAs(some);
        search.keep(some.getFirst(), draftsOf(some));
        some.stream().skip(1).forEach(merged -> search.keep(merged, Map.of()));
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
}
