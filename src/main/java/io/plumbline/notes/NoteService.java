package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.credentials.NotEligible;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.NotReadyToSign;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Session notes. Only the author reads a draft; everybody in relation to the patient reads a signed note, as far as its
 * privacy allows. A supervisor reads the notes that wait for their co-signature, also outside the relation and whatever
 * their privacy.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_READ)
public class NoteService {
    /** The most visits of a kind that {@link #visitsToday} has, the oldest. */
    public static final int MOST_VISITS = VisitQuery.MOST;

    /** The number of days for which an appointment without a note stays on its practitioner's list. */
    private static final int DAYS_TO_WRITE_LATE = 14;

    private final SessionNotes notes;
    private final NoteReaderQuery readers;
    private final VisitQuery visits;
    private final OfferedModalities offered;
    private final RelationService relations;
    private final StaffNameQuery names;
    private final PatientService patients;
    private final NoteSigning signing;
    private final ClinicService clinics;
    private final SignedNotes signed;
    private final NotesToCosign toCosign;
    private final NoteDiscard discard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoteService(
            SessionNotes notes,
            NoteReaderQuery readers,
            VisitQuery visits,
            OfferedModalities offered,
            RelationService relations,
            StaffNameQuery names,
            PatientService patients,
            NoteSigning signing,
            ClinicService clinics,
            SignedNotes signed,
            NotesToCosign toCosign,
            NoteDiscard discard,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.readers = readers;
        this.visits = visits;
        this.offered = offered;
        this.relations = relations;
        this.names = names;
        this.patients = patients;
        this.signing = signing;
        this.clinics = clinics;
        this.signed = signed;
        this.toCosign = toCosign;
        this.discard = discard;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the current user's own visits of today, booked or planned, by time, after earlier visits without a signed note.
     */
    public List<VisitRow> visitsToday() {
        // today at any clinic is at most one day away from today in UTC
        var utc = LocalDate.now(clock);
        var rows = visits.findVisits(
                CurrentUser.current().staff(), utc.minusDays(DAYS_TO_WRITE_LATE), utc.minusDays(1), utc.plusDays(1));
        var today = rows.stream()
                .filter(row -> !row.isOfNote() && row.on().equals(clinics.todayAt(row.clinic())))
                .toList();
        var ofToday = today.stream().map(VisitRow::note).collect(Collectors.toSet());
        var earlier = rows.stream()
                .filter(row -> row.on().isBefore(clinics.todayAt(row.clinic())))
                .filter(row -> row.isOfNote()
                        ? !ofToday.contains(row.note())
                        : row.appointment() != null && row.note() == null && row.wantsNote())
                .map(VisitRow::asEarlier);
        return Stream.concat(earlier, today.stream()).toList();
    }

    /** Returns how many visits of the current user still need a note or its signature. */
    public long countOpen() {
        return visitsToday().stream().filter(VisitRow::isOpen).count();
    }

    /**
     * Returns the first page of a patient's session notes, newest first, those that are restricted to others without
     * content; empty if the patient is not in relation to the current user.
     */
    public List<NoteRow> findByPatient(PatientId patient) {
        var scope = relations.scopeOf(patient);
        return scope.isClinical(patient) ? readers.findByPatient(scope.patients(), NoteHistoryService.PAGE) : List.of();
    }

    /**
     * Opens a session note and records the view in the audit trail.
     *
     * @return empty if the note does not exist, its patient is not in relation to the current user, or it is another author's
     *     draft or restricted to others; the cases look the same
     */
    @Transactional
    public Optional<NoteDetails> open(NoteId id) {
        var note = notes.findById(id.value()).filter(this::isReadable).flatMap(this::details);
        note.ifPresentOrElse(
                found -> events.publishEvent(new NoteEvent.Viewed(id, found.patient())),
                () -> events.publishEvent(new NoteEvent.AccessRefused(id)));
        return note;
    }

    /**
     * Returns what a record that refers to a note needs to know of it. It opens nothing, so no view is recorded.
     *
     * @return empty where {@link #open} returns nothing
     */
    public Optional<NoteBrief> brief(NoteId id) {
        return notes.findById(id.value())
                .filter(this::isReadable)
                .filter(note -> relations.scopeOf(note.patient()).isClinical(note.patient()))
                .map(note -> new NoteBrief(
                        note.patient(),
                        note.status(),
                        note.clinic(),
                        note.delivered().appointment(),
                        note.treatedOn(),
                        note.draft().areaLabels()));
    }

    /**
     * Opens a signed session note for a document and records that in the audit trail, each time.
     *
     * @return empty if the note is a draft, or not available to the current user
     */
    @Transactional
    public Optional<NoteDetails> print(NoteId id) {
        var note = open(id).filter(found -> found.status() != NoteStatus.DRAFT);
        note.ifPresent(found -> events.publishEvent(new NoteEvent.Printed(id, found.patient())));
        return note;
    }

    /**
     * Saves the draft, complete or not. Accepts a new modality only if it belongs to the visit and to what the current user
     * is trained in and offers.
     *
     * @param version the version that the current user saw
     * @return the new version
     * @throws NotAvailable if the note does not exist or is not the current user's
     * @throws StaleVersion if the note was changed in the meantime
     * @throws Refused if a value is out of range; the message is for the user
     * @throws Refused if the note is signed
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public long saveDraft(NoteId id, long version, NoteDraft draft) {
        var note = ownAt(id, version);
        var added = new TreeSet<>(draft.modalities());
        draft.details().treatments().forEach(row -> added.add(row.modality()));
        added.removeAll(note.draft().modalities());
        note.draft().details().treatments().forEach(row -> added.remove(row.modality()));
        offered.require(added, note.service());
        offered.requireAdjusting(draft.details(), note.clinic());
        note.write(draft, clock.instant());
        return notes.saveAndFlush(note).version();
    }

    /** Signs a note without contradictions, as {@link #sign(UUID, long, List)} does. */
    @Transactional(noRollbackFor = ChecksToAnswer.class)
    @Requires(Permission.NOTE_WRITE)
    public void sign(NoteId id, long version) {
        sign(id, version, List.of());
    }

    /**
     * Signs the stored note with the answers to its signing checks, raises the flag that its safety re-check found,
     * completes the visit, and, if the patient was treated, counts the visit in the treatment plan.
     *
     * @param answers the answers to the checks that {@link ChecksToAnswer} asked for
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     * @throws NotAvailable if the note does not exist or is not the current user's
     * @throws StaleVersion if the note was changed in the meantime
     * @throws NotReadyToSign if a required field is missing
     * @throws ChecksToAnswer if the note contradicts itself or the record and a check has no answer yet
     * @throws NotEligible if the current user had no valid credential on the day of treatment
     */
    // what is asked is asked before anything is written, and the author answers in the same transaction or another
    @Transactional(noRollbackFor = ChecksToAnswer.class)
    @Requires(Permission.NOTE_WRITE)
    public void sign(NoteId id, long version, List<CheckReply> answers) {
        signing.sign(ownAt(id, version), answers);
    }

    /**
     * Discards a draft of the current user; its visit has no note again. No red flag may have been raised from it. A draft that
     * says something needs a reason and is kept aside, where no screen reads it.
     *
     * @param reason at most 400 characters; empty for an empty draft
     * @throws NotAvailable if the note does not exist or is not the current user's
     * @throws StaleVersion if the note was changed in the meantime
     * @throws Refused if the note is signed, or the reason is missing
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public void discard(NoteId id, long version, String reason) {
        ReasonWords.optional("The reason", reason, ReasonWords.LONGEST);
        var note = ownAt(id, version);
        if (signing.hasRaisedFlag(note)) {
            throw new Refused("A red flag was raised from this note, so the note stays on record");
        }
        discard.discard(note, reason, false);
    }

    private SessionNote ownAt(NoteId id, long version) {
        var note = notes.findById(id.value())
                .filter(found -> found.author().equals(CurrentUser.current().staff()))
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()))
                .orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(note.version() == version, SessionNote.class, id);
        return note;
    }

    private boolean isReadable(SessionNote note) {
        return note.author().equals(CurrentUser.current().staff())
                || note.status() != NoteStatus.DRAFT && (readers.mayRead(note) || toCosign.isForCurrentUser(note));
    }

    Optional<NoteDetails> details(SessionNote note) {
        return patients.brief(note.patient())
                .filter(PatientBrief::clinical)
                .map(patient -> details(note, patient.name(), patient.clinicalHold()))
                .or(() -> toCosign.patientNameOf(note).map(name -> details(note, name, false)));
    }

    private NoteDetails details(SessionNote note, String patientName, boolean isOnHold) {
        var signedAt = note.signedAt();
        var me = CurrentUser.current();
        var isMine = note.author().equals(me.staff());
        var author = isMine ? new StaffNameQuery.Named(me.displayName(), true) : names.find(note.author());
        return new NoteDetails(
                note.id(),
                note.version(),
                note.patient(),
                patientName,
                note.clinic(),
                note.service(),
                note.treatedOn(),
                note.status(),
                note.draft(),
                note.status() == NoteStatus.DRAFT ? offered.findFor(note.service()) : List.of(),
                note.checks(),
                author.name(),
                isMine,
                author.active(),
                isOnHold,
                note.privacy(),
                signedAt == null
                        ? null
                        : new NoteDetails.Signature(
                                note.author(),
                                signedAt,
                                Objects.requireNonNullElse(note.contentHash(), ""),
                                signed.isAsSigned(note),
                                note.isCosigned()),
                takenOver(note.takenOver()));
    }

    private NoteDetails.@Nullable TakenOverVisit takenOver(@Nullable TakenOver takenOver) {
        return takenOver == null
                ? null
                : new NoteDetails.TakenOverVisit(names.find(takenOver.from()).name(), takenOver.presence());
    }
}
