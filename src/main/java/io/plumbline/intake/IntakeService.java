package io.plumbline.intake;

import io.plumbline.access.IdentityService;
import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNames;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.CredentialService;
import io.plumbline.practitioners.NotEntitled;
import io.plumbline.safety.SafetyService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.CheckAnswer;
import io.plumbline.shared.ChecksToAnswer;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.ContentSeal;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotReadyToSign;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.SigningCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Intake notes of the caller's patients. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.INTAKE_READ)
public class IntakeService {
    private static final int MOST_OF_ONE = 20;

    private final IntakeNotes notes;
    private final IntakeVocabulary vocabulary;
    private final RelationService relations;
    private final IdentityService identity;
    private final PatientService patients;
    private final SafetyService safety;
    private final CredentialService credentials;
    private final AppointmentService appointments;
    private final StaffNames names;
    private final SignedIntakes signed;
    private final ContentSeal seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IntakeService(
            IntakeNotes notes,
            IntakeVocabulary vocabulary,
            RelationService relations,
            IdentityService identity,
            PatientService patients,
            SafetyService safety,
            CredentialService credentials,
            AppointmentService appointments,
            StaffNames names,
            SignedIntakes signed,
            ContentSeal seal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.vocabulary = vocabulary;
        this.relations = relations;
        this.identity = identity;
        this.patients = patients;
        this.safety = safety;
        this.credentials = credentials;
        this.appointments = appointments;
        this.names = names;
        this.signed = signed;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /** The intake notes of a patient, signed ones first, newest first; none where the patient is not the caller's. */
    public List<IntakeRow> ofPatient(PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient)
                ? notes.ofPatient(patient, Limit.of(MOST_OF_ONE))
                : List.of();
    }

    /** The intake notes of a patient whom the caller has opened; none for those who do not treat. */
    public List<IntakeRow> ofPatient(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : notes.ofPatient(opened.id(), Limit.of(MOST_OF_ONE));
    }

    /**
     * Opens an intake note, which is put on record.
     *
     * @return empty where there is no such note, or none of a patient of the caller's: the answer is the same
     */
    @Transactional
    public Optional<IntakeDetails> open(UUID id) {
        var note = notes.findById(id).flatMap(this::details);
        note.ifPresentOrElse(
                found -> events.publishEvent(new IntakeOpened(id, found.patient())),
                () -> events.publishEvent(new IntakeRefused(id)));
        return note;
    }

    /**
     * Begins an intake note for a patient of the caller's.
     *
     * @param complaint what the patient comes with, at most 2,000 characters; may still be empty
     * @throws AccessDeniedException if the patient is not in relation to the caller, or the clinic is not theirs
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public UUID begin(PatientId patient, ClinicId clinic, String complaint) {
        if (!relations.scopeOf(patient).isClinical(patient)
                || !Caller.current().clinics().contains(clinic)) {
            throw new AccessDeniedException("Not available");
        }
        return begun(patient, clinic, IntakeDraft.of(complaint));
    }

    /**
     * Begins an intake note with what a lead told us, for a chiropractor to go on with: the one of the first visit, or else
     * those of the clinic.
     *
     * @param visit the day of the first visit
     */
    @Transactional
    @Requires(Permission.LEAD_CONVERT)
    public void beginFromLead(PatientId patient, ClinicId clinic, IntakeDraft told, LocalDate visit) {
        relations.relateByIntake(patient, clinic, begun(patient, clinic, told), visit);
    }

    /**
     * Where the intake of a patient stands whom the caller has opened, newest first: for those who do not treat, so
     * without a word of what it says.
     */
    @Requires(Permission.PATIENT_READ)
    public List<IntakeState> statesOf(PatientDetails opened) {
        return notes.ofPatient(opened.id(), Limit.of(MOST_OF_ONE)).stream()
                .map(row -> new IntakeState(row.clinic(), row.status(), row.createdAt()))
                .toList();
    }

    private UUID begun(PatientId patient, ClinicId clinic, IntakeDraft said) {
        return notes.saveAndFlush(
                        IntakeNote.begun(patient, clinic, said, Caller.current().staff(), clock.instant()))
                .id();
    }

