package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
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
    private final VisitQuery visits;
    private final RelationService relations;
    private final StaffNameQuery names;
    private final PatientService patients;
    private final PlanService plans;
    private final IdentityService identity;
    private final Clock clock;

    NoteErrorService(
            SessionNotes notes,
            VisitQuery visits,
            RelationService relations,
            StaffNameQuery names,
            PatientService patients,
            PlanService plans,
            IdentityService identity,
            Clock clock) {
        this.notes = notes;
        this.visits = visits;
        this.relations = relations;
        this.names = names;
        this.patients = patients;
        this.plans = plans;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Marks a signed note as entered in error. It stays readable with the reason. The visit that it delivered is open
     * again, and the scores that it contained no longer count. Red flags raised from it stay, until a chiropractor
     * decides on them.
     *
     * @param version the version that the caller saw
     * @param reason why, at most 400 characters
     * @throws IdentityService.ProofNeeded if the caller has not confirmed their identity recently
     * @throws NotAvailable if the note does not exist, or the caller may not mark it
     * @throws StaleVersion if the note was changed in the meantime
     * @throws Refused if the reason is missing, or the note is a draft or marked already
     */
    public void mark(NoteId id, long version, String reason) {
        mark(markable(id, version), reason, null);
    }

    /**
     * Marks a note that was written in the record of the wrong patient as entered in error, and starts a draft with the
     * same content in the right record, for the author to sign. What was carried forward is not marked in the copy,
     * since it came from the wrong record.
     *
     * @param right the patient who was treated
     * @return the draft in the right record
     * @throws IdentityService.ProofNeeded if the caller has not confirmed their identity recently
     * @throws NotAvailable if a record does not exist or is not in relation to the caller
     * @throws StaleVersion if the note was changed in the meantime
     * @throws Refused if the reason is missing, the caller is not the author, the patient is the same, or the note is
     *     marked already
     */
    public NoteId moveTo(PatientId right, NoteId id, long version, String reason) {
        var note = markable(id, version);
        if (!isMine(note)) {
            throw new Refused("Only the author can write this note again in another record");
        }
        if (right.equals(note.patient())) {
            throw new Refused("This note already is in the record of that patient. Choose the patient who was treated");
        }
        if (!relations.scopeOf(right).isClinical(right)) {
            throw new NotAvailable();
        }
        var copy = notes.saveAndFlush(
                SessionNote.begun(visitOf(right, note), Caller.current().staff(), clock.instant()));
        copy.write(note.draft().withDetails(note.draft().details().withCarried(null)), clock.instant());
        notes.saveAndFlush(copy);
        mark(note, reason, copy.id());
        return copy.id();
    }

    private void mark(SessionNote note, String reason, @Nullable NoteId copy) {
        var why = TextLimit.required("The reason", reason, MOST_REASON);
        patients.holdHeader(note.patient());
        identity.demandProof();
        note.enterInError(why, copy);
        notes.saveAndFlush(note);
        plans.takeBack(note.patient(), note.id());
    }

    /** Returns the visit of the right patient on that day that has no note yet, or else a walk-in. */
    private VisitToWrite visitOf(PatientId right, SessionNote note) {
        var unwritten =
                visits
                        .findVisits(Caller.current().staff(), note.treatedOn(), note.treatedOn(), note.treatedOn())
                        .stream()
                        .filter(row ->
                                right.equals(row.patient()) && row.note() == null && row.service() == note.service())
                        .findFirst();
        return new VisitToWrite(
                right,
                unwritten.map(VisitRow::clinic).orElseGet(note::clinic),
                note.service(),
                note.treatedOn(),
                unwritten.map(VisitRow::appointment).orElse(null),
                unwritten.map(VisitRow::plannedVisit).orElse(null));
    }

    private SessionNote markable(NoteId id, long version) {
        var note = notes.findById(id.value()).filter(this::mayMark).orElseThrow(NotAvailable::new);
        if (note.version() != version) {
            throw new StaleVersion(SessionNote.class, id);
        }
        return note;
    }

    private boolean mayMark(SessionNote note) {
        return relations.scopeOf(note.patient()).isClinical(note.patient())
                && (isMine(note)
                        || note.status() != NoteStatus.DRAFT
                                && !names.find(note.author()).active());
    }

    private static boolean isMine(SessionNote note) {
        return note.author().equals(Caller.current().staff());
    }
}
