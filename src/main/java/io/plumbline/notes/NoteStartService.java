package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.RecordGuard;
import io.plumbline.plans.PlanService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts the session notes of the current user's visits. A note is stored with its first change, not by looking at its form. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_WRITE)
public class NoteStartService {
    private final SessionNotes notes;
    private final VisitQuery visits;
    private final NoteService service;
    private final RelationService relations;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final PlanService plans;
    private final ClinicService clinics;
    private final RecordGuard guard;
    private final OpenVisitFinder open;
    private final Clock clock;

    NoteStartService(
            SessionNotes notes,
            VisitQuery visits,
            NoteService service,
            RelationService relations,
            PatientService patients,
            ScheduleService schedule,
            PlanService plans,
            ClinicService clinics,
            RecordGuard guard,
            OpenVisitFinder open,
            Clock clock) {
        this.notes = notes;
        this.visits = visits;
        this.service = service;
        this.relations = relations;
        this.patients = patients;
        this.schedule = schedule;
        this.plans = plans;
        this.clinics = clinics;
        this.guard = guard;
        this.open = open;
        this.clock = clock;
    }

    /**
     * A note that was stored just now.
     *
     * @param version the version with what was written first
     */
    public record Started(NoteId note, long version) {}

    /**
     * Returns the visits of a patient whose chart the current user has open, of which they may begin the note: their own of the
     * last 90 days without a note, booked or planned, newest first; then, for a patient who walks in today, one of each
     * service that they may sign, at each clinic. Empty for those who do not treat the patient.
     */
    public List<OpenVisit> findOpen(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : open.find(opened);
    }

    /** Returns the stored note of a visit, if the current user wrote it; a note that was entered in error does not count. */
    public Optional<NoteId> find(VisitKey visit) {
        var me = CurrentUser.current().staff();
        return (switch (now(visit)) {
                    case VisitKey.Booked(var appointment) ->
                        notes.ofAppointment(appointment.value(), me).or(() -> plans.visitBookedAs(appointment)
                                .flatMap(planned -> notes.ofPlannedVisit(planned.value(), me)));
                    case VisitKey.Planned(var planned) -> notes.ofPlannedVisit(planned.value(), me);
                    case VisitKey.WalkIn walkIn -> notes.ofAuthor(walkIn.note().value(), me);
                })
                .map(NoteId::new);
    }

    /**
     * Returns the empty note of a visit of the current user, which is not stored. Its ID and version are of no use.
     *
     * @throws NotAvailable if the treatment does not exist, is not the current user's, or its patient is not in relation to the
     *     current user
     */
    public NoteDetails prepare(VisitKey visit) {
        var current = now(visit);
        return service.details(begun(current, toWrite(current))).orElseThrow(NotAvailable::new);
    }

    /** Returns the appointment of a planned visit that was booked after its form was opened. */
    private VisitKey now(VisitKey visit) {
        return visit instanceof VisitKey.Planned(var planned)
                ? visits.bookedAs(planned).<VisitKey>map(VisitKey.Booked::new).orElse(visit)
                : visit;
    }

    /**
     * Stores the note of a visit with what was written first.
     *
     * @throws NotAvailable as {@link #prepare}
     * @throws StaleVersion if the note was started and written in another window in the meantime
     * @throws Refused if a value is out of range, or as {@link #begin}; the message is for the user
     */
    @Transactional
    public Started start(VisitKey visit, NoteDraft draft) {
        try {
            var note = begin(visit);
            return new Started(note, service.saveDraft(note, 0, draft));
        } catch (DataIntegrityViolationException startedInAnotherWindow) {
            throw new StaleVersion(startedInAnotherWindow);
        }
    }

    /**
     * Stores the empty note of a visit of the current user; returns the existing note if there is one.
     *
     * @throws NotAvailable as {@link #prepare}
     * @throws Refused if the visit is after the patient's death, or a patient walks in whose treatment the current user may not
     *     sign; the message is for the user
     */
    @Transactional
    public NoteId begin(VisitKey key) {
        var visit = now(key);
        return find(visit).orElseGet(() -> {
            if (visit instanceof VisitKey.Booked(var appointment)) {
                // a concurrent hand-over of the visit waits for this lock, or is complete when we read again
                patients.holdHeader(patientOf(treatment(appointment)));
            }
            if (visit instanceof VisitKey.WalkIn walkIn) {
                open.require(walkIn);
            }
            var toWrite = toWrite(visit);
            var note = begun(visit, toWrite);
            guard.hold(toWrite.patient()).requireAliveOn(toWrite.on());
            return notes.saveAndFlush(note).id();
        });
    }

    private SessionNote begun(VisitKey key, VisitToWrite visit) {
        relations.requireClinical(visit.patient());
        return SessionNote.begun(
                key instanceof VisitKey.WalkIn walkIn ? walkIn.note() : NoteId.next(),
                visit,
                CurrentUser.current().staff(),
                clock.instant());
    }

    private VisitToWrite toWrite(VisitKey visit) {
        return switch (visit) {
            case VisitKey.Booked(var appointment) -> {
                var booked = treatment(appointment);
                yield new VisitToWrite(
                        guard.continueOn(patientOf(booked)),
                        booked.clinic(),
                        booked.type(),
                        booked.on(),
                        appointment,
                        null);
            }
            case VisitKey.Planned(var id) -> {
                var planned = plans.findPlannedVisit(id).orElseThrow(NotAvailable::new);
                yield new VisitToWrite(
                        guard.continueOn(planned.patient()),
                        planned.clinic(),
                        planned.service(),
                        dayOf(planned),
                        null,
                        id);
            }
            case VisitKey.WalkIn walkIn ->
                new VisitToWrite(
                        guard.continueOn(walkIn.patient()), walkIn.clinic(), walkIn.service(), walkIn.on(), null, null);
        };
    }

    /** Returns the day of the plan, or today: a visit that was planned for a later day took place today. */
    private LocalDate dayOf(PlanService.PlannedForMe planned) {
        var today = clinics.todayAt(planned.clinic());
        return planned.plannedOn().isBefore(today) ? planned.plannedOn() : today;
    }

    private static PatientId patientOf(AppointmentRow treatment) {
        return Objects.requireNonNull(treatment.patient(), "nobody is treated before they are a patient");
    }

    private AppointmentRow treatment(AppointmentId appointment) {
        return schedule.findForCurrentUser(appointment)
                .filter(row -> row.type().discipline() != null)
                .orElseThrow(NotAvailable::new);
    }
}
