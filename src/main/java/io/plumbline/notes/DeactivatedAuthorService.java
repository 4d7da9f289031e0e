package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.RecordGuard;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles the unsigned session notes of practitioners whose account is deactivated. The manager closes a draft, or a
 * clinician in relation to the patient who took part in the visit writes a new note; nobody reads the draft.
 */
@Service
@Transactional
@Requires(Permission.NOTE_WRITE)
public class DeactivatedAuthorService {
    private final SessionNotes notes;
    private final VisitQuery visits;
    private final SignedNotes signed;
    private final NoteDiscard discard;
    private final RelationService relations;
    private final StaffNameQuery names;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final CredentialService credentials;
    private final ClinicService clinics;
    private final RecordGuard guard;
    private final Clock clock;

    DeactivatedAuthorService(
            SessionNotes notes,
            VisitQuery visits,
            SignedNotes signed,
            NoteDiscard discard,
            RelationService relations,
            StaffNameQuery names,
            PatientService patients,
            ScheduleService schedule,
            CredentialService credentials,
            ClinicService clinics,
            RecordGuard guard,
            Clock clock) {
        this.notes = notes;
        this.visits = visits;
        this.signed = signed;
        this.discard = discard;
        this.relations = relations;
        this.names = names;
        this.patients = patients;
        this.schedule = schedule;
        this.credentials = credentials;
        this.clinics = clinics;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Starts the note of a booked visit.
     *
     * @param presence how the current user took part in the visit, at most 400 characters
     * @throws NotAvailable if there is no such visit of a patient in relation to the current user
     * @throws Refused if the current user sees the patient by break-glass access alone, the practitioner can still sign in, the visit has not begun or has a note already, the current user
     *     may not practice its discipline on that day, or it is not said how they took part
     */
    public NoteId takeOver(AppointmentId appointment, String presence) {
        var patient = patientOf(treatment(appointment));
        patients.holdHeader(patient);
        relations.requireMoreThanReason(patient, "ask a clinician who treats the patient to write the note");
        // again, after the lock: the visit may have moved to another practitioner in the meantime
        var booked = treatment(appointment);
        requireBegun(booked);
        if (signed.isSigned(appointment)) {
            throw new Refused("This visit has a signed note");
        }
        visits.draftsOf(appointment).stream()
                .map(draft -> notes.findById(draft.value()).orElseThrow(NotAvailable::new))
                .forEach(this::closeUnread);
        return begin(
                new VisitToWrite(
                        guard.continueOn(patient), booked.clinic(), booked.type(), booked.on(), appointment, null),
                booked.practitioner(),
                presence);
    }

    /**
     * Starts the note of a visit that is known only by the draft of its practitioner.
     *
     * @param presence how the current user took part in the visit, at most 400 characters
     * @throws NotAvailable if there is no such draft, or its patient is not in relation to the current user
     * @throws Refused as {@link #takeOver(AppointmentId, String)}
     */
    public NoteId takeOverDraft(NoteId draft, String presence) {
        var patient = drafted(draft).patient();
        patients.holdHeader(patient);
        relations.requireMoreThanReason(patient, "ask a clinician who treats the patient to write the note");
        var left = drafted(draft);
        var appointment = left.delivered().appointment();
        if (appointment != null) {
            return takeOver(appointment, presence);
        }
        var plannedVisit = left.delivered().plannedVisit();
        var visit = new VisitToWrite(
                guard.continueOn(patient), left.clinic(), left.service(), left.treatedOn(), null, plannedVisit);
        closeUnread(left);
        var takenOver = left.takenOver();
        return begin(visit, takenOver == null ? left.author() : takenOver.from(), presence);
    }

    private AppointmentRow treatment(AppointmentId appointment) {
        return schedule.findInRelation(appointment)
                .filter(row -> row.type().discipline() != null)
                .orElseThrow(NotAvailable::new);
    }

    private static PatientId patientOf(AppointmentRow treatment) {
        return Objects.requireNonNull(treatment.patient(), "nobody is treated before they are a patient");
    }

    /**
     * Closes the draft of an author whose account is deactivated, unread: its visit has no note again. The draft is kept
     * aside with the reason, where no screen reads it.
     *
     * @param reason at most 400 characters
     * @throws NotAvailable if there is no such draft at a clinic of the current user, or its author can still sign in
     * @throws Refused if the reason is missing
     */
    @Requires(Permission.NOTE_FOLLOW)
    public void close(NoteId id, String reason) {
        ReasonWords.optional("The reason", reason, ReasonWords.LONGEST);
        var note = notes.findById(id.value())
                .filter(found -> found.status() == NoteStatus.DRAFT)
                .filter(found -> CurrentUser.current().clinics().contains(found.clinic()))
                .filter(found -> !names.find(found.author()).active())
                .orElseThrow(NotAvailable::new);
        discard.discard(note, reason, true);
    }

    private SessionNote drafted(NoteId draft) {
        return notes.findById(draft.value())
                .filter(note -> note.status() == NoteStatus.DRAFT)
                .filter(note -> isClinical(note.patient()))
                .orElseThrow(NotAvailable::new);
    }

    private boolean isClinical(PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient);
    }

    private void closeUnread(SessionNote draft) {
        requireLeft(draft.author());
        discard.discard(
                draft, "Taken over as a new note by " + CurrentUser.current().displayName(), true);
        // the visit takes one note at a time
        notes.flush();
    }

    private void requireLeft(StaffId practitioner) {
        var named = names.find(practitioner);
        if (named.active()) {
            throw new Refused(named.name() + " can still sign in, and writes the note of this visit");
        }
    }

    private void requireBegun(AppointmentRow booked) {
        if (clock.instant().isBefore(clinics.instantOf(booked.clinic(), booked.on(), booked.at()))) {
            throw new Refused("This visit has not taken place yet. The front desk can move it to another practitioner");
        }
    }

    private NoteId begin(VisitToWrite visit, StaffId from, String presence) {
        requireLeft(from);
        var takenOver = TakenOver.stated(from, presence);
        guard.hold(visit.patient()).requireAliveOn(visit.on());
        credentials.requireMaySign(visit.service().discipline(), visit.on());
        try {
            return notes.saveAndFlush(
                            SessionNote.takenOver(visit, CurrentUser.current().staff(), takenOver, clock.instant()))
                    .id();
        } catch (DataIntegrityViolationException startedByAColleague) {
            throw new Refused("A colleague has just started the note of this visit");
        }
    }
}