    /**
     * Keeps what is typed, complete or not.
     *
     * @param version the version that the caller saw
     * @return the version that it has now
     * @throws NoSuchElementException if there is no such note, or none of a patient of the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague wrote on it meanwhile
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     * @throws IllegalStateException if the note is signed
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public long saveDraft(UUID id, long version, IntakeDraft draft) {
        var note = mineAt(id, version);
        draft.factors().forEach(vocabulary::factor);
        note.write(draft, Caller.current().staff(), clock.instant());
        return notes.saveAndFlush(note).version();
    }

    /** Signs a note that contradicts nothing, as {@link #sign(UUID, long, List)} does. */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public void sign(UUID id, long version) {
        sign(id, version, List.of());
    }

    /**
     * Signs the note as it stands in the store, raises the red flags that its screen found, and notes that the caller's
     * assessment of the patient was held. The answers to its contradictions are kept with it.
     *
     * @param answers to what {@link ChecksToAnswer} asked before
     * @throws IdentityService.ProofNeeded if the caller has not proven lately who they are
     * @throws NoSuchElementException if there is no such note, or none of a patient of the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague wrote on it meanwhile
     * @throws NotReadyToSign if it lacks what a signed one must have
     * @throws ChecksToAnswer if it contradicts itself or an open red flag, and that has no answer yet
     * @throws NotEntitled if no credential of the caller's was valid on the day on which it was written
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public void sign(UUID id, long version, List<CheckAnswer> answers) {
        var note = mineAt(id, version);
        // what was assessed while a credential was valid may be signed later
        credentials.requireMaySign(null, note.writtenAt(clock.instant()), note.clinic());
        // before the signature, since nothing of a signed note changes
        note.answerByAge(
                safety.withAge(note.patient(), note.clinic(), note.draft().screen()));
        notes.saveAndFlush(note);
        note.requireSignable(safety.rules());
        var answered = SigningCheck.answersTo(IntakeCheck.of(note.draft(), isHeld(note)), answers);
        identity.demandProof();
        if (!answered.isEmpty()) {
            // while it is a draft still: a signed note takes no rows
            note.answer(answered);
            notes.saveAndFlush(note);
        }
        note.sign(safety.rules(), Caller.current().staff(), clock.instant(), seal);
        notes.saveAndFlush(note);
        safety.raiseSigned(id, note.patient(), note.clinic(), note.draft().screen());
        appointments.assessed(note.patient(), note.clinic());
    }

    /** Whether a red flag holds treatment, or one will that the signature raises, also together with those in force. */
    private boolean isHeld(IntakeNote note) {
        return patients.brief(note.patient()).filter(PatientBrief::clinicalHold).isPresent()
                || safety
                        .wouldRaise(
                                note.id(),
                                note.patient(),
                                note.clinic(),
                                note.draft().screen())
                        .stream()
                        .anyMatch(FlagLevel::isHold);
    }

    private IntakeNote mineAt(UUID id, long version) {
        var note = notes.findById(id)
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        if (note.version() != version) {
            throw new ObjectOptimisticLockingFailureException(IntakeNote.class, id);
        }
        return note;
    }

    private Optional<IntakeDetails> details(IntakeNote note) {
        return patients.brief(note.patient())
                .filter(PatientBrief::clinical)
                .map(patient -> details(note, patient.name()));
    }

    private IntakeDetails details(IntakeNote note, String patientName) {
        var signer = note.signedBy();
        var who = names.of(
                Stream.of(note.changedBy(), signer).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new IntakeDetails(
                note.id(),
                note.version(),
                note.patient(),
                patientName,
                note.clinic(),
                note.status(),
                note.draft(),
                note.rulesVersion(),
                signer == null ? List.of() : note.checks(),
                note.createdAt(),
                Objects.requireNonNull(who.get(note.changedBy())),
                note.changedBy().equals(Caller.current().staff()),
                signer == null
                        ? null
                        : new IntakeDetails.Signature(
                                Objects.requireNonNull(who.get(signer)),
                                Objects.requireNonNull(note.signedAt()),
                                Objects.requireNonNullElse(note.contentHash(), ""),
                                signed.isAsSigned(note)));
    }
}
