package io.plumbline.intake;

import io.plumbline.access.AskedRelationService;
import io.plumbline.access.RelationService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.RecordGuard;
import io.plumbline.practitioners.credentials.NotEligible;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.NotReadyToSign;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Intake notes of the current user's patients. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.INTAKE_READ)
public class IntakeService {
    /** More intake notes of one patient are not listed; the list says so. */
    public static final int MOST_OF_ONE = 200;

    private final IntakeNotes notes;
    private final IntakeSigning signing;
    private final IntakeVocabulary vocabulary;
    private final RelationService relations;
    private final AskedRelationService asked;
    private final PatientService patients;
    private final IntakeReader reader;
    private final IntakeContraindications contraindications;
    private final IntakeDiscard discard;
    private final RecordGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IntakeService(
            IntakeNotes notes,
            IntakeSigning signing,
            IntakeVocabulary vocabulary,
            RelationService relations,
            AskedRelationService asked,
            PatientService patients,
            IntakeReader reader,
            IntakeContraindications contraindications,
            IntakeDiscard discard,
            RecordGuard guard,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.signing = signing;
        this.vocabulary = vocabulary;
        this.relations = relations;
        this.asked = asked;
        this.patients = patients;
        this.reader = reader;
        this.contraindications = contraindications;
        this.discard = discard;
        this.guard = guard;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a patient's intake notes, signed ones first, then newest first; empty if the patient is not in relation
     * to the current user.
     */
    public List<IntakeRow> findByPatient(PatientId patient) {
        var scope = relations.scopeOf(patient);
        return scope.isClinical(patient) ? notes.findByPatient(scope.patients(), Limit.of(MOST_OF_ONE)) : List.of();
    }

    /** Returns the intake notes of a patient whose chart the current user has open; empty for non-clinicians. */
    public List<IntakeRow> findByPatient(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : notes.findByPatient(opened.records(), Limit.of(MOST_OF_ONE));
    }

    /**
     * Returns the versions of an intake note of a patient whose chart the current user has open, as one of them sees them; empty
     * if it is not one of this patient, and for non-clinicians.
     */
    public Optional<IntakeVersions> versionsOf(IntakeId id, PatientDetails opened) {
        return opened.clinical() == null ? Optional.empty() : reader.versions(id, opened.records());
    }

    /**
     * Returns whether the newest signed version of a note allows a treatment plan.
     *
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the current user
     */
    public boolean allowsPlan(IntakeId id) {
        return reader.allowsPlan(mine(id));
    }

    /**
     * Opens an intake note and records the view in the audit trail.
     *
     * @return empty if the note does not exist or its patient is not in relation to the current user; the two cases look the
     *     same
     */
    @Transactional
    public Optional<IntakeDetails> open(IntakeId id) {
        var note = notes.findById(id.value()).flatMap(reader::details);
        note.ifPresentOrElse(
                found -> events.publishEvent(new IntakeEvent.Viewed(id, found.patient())),
                () -> events.publishEvent(new IntakeEvent.AccessRefused(id)));
        return note;
    }

    /**
     * Opens a signed intake note for a document and records that in the audit trail, each time.
     *
     * @return empty if the note is a draft, or not available to the current user
     */
    @Transactional
    public Optional<IntakeDetails> print(IntakeId id) {
        var note = open(id).filter(found -> found.status() != IntakeStatus.DRAFT);
        note.ifPresent(found -> events.publishEvent(new IntakeEvent.Printed(id, found.patient())));
        return note;
    }

    /**
     * Starts an intake note for a patient in relation to the current user.
     *
     * @param complaint the patient's complaint, at most 2,000 characters; may be empty
     * @throws AccessDeniedException if the patient is not in relation to the current user, or the current user does not work at the
     *     clinic
     * @throws Refused if the patient is deceased, or the record was merged into another; the message is for the user
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public IntakeId begin(PatientId patient, ClinicId clinic, String complaint) {
        return beginFromSubmission(patient, clinic, IntakeDraft.of(complaint));
    }

    /**
     * Starts an intake note for a patient in relation to the current user with all that the patient said in an online intake.
     *
     * @throws AccessDeniedException if the patient is not in relation to the current user, or the current user does not work at the
     *     clinic
     * @throws Refused if the patient is deceased, or the record was merged into another; the message is for the user
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public IntakeId beginFromSubmission(PatientId patient, ClinicId clinic, IntakeDraft said) {
        if (!relations.scopeOf(patient).isClinical(patient)
                || !CurrentUser.current().clinics().contains(clinic)) {
            throw new AccessDeniedException("Not available");
        }
        return begun(patient, clinic, said.with(said.more().withForms(reader.formsToAnswer(patient))));
    }

    /**
     * Starts the examination of a patient who is worse. It begins with the history of the last note and its activities
     * without their ratings; what is to be found and asked again is empty: pain, areas, examination, screen,
     * contraindications and consent.
     *
     * @param complaint at most 2,000 characters
     * @throws AccessDeniedException if the patient is not in relation to the current user, or the current user does not work at the
     *     clinic
     * @throws Refused if the patient is deceased, or the record was merged into another; the message is for the user
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public IntakeId beginExamination(PatientId patient, ClinicId clinic, String complaint) {
        var last = notes.signedLast(relations.scopeOf(patient).patients(), Limit.of(1));
        return beginFromSubmission(
                patient,
                clinic,
                last.isEmpty()
                        ? IntakeDraft.of(complaint)
                        : last.getFirst().draft().toExamineAgain(complaint));
    }

    /**
     * Starts an intake note with what a lead reported, for the chiropractor of the first visit to continue, or else for
     * those of the clinic, or for its therapists if it has none.
     *
     * @param visit the day of the first visit
     * @throws Refused if the patient is deceased, or the record was merged into another; the message is for the user
     */
    @Transactional
    @Requires(Permission.LEAD_CONVERT)
    public void beginFromLead(PatientId patient, ClinicId clinic, IntakeDraft told, LocalDate visit) {
        asked.relateByIntake(patient, clinic, begun(patient, clinic, told), visit);
    }

    /**
     * Returns the status of the intake notes of a patient whose chart the current user has open, newest first. For
     * non-clinicians, so without the content.
     */
    @Requires(Permission.PATIENT_READ)
    public List<IntakeRow.State> statesOf(PatientDetails opened) {
        return notes.findByPatient(opened.records(), Limit.of(MOST_OF_ONE)).stream()
                .map(row -> new IntakeRow.State(row.clinic(), row.status(), row.createdAt()))
                .toList();
    }

    private IntakeId begun(PatientId patient, ClinicId clinic, IntakeDraft said) {
        guard.hold(patient).require(NewEntry.INTAKE);
        return notes.saveAndFlush(IntakeNote.begun(
                        patient, clinic, said, CurrentUser.current().staff(), clock.instant()))
                .id();
    }

    /**
     * Starts a new version of a signed note, with what the note says. It is edited and signed as every draft is; until
     * then the note counts, and it is never changed.
     *
     * @param reason why, 1 to 500 characters
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if somebody amended the note already, or is about to
     * @throws Refused if the note is a draft, or the reason is missing or too long; the message is for the user
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public IntakeId amend(IntakeId id, String reason) {
        ReasonWords.require("The reason", reason, IntakeAmendment.MOST);
        var note = mine(id);
        // of two amendments at the same time, the second sees the first; the key of the note refuses it in any case
        patients.holdHeader(note.patient());
        if (notes.findAmendmentOf(id.value()).isPresent()) {
            throw new StaleVersion(IntakeNote.class, id);
        }
        var amendment = IntakeNote.amending(
                note, reader.draftToAmend(note), reason, CurrentUser.current().staff(), clock.instant());
        try {
            return notes.saveAndFlush(amendment).id();
        } catch (DataIntegrityViolationException amendedAtTheSameTime) {
            throw new StaleVersion(amendedAtTheSameTime);
        }
    }

    /**
     * Saves the draft, complete or not.
     *
     * @param version the version that the current user saw
     * @return the new version
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague edited the note in the meantime
     * @throws Refused if a value is out of range, or the note is signed; the message is for the user
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public long saveDraft(IntakeId id, long version, IntakeDraft draft) {
        var note = mineAt(id, version);
        draft.factors().forEach(vocabulary::factor);
        contraindications.requirePlausible(note.clinic(), draft.more());
        note.write(reader.withHiddenAnswers(note, draft), CurrentUser.current().staff(), clock.instant());
        return notes.saveAndFlush(note).version();
    }

    /**
     * Discards a draft, which is kept aside, where no screen reads it. No red flag may have been raised from it. A signed
     * note whose amendment is discarded can be amended again.
     *
     * @param version the version that the current user saw
     * @param reason why, 1 to 400 characters
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague edited the note in the meantime
     * @throws Refused if the note is signed, a red flag was raised from it, or the reason is missing or too long; the
     *     message is for the user
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public void discard(IntakeId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        var note = mineAt(id, version);
        // a colleague may be raising a flag from it at this moment
        patients.holdHeader(note.patient());
        discard.discard(note, reason);
    }

    /** Signs a note without contradictions, as {@link #sign(IntakeId, long, List)} does. */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public void sign(IntakeId id, long version) {
        sign(id, version, List.of());
    }

    /**
     * Signs the stored note with the answers to its signing checks, raises the red flags that its screen found, and
     * completes the current user's assessment visit with the patient. A note that leaves the outcome to a chiropractor waits
     * for the conclusion of one. A version that amends a note takes its place; the note stays as it was signed, and no
     * red flag is cleared.
     *
     * @param answers the answers to the checks that {@link ChecksToAnswer} asked for
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague edited the note in the meantime
     * @throws NotReadyToSign if a required field is missing, or a contraindication that the note proposes is neither
     *     confirmed nor denied with a reason
     * @throws ChecksToAnswer if the note contradicts itself or an open red flag, or takes back the finding of one, and a
     *     check has no answer yet
     * @throws NotEligible if the current user had no valid credential on the day on which the note was written
     * @throws Refused if the outcome, or what is said about a contraindication, is outside the current user's scope, or the
     *     version changes nothing; the message is for the user
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public void sign(IntakeId id, long version, List<CheckReply> answers) {
        signing.sign(mineAt(id, version), answers);
    }

    private IntakeNote mine(IntakeId id) {
        return reader.findForCurrentUser(id).orElseThrow(NotAvailable::new);
    }

    private IntakeNote mineAt(IntakeId id, long version) {
        return mine(id).at(version);
    }
}
