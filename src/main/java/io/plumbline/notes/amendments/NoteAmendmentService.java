package io.plumbline.notes.amendments;

import io.plumbline.access.StaffNameQuery;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteBrief;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentMac;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Amends signed session notes. Every clinician in relation to the patient reads amendments and may add one; only the
 * author reads an addendum that is not signed yet.
 */
@Service
@Transactional
@Requires(Permission.NOTE_WRITE)
public class NoteAmendmentService {
    private final NoteAmendments amendments;
    private final AddendumDrafts drafts;
    private final SignedAmendments signed;
    private final NoteService notes;
    private final StaffNameQuery names;
    private final PatientService patients;
    private final IdentityService identity;
    private final ApplicationEventPublisher events;
    private final ContentMac seal;
    private final Clock clock;

    NoteAmendmentService(
            NoteAmendments amendments,
            AddendumDrafts drafts,
            SignedAmendments signed,
            NoteService notes,
            StaffNameQuery names,
            PatientService patients,
            IdentityService identity,
            ApplicationEventPublisher events,
            ContentMac seal,
            Clock clock) {
        this.amendments = amendments;
        this.drafts = drafts;
        this.signed = signed;
        this.notes = notes;
        this.names = names;
        this.patients = patients;
        this.identity = identity;
        this.events = events;
        this.seal = seal;
        this.clock = clock;
    }

    /** An addendum that is being written, with the version to pass to the next save. */
    public record Draft(long version, Addendum addendum) {}

    /**
     * What was added to a note.
     *
     * @param rows the amendments, in the order in which they were signed
     * @param isCopy whether the note was copied from the record of another patient
     */
    public record Added(List<AmendmentRow> rows, boolean isCopy) {}

    /** Returns what was added to a note that the current user has open. */
    @Requires(Permission.NOTE_READ)
    public Added findByNote(NoteDetails opened) {
        return Objects.requireNonNull(findByNotes(List.of(opened)).get(opened.id()));
    }

    /** Returns what was added to each of some notes that the current user has open. */
    @Requires(Permission.NOTE_READ)
    public Map<NoteId, Added> findByNotes(List<NoteDetails> opened) {
        var ids = opened.stream().map(note -> note.id().value()).toList();
        var found = ids.isEmpty() ? List.<NoteAmendment>of() : amendments.about(ids);
        var by = found.isEmpty()
                ? Map.<StaffId, String>of()
                : names.findNames(found.stream().map(NoteAmendment::signedBy).collect(Collectors.toSet()));
        return opened.stream()
                .map(NoteDetails::id)
                .collect(Collectors.toMap(Function.identity(), note -> added(note, found, by)));
    }

    private Added added(NoteId note, List<NoteAmendment> found, Map<StaffId, String> names) {
        return new Added(
                found.stream()
                        .filter(one -> one.isOf(note))
                        .map(one -> row(one, names))
                        .toList(),
                found.stream().anyMatch(one -> note.equals(one.copy())));
    }

    private AmendmentRow row(NoteAmendment one, Map<StaffId, String> names) {
        return new AmendmentRow(
                one.kind(),
                one.text(),
                one.signedBy(),
                names.getOrDefault(one.signedBy(), ""),
                one.signedAt(),
                one.contentHash(),
                signed.isAsSigned(one),
                Optional.ofNullable(one.copy())
                        .filter(copy -> notes.brief(copy).isPresent())
                        .orElse(null));
    }

    /** Returns the addendum that the current user is writing; an empty one that was never saved if there is none. */
    @Transactional(readOnly = true)
    public Draft draftOf(NoteId note) {
        return mine(note)
                .map(draft -> new Draft(draft.version(), new Addendum(draft.text())))
                .orElseGet(() -> new Draft(-1, Addendum.EMPTY));
    }

    /**
     * Saves the addendum that the current user is writing.
     *
     * @param version the version that the current user saw; -1 for the first save
     * @return the new version
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if it was changed in the meantime, as in another window
     * @throws Refused if the note is a draft or the text is too long; the message is for the user
     */
    public long saveDraft(NoteId note, long version, Addendum addendum) {
        var brief = requireAmendable(note);
        var me = CurrentUser.current().staff();
        var draft = mine(note).orElse(null);
        StaleVersion.throwUnless((draft == null ? -1 : draft.version()) == version, AddendumDraft.class, note);
        if (draft == null) {
            draft = AddendumDraft.begun(note, me, addendum.text(), clock.instant());
        } else {
            draft.write(addendum.text(), clock.instant());
        }
        var saved = drafts.saveAndFlush(draft).version();
        events.publishEvent(new AddendumEvent.Written(note, brief.patient(), saved));
        return saved;
    }

    /**
     * Signs the addendum that the current user wrote. It is shown and printed with the note from now on, and cannot change.
     *
     * @param version the version that the current user saw
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if it was changed in the meantime, as in another window
     * @throws Refused if the addendum is empty, or the note is a draft; the message is for the user
     */
    public void sign(NoteId note, long version) {
        var brief = requireAmendable(note);
        // a supervisor co-signs what they have read: an addendum comes before the co-signature or after it
        patients.holdHeader(brief.patient());
        var draft = mineAt(note, version);
        identity.demandProofToSign();
        amendments.save(NoteAmendment.signed(
                note,
                brief.patient(),
                AmendmentKind.ADDENDUM,
                draft.text(),
                null,
                CurrentUser.current().staff(),
                clock.instant(),
                seal));
        drafts.delete(draft);
    }

    /**
     * Discards the addendum that the current user is writing.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the note does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if it was changed in the meantime, as in another window
     */
    public void discard(NoteId note, long version) {
        var brief = requireAmendable(note);
        drafts.delete(mineAt(note, version));
        events.publishEvent(new AddendumEvent.Discarded(note, brief.patient()));
    }

    private NoteBrief requireAmendable(NoteId note) {
        var brief = notes.brief(note).orElseThrow(NotAvailable::new);
        if (brief.status() == NoteStatus.DRAFT) {
            throw new Refused("This note is a draft and can still be changed");
        }
        return brief;
    }

    private AddendumDraft mineAt(NoteId note, long version) {
        return mine(note)
                .filter(draft -> draft.version() == version)
                .orElseThrow(() -> new StaleVersion(AddendumDraft.class, note));
    }

    private Optional<AddendumDraft> mine(NoteId note) {
        return drafts.findByNoteIdAndAuthorId(
                note.value(), CurrentUser.current().staff());
    }
}
