package io.plumbline.intake;

import io.plumbline.access.AskedRelationService;
import io.plumbline.access.RelationService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.credentials.NotEligible;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.signing.ContentMac;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The conclusions of intake notes that therapists signed and left to a chiropractor: the outcome, or what was found on
 * a contraindication to a thrust. A conclusion is signed beside the note, which stays as it is.
 */
@Service
@Transactional
@Requires(Permission.INTAKE_CONCLUDE)
public class IntakeConclusionService {
    private final IntakeNotes notes;
    private final IntakeConclusions conclusions;
    private final ToConcludeStore waiting;
    private final RelationService relations;
    private final AskedRelationService asked;
    private final IdentityService identity;
    private final CredentialService credentials;
    private final IntakeContraindications contraindications;
    private final PatientService patients;
    private final ContentMac seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IntakeConclusionService(
            IntakeNotes notes,
            IntakeConclusions conclusions,
            ToConcludeStore waiting,
            RelationService relations,
            AskedRelationService asked,
            IdentityService identity,
            CredentialService credentials,
            IntakeContraindications contraindications,
            PatientService patients,
            ContentMac seal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.conclusions = conclusions;
        this.waiting = waiting;
        this.relations = relations;
        this.asked = asked;
        this.identity = identity;
        this.credentials = credentials;
        this.contraindications = contraindications;
        this.patients = patients;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the notes of the current user's patients that wait for a conclusion, the longest waiting first. */
    public List<ToConcludeRow> findForCurrentUser(int limit) {
        var rows = waiting.find(CurrentUser.current().staff(), limit);
        if (!rows.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("intake.to-conclude-listed", rows.size()).upTo(limit));
        }
        return rows;
    }

    /** Returns how many notes of the current user's patients wait for a conclusion. */
    @Transactional(readOnly = true)
    public long countForCurrentUser() {
        return waiting.count(CurrentUser.current().staff());
    }

    /**
     * Concludes a signed note that waits for it. A contraindication that is confirmed has its alert from now on, one that
     * is ruled out no longer has it.
     *
     * @param reason what was found and why this follows, 1 to 1,000 characters
     * @param decided confirmed or ruled out with a reason, each contraindication that the note left to a chiropractor
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague concluded the note in the meantime
     * @throws NotEligible if the current user has no valid credential in chiropractic today
     * @throws Refused if the note does not wait for a conclusion or was amended since, the reason is missing or too long, or
     *     a contraindication is not decided; the message is for the user
     */
    public void conclude(
            IntakeId id, IntakeOutcome outcome, String reason, SortedMap<String, ContraindicationAnswer> decided) {
        ReasonWords.require("The reason", reason, IntakeConclusion.MOST);
        var note = notes.findById(id.value())
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()))
                .orElseThrow(NotAvailable::new);
        // the order of locks; of two conclusions at the same time, the key of the note refuses the second
        patients.holdHeader(note.patient());
        if (conclusions.findById(id.value()).isPresent()) {
            throw new StaleVersion(IntakeConclusion.class, id);
        }
        if (notes.findAmendmentOf(id.value())
                .filter(later -> later.signedAt() != null)
                .isPresent()) {
            throw new Refused("This intake note was amended since. Conclude its newest version");
        }
        credentials.requireMaySign(Discipline.CHIROPRACTIC, clock.instant(), note.clinic());
        var patient = patients.details(note.patient()).orElseThrow(NotAvailable::new);
        var answers = contraindications.answersWith(note, patient.records());
        answers.putAll(decided);
        IntakeCautions.requireHeeded(
                outcome,
                IntakeCautions.of(note.draft(), answers.values(), patient.thrustHold(), contraindications.dayOf(note)));
        var concluded = IntakeConclusion.of(
                note, outcome, reason, decided, CurrentUser.current().staff(), clock.instant(), seal);
        identity.demandProofToSign();
        try {
            conclusions.saveAndFlush(concluded);
        } catch (DataIntegrityViolationException concludedAtTheSameTime) {
            throw new StaleVersion(concludedAtTheSameTime);
        }
        contraindications.keepAlerts(note, decided);
        waiting.remove(id);
        asked.endToConclude(note.patient(), id);
    }
}
