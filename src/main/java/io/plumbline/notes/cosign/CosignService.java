package io.plumbline.notes.cosign;

import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.NotesToCosign;
import io.plumbline.notes.NotesToCosign.ToCosign;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.credentials.NotEligible;
import io.plumbline.safety.NoteFlagQuery;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.SignatureCheck;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Co-signatures of session notes: the supervisor of the author co-signs a note, or returns it with a remark, which the
 * author answers in an addendum. The latest decision counts.
 */
@Service
@Transactional
@Requires(Permission.NOTE_WRITE)
public class CosignService {
    private final Cosignatures cosignatures;
    private final Map<CosignDecision, SignedCosignatures> signed = new EnumMap<>(CosignDecision.class);
    private final CosignQuery query;
    private final NotesToCosign notes;
    private final NoteFlagQuery flags;
    private final PatientService patients;
    private final RelationService relations;
    private final CredentialService credentials;
    private final IdentityService identity;
    private final StaffNameQuery names;
    private final SignatureCheck check;
    private final ContentMac seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CosignService(
            Cosignatures cosignatures,
            SignedCosignatures cosignedNotes,
            SignedCosignatures returnedNotes,
            CosignQuery query,
            NotesToCosign notes,
            NoteFlagQuery flags,
            PatientService patients,
            RelationService relations,
            CredentialService credentials,
            IdentityService identity,
            StaffNameQuery names,
            SignatureCheck check,
            ContentMac seal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cosignatures = cosignatures;
        signed.put(CosignDecision.COSIGNED, cosignedNotes);
        signed.put(CosignDecision.RETURNED, returnedNotes);
        this.query = query;
        this.notes = notes;
        this.flags = flags;
        this.patients = patients;
        this.relations = relations;
        this.credentials = credentials;
        this.identity = identity;
        this.names = names;
        this.check = check;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the notes that the current user has to co-sign, their own that were returned to them, and those to which they
     * wrote an addendum without signing it, if they are in relation to the patient; oldest day first.
     */
    @Requires(Permission.NOTE_READ)
    public List<CosignRow> findForCurrentUser() {
        var found = query.findWaitingFor(CurrentUser.current().staff());
        var scope = found.stream().anyMatch(CosignRow::hasUnsignedAddendum) ? relations.scope() : null;
        var rows = found.stream()
                .filter(row -> !row.hasUnsignedAddendum() || scope != null && scope.isClinical(row.patient()))
                .toList();
        if (!rows.isEmpty()) {
            events.publishEvent(PeopleListed.of("note.cosign-listed", rows.size()));
        }
        return rows;
    }

    /** Returns how many notes the current user has to co-sign or to answer. */
    @Transactional(readOnly = true)
    @Requires(Permission.NOTE_READ)
    public long countForCurrentUser() {
        return query.countWaitingFor(CurrentUser.current().staff());
    }

    /** Returns the co-signature of a note that the current user has open. */
    @Requires(Permission.NOTE_READ)
    public CosignState findByNote(NoteDetails opened) {
        return Objects.requireNonNull(findByNotes(List.of(opened)).get(opened.id()));
    }

    /** Returns the co-signature of each of some notes that the current user has open. */
    @Requires(Permission.NOTE_READ)
    public Map<NoteId, CosignState> findByNotes(List<NoteDetails> opened) {
        var ids = opened.stream()
                .filter(CosignService::isCosigned)
                .map(note -> note.id().value())
                .toList();
        var decided = ids.isEmpty() ? List.<Cosignature>of() : cosignatures.about(ids);
        var by = decided.isEmpty()
                ? Map.<StaffId, String>of()
                : names.findNames(decided.stream().map(Cosignature::decidedBy).collect(Collectors.toUnmodifiableSet()));
        var waiting = opened.stream()
                .filter(note -> note.status() == NoteStatus.AWAITING_COSIGNATURE)
                .map(NoteDetails::id)
                .toList();
        var awaiting = waiting.isEmpty() ? Map.<NoteId, CosignQuery.Awaiting>of() : query.findAwaiting(waiting);
        return opened.stream().collect(Collectors.toMap(NoteDetails::id, note -> state(note, awaiting, decided, by)));
    }

    /**
     * Returns the red flags that were raised from a note that waits for the current user's co-signature, most urgent first:
     * the supervisor needs them to decide, also outside the relation to its patient. Empty for other notes.
     */
    @Transactional(readOnly = true)
    public List<NoteFlagQuery.Raised> findRaised(NoteDetails opened) {
        return notes.patientOf(opened.id())
                .map(patient -> flags.findByNote(patient, opened.id().asClinicalNote()))
                .orElseGet(List::of);
    }

    private static boolean isCosigned(NoteDetails note) {
        var signature = note.signature();
        return signature != null && signature.cosigned();
    }

    private CosignState state(
            NoteDetails note,
            Map<NoteId, CosignQuery.Awaiting> awaiting,
            List<Cosignature> decided,
            Map<StaffId, String> by) {
        var now = awaiting.get(note.id());
        return new CosignState(
                now == null
                        ? null
                        : new CosignState.Waiting(
                                now.supervisorName(),
                                CurrentUser.current().staff().equals(now.supervisor()) && !note.mine(),
                                now.isReturned(),
                                new CosignSeen(note.version(), now.history())),
                decided.stream()
                        .filter(one -> one.isOf(note.id()))
                        .map(one -> decision(one, by))
                        .toList());
    }

    private CosignState.Decision decision(Cosignature one, Map<StaffId, String> by) {
        return new CosignState.Decision(
                one.decision(),
                one.remark(),
                one.decidedBy(),
                by.getOrDefault(one.decidedBy(), ""),
                one.decidedAt(),
                one.contentHash(),
                Objects.requireNonNull(signed.get(one.decision())).isAsSigned(one, check));
    }

    /**
     * Co-signs a note that waits for the current user's co-signature. The supervisor is entitled in its discipline as its
     * author was: on the day of treatment.
     *
     * @param seen what the current user has read
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     * @throws NotAvailable if the note does not exist or is not available to the current user
     * @throws StaleVersion if a decision or an addendum was added, or the note was changed, in the meantime
     * @throws NotEligible if the current user had no valid credential in the discipline of the note
     * @throws Refused if it is the current user's own note or that of somebody whom they do not supervise, or it does not wait
     *     for a co-signature any more; the message is for the user
     */
    public void sign(NoteId id, CosignSeen seen) {
        var note = requireAsSeen(id, seen);
        credentials.requireMaySign(note.service().discipline(), note.treatedOn());
        identity.demandProofToSign();
        keep(Cosignature.cosigned(
                id, note, seen.history(), CurrentUser.current().staff(), clock.instant(), seal));
        notes.complete(id, seen.version());
    }

    /**
     * Returns a note that waits for the current user's co-signature to its author.
     *
     * @param seen what the current user has read
     * @param remark what the author has to add or explain, 1 to 1,000 characters
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     * @throws NotAvailable if the note does not exist or is not available to the current user
     * @throws StaleVersion if a decision or an addendum was added, or the note was changed, in the meantime
     * @throws Refused if the remark is missing or too long, it is the current user's own note or that of somebody whom they do
     *     not supervise, or it does not wait for a co-signature any more; the message is for the user
     */
    public void giveBack(NoteId id, CosignSeen seen, String remark) {
        ReasonWords.require("The remark", remark, Cosignature.MOST);
        var note = requireAsSeen(id, seen);
        var returned = Cosignature.returned(
                id, note, seen.history(), remark, CurrentUser.current().staff(), clock.instant(), seal);
        identity.demandProofToSign();
        keep(returned);
    }

    private ToCosign requireAsSeen(NoteId id, CosignSeen seen) {
        var note = notes.require(id, seen.version());
        // the order of locks; of two decisions at the same time, the unique key of the history refuses the second
        patients.holdHeader(note.patient());
        var now = query.findAwaiting(Set.of(id)).get(id);
        if (now == null || now.history() != seen.history()) {
            throw new StaleVersion(Cosignature.class, id);
        }
        if (now.isReturned()) {
            throw new Refused("This note was returned to its author, who has not answered yet");
        }
        return note;
    }

    private void keep(Cosignature decision) {
        try {
            cosignatures.saveAndFlush(decision);
        } catch (DataIntegrityViolationException decidedAtTheSameTime) {
            throw new StaleVersion(decidedAtTheSameTime);
        }
    }

    /** Returns how many notes of the current user's clinics wait for a co-signature, without clinical content. */
    @Transactional(readOnly = true)
    @Requires(Permission.NOTE_FOLLOW)
    public AwaitingCosignature countAwaiting() {
        return query.sumUp(CurrentUser.current().clinics());
    }
}
