package io.plumbline.intake;

import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.credentials.NotEligible;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.signing.SigningCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
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
    private final ChartedAreasQuery charts;
    private final IntakeVocabulary vocabulary;
    private final RelationService relations;
    private final IdentityService identity;
    private final PatientService patients;
    private final ScreeningService screening;
    private final CredentialService credentials;
    private final AppointmentService appointments;
    private final StaffNameQuery names;
    private final SignedIntakes signed;
    private final SignedConclusions conclusions;
    private final ToConcludeStore waiting;
    private final ContentMac seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IntakeService(
            IntakeNotes notes,
            ChartedAreasQuery charts,
            IntakeVocabulary vocabulary,
            RelationService relations,
            IdentityService identity,
            PatientService patients,
            ScreeningService screening,
            CredentialService credentials,
            AppointmentService appointments,
            StaffNameQuery names,
            SignedIntakes signed,
            SignedConclusions conclusions,
            ToConcludeStore waiting,
            ContentMac seal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.charts = charts;
        this.vocabulary = vocabulary;
        this.relations = relations;
        this.identity = identity;
        this.patients = patients;
        this.screening = screening;
        this.credentials = credentials;
        this.appointments = appointments;
        this.names = names;
        this.signed = signed;
        this.conclusions = conclusions;
        this.waiting = waiting;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a patient's intake notes, signed ones first, then newest first; empty if the patient is not in relation
     * to the caller.
     */
    public List<IntakeRow> findByPatient(PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient)
                ? notes.findByPatient(patient, Limit.of(MOST_OF_ONE))
                : List.of();
    }

    /** Returns the intake notes of a patient whose chart the caller has open; empty for non-clinicians. */
    public List<IntakeRow> findByPatient(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : notes.findByPatient(opened.id(), Limit.of(MOST_OF_ONE));
    }

    /**
     * Returns the body charts of the signed intake notes of a patient whose chart the caller has open, at most 20,
     * newest first; empty for non-clinicians.
     */
    public List<ChartedAreas> areasOf(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : charts.findSigned(opened.id(), MOST_OF_ONE);
    }

    /**
     * Opens an intake note and records the view in the audit trail.
     *
     * @return empty if the note does not exist or its patient is not in relation to the caller; the two cases look the
     *     same
     */
    @Transactional
    public Optional<IntakeDetails> open(IntakeId id) {
        var note = notes.findById(id.value()).flatMap(this::details);
        note.ifPresentOrElse(
                found -> events.publishEvent(new IntakeEvent.Viewed(id, found.patient())),
                () -> events.publishEvent(new IntakeEvent.AccessRefused(id)));
        return note;
    }

    /**
     * Opens a signed intake note for a document and records that in the audit trail, each time.
     *
     * @return empty if the note is a draft, or not available to the caller
     */
    @Transactional
    public Optional<IntakeDetails> print(IntakeId id) {
        var note = open(id).filter(found -> found.status() != IntakeStatus.DRAFT);
        note.ifPresent(found -> events.publishEvent(new IntakeEvent.Printed(id, found.patient())));
        return note;
    }

    /**
     * Starts an intake note for a patient in relation to the caller.
     *
     * @param complaint the patient's complaint, at most 2,000 characters; may be empty
     * @throws AccessDeniedException if the patient is not in relation to the caller, or the caller does not work at the
     *     clinic
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public IntakeId begin(PatientId patient, ClinicId clinic, String complaint) {
        if (!relations.scopeOf(patient).isClinical(patient)
                || !Caller.current().clinics().contains(clinic)) {
            throw new AccessDeniedException("Not available");
        }
        return begun(patient, clinic, IntakeDraft.of(complaint));
    }

    /**
     * Starts an intake note with what a lead reported, for the chiropractor of the first visit to continue, or else for
     * those of the clinic, or for its therapists if it has none.
     *
     * @param visit the day of the first visit
     */
    @Transactional
    @Requires(Permission.LEAD_CONVERT)
    public void beginFromLead(PatientId patient, ClinicId clinic, IntakeDraft told, LocalDate visit) {
        relations.relateByIntake(patient, clinic, begun(patient, clinic, told), visit);
    }

    /**
     * Returns the status of the intake notes of a patient whose chart the caller has open, newest first. For
     * non-clinicians, so without the content.
     */
    @Requires(Permission.PATIENT_READ)
    public List<IntakeState> statesOf(PatientDetails opened) {
        return notes.findByPatient(opened.id(), Limit.of(MOST_OF_ONE)).stream()
                .map(row -> new IntakeState(row.clinic(), row.status(), row.createdAt()))
                .toList();
    }

    private IntakeId begun(PatientId patient, ClinicId clinic, IntakeDraft said) {
        return notes.saveAndFlush(
                        IntakeNote.begun(patient, clinic, said, Caller.current().staff(), clock.instant()))
                .id();
    }

    /**
     * Saves the draft, complete or not.
     *
     * @param version the version that the caller saw
     * @return the new version
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the caller
     * @throws StaleVersion if a colleague edited the note in the meantime
     * @throws Refused if a value is out of range; the message is for the user
     * @throws Refused if the note is signed
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public long saveDraft(IntakeId id, long version, IntakeDraft draft) {
        var note = mineAt(id, version);
        draft.factors().forEach(vocabulary::factor);
        note.write(draft, Caller.current().staff(), clock.instant());
        return notes.saveAndFlush(note).version();
    }

    /** Signs a note without contradictions, as {@link #sign(UUID, long, List)} does. */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public void sign(IntakeId id, long version) {
        sign(id, version, List.of());
    }

    /**
     * Signs the stored note with the answers to its signing checks, raises the red flags that its screen found, and
     * completes the caller's assessment visit with the patient. A note that leaves the outcome to a chiropractor waits
     * for the conclusion of one.
     *
     * @param answers the answers to the checks that {@link ChecksToAnswer} asked for
     * @throws IdentityService.ProofNeeded if the caller has not confirmed their identity recently
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the caller
     * @throws StaleVersion if a colleague edited the note in the meantime
     * @throws NotReadyToSign if a required field is missing
     * @throws ChecksToAnswer if the note contradicts itself or an open red flag and a check has no answer yet
     * @throws NotEligible if the caller had no valid credential on the day on which the note was written
     * @throws Refused if the outcome is outside the caller's scope; the message is for the user
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public void sign(IntakeId id, long version, List<CheckAnswer> answers) {
        var note = mineAt(id, version);
        // a colleague may be raising a flag at this moment: what is asked and what is signed see the same
        patients.holdHeader(note.patient());
        // an assessment made under a valid credential may be signed later
        credentials.requireMaySign(null, note.writtenAt(clock.instant()), note.clinic());
        // before the signature, since a signed note never changes
        note.answerByAge(
                screening.withAge(note.patient(), note.clinic(), note.draft().screen()));
        notes.saveAndFlush(note);
        note.requireSignable(screening.rules());
        var raised = screening.wouldRaise(
                id.asClinicalNote(), note.patient(), note.clinic(), note.draft().screen());
        IntakeScope.requireWithin(IntakeScope.mayConclude(), note.draft().outcome(), isFlagged(note, raised));
        var answered = SigningCheck.answersTo(IntakeCheck.of(note.draft(), isHeld(note, raised)), answers);
        identity.demandProof();
        if (!answered.isEmpty()) {
            // while the note is still a draft: a signed note takes no more rows
            note.answer(answered);
            notes.saveAndFlush(note);
        }
        note.sign(screening.rules(), Caller.current().staff(), clock.instant(), seal);
        notes.saveAndFlush(note);
        screening.raiseSigned(
                id.asClinicalNote(), note.patient(), note.clinic(), note.draft().screen());
        if (note.draft().outcome() == IntakeOutcome.CHIROPRACTOR_TO_DECIDE) {
            waiting.add(note);
            relations.relateToConclude(note.patient(), note.clinic(), id);
        }
        appointments.assessed(note.patient(), note.clinic());
    }

    /**
     * Returns whether a red flag is on clinical hold now, or one that the signature raises will be, alone or together
     * with those in force.
     */
    private boolean isHeld(IntakeNote note, List<FlagLevel> raised) {
        return patients.brief(note.patient()).filter(PatientBrief::clinicalHold).isPresent()
                || raised.stream().anyMatch(FlagLevel::isHold);
    }

    /** Returns whether the screen found a red flag of level E, U or R, decided since or not, or one is open. */
    private boolean isFlagged(IntakeNote note, List<FlagLevel> raised) {
        var found = screening.rules().findings(note.draft().screen()).stream().map(ScreeningRules.Finding::level);
        return patients.brief(note.patient())
                        .filter(patient -> patient.clinicalHold() || patient.thrustHold())
                        .isPresent()
                || Stream.concat(found, raised.stream()).anyMatch(FlagLevel::forbidsThrust);
    }

    private IntakeNote mineAt(IntakeId id, long version) {
        var note = notes.findById(id.value())
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()))
                .orElseThrow(NotAvailable::new);
        if (note.version() != version) {
            throw new StaleVersion(IntakeNote.class, id);
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
        var concluded = conclusions.find(note);
        var who = names.findNames(Stream.concat(
                        Stream.of(note.changedBy(), signer).filter(Objects::nonNull),
                        concluded.stream().map(IntakeConclusion::concludedBy))
                .collect(Collectors.toSet()));
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
                                signed.isAsSigned(note)),
                concluded.map(one -> conclusion(one, who)).orElse(null));
    }

    private IntakeDetails.Conclusion conclusion(IntakeConclusion one, Map<StaffId, String> who) {
        return new IntakeDetails.Conclusion(
                one.outcome(),
                one.reason(),
                new IntakeDetails.Signature(
                        Objects.requireNonNull(who.get(one.concludedBy())),
                        one.concludedAt(),
                        one.contentHash(),
                        conclusions.isAsSigned(one)));
    }
}
