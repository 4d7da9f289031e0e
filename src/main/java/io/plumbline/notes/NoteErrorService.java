package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.RecordGuard;
import io.plumbline.plans.PlanService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks signed session notes as entered in error, and takes back what they counted for. */
@Service
@Transactional
@Requires(Permission.NOTE_WRITE)
public class NoteErrorService {
    private static final int MOST_REASON = 400;

    private final SessionNotes notes;
    private final NoteReaderQuery readers;
    private final VisitQuery visits;
    private final RelationService relations;
    private final StaffNameQuery names;
    private final PatientService patients;
    private final PlanService plans;
    private final ScreeningService screening;
    private final IdentityService identity;
    private final RecordGuard guard;
    private final NoteErrors reasons;
    private final Clock clock;

    NoteErrorService(
            SessionNotes notes,
            NoteReaderQuery readers,
            VisitQuery visits,
            RelationService relations,
            StaffNameQuery names,
            PatientService patients,
            PlanService plans,
            ScreeningService screening,
            IdentityService identity,
            RecordGuard guard,
            NoteErrors reasons,
            Clock clock) {
        this.notes = notes;
        this.readers = readers;
        this.visits = visits;
        this.relations = relations;
        this.names = names;
        this.patients = patients;
        this.plans = plans;
        this.screening = screening;
        this.identity = identity;
        this.guard = guard;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * Marks a signed note as entered in error. It stays readable with the reason. The visit that it delivered is open
     * again, and the scores that it contained no longer count. Red flags raised from it stay, until a chiropractor
     * decides on them.
     *
     * @param version the version that the current user saw
     * @param reason why, at most 400 characters
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     * @throws NotAvailable if the note does not exist, or the current user may not mark it
     * @throws StaleVersion if the note was changed in the meantime
     * @throws Refused if the reason is missing, or the note is a draft or marked already
     */
    public void mark(NoteId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        mark(markable(id, version), reason, null);
    }

    /**
     * Marks a note that was written in the record of the wrong patient as entered in error, and starts a draft with the
     * same content in the right record, for the author to sign. What was carried forward is not marked in the copy,
     * since it came from the wrong record; what a template filled in is.
     *
     * @param right the patient who was treated
     * @return the draft in the right record
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     * @throws NotAvailable if the note does not exist, or the current user may not mark it
     * @throws StaleVersion if the note was changed in the meantime
     * @throws Refused if the reason is missing, the current user is not the author, its visit was taken over, the patient is the same or is not treated
     *     by the current user, that patient has a note of that day already, or the note is marked already
     */
    public NoteId moveTo(PatientId right, NoteId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        var note = markable(id, version);
        if (!isMine(note)) {
            throw new Refused("Only the author can write this note again in another record");
        }
        if (note.takenOver() != null) {
            throw new Refused("The visit of this note was taken over. Mark the note as entered in error, and take over"
                    + " the visit in the right record");
        }
        if (right.equals(note.patient())) {
            throw new Refused("This note is already in that patient's record. Choose the patient who was treated");
        }
        if (!relations.scopeOf(right).isClinical(right)) {
            throw new Refused("You do not treat this patient. Choose another");
        }
        // always in the same order, so that two people cannot wait for each other
        Stream.of(right, note.patient())
                .sorted(Comparator.comparing(PatientId::value))
                .forEach(patients::holdHeader);
        guard.hold(right).require(NewEntry.OTHER);
        var copy = draftFor(right, note);
        copy.write(note.draft().withDetails(note.draft().details().withCarried(null)), clock.instant());
        notes.saveAndFlush(copy);
        raiseAgain(copy);
        mark(note, reason, copy.id());
        return copy.id();
    }

    /** Returns the draft of the visit of the right patient on that day, begun if there is none; or that of a walk-in. */
    private SessionNote draftFor(PatientId right, SessionNote note) {
        var rows = visits
                .findVisits(CurrentUser.current().staff(), note.treatedOn(), note.treatedOn(), note.treatedOn())
                .stream()
                .filter(row -> row.patient() != null
                        && right.equals(guard.continueOn(row.patient()))
                        && row.service() == note.service())
                .toList();
        var begun =
                rows.stream().map(VisitRow::note).flatMap(Stream::ofNullable).findFirst();
        if (begun.isPresent()) {
            return notes.findById(begun.get().value())
                    .filter(draft -> draft.status() == NoteStatus.DRAFT && draft.isEmpty() && isMine(draft))
                    .orElseThrow(() -> new Refused("This patient already has a session note of that day. Mark this"
                            + " note as entered in error, and add what is missing to that one"));
        }
        return notes.saveAndFlush(SessionNote.begun(
                visitOf(right, note, rows.stream().findFirst()),
                CurrentUser.current().staff(),
                clock.instant()));
    }

    private static VisitToWrite visitOf(PatientId right, SessionNote note, Optional<VisitRow> unwritten) {
        return new VisitToWrite(
                right,
                unwritten.map(VisitRow::clinic).orElseGet(note::clinic),
                note.service(),
                note.treatedOn(),
                unwritten.map(VisitRow::appointment).orElse(null),
                unwritten.map(VisitRow::plannedVisit).orElse(null));
    }

    /** What the note found holds the treatment of the right patient at once, not only when the copy is signed. */
    private void raiseAgain(SessionNote copy) {
        copy.draft()
                .found()
                .ifPresent(rule -> screening.raise(
                        copy.id().asClinicalNote(), copy.patient(), copy.clinic(), Map.of(rule, ScreeningAnswer.YES)));
    }

    private void mark(SessionNote note, String reason, @Nullable NoteId copy) {
        var why = TextLimit.required("The reason", reason, MOST_REASON);
        patients.holdHeader(note.patient());
        identity.demandProof();
        note.enterInError(why, copy);
        reasons.sign(note.id(), note.patient(), why, copy);
        notes.saveAndFlush(note);
        plans.takeBack(note.patient(), note.id());
    }

    private SessionNote markable(NoteId id, long version) {
        var note = notes.findById(id.value()).filter(this::mayMark).orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(note.version() == version, SessionNote.class, id);
        if (!isMine(note)) {
            relations.requireMoreThanReason(note.patient(), "ask a clinician who treats the patient to mark the note");
        }
        return note;
    }

    private boolean mayMark(SessionNote note) {
        return relations.scopeOf(note.patient()).isClinical(note.patient())
                && readers.mayRead(note)
                && (isMine(note)
                        || note.status() != NoteStatus.DRAFT
                                && !names.find(note.author()).active());
    }

    private static boolean isMine(SessionNote note) {
        return note.author().equals(CurrentUser.current().staff());
    }
}
