package io.plumbline.schedule;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of booked appointments. Managers and the front desk have those of their clinics, clinicians their own; any
 * other looks as if it did not exist.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.SCHEDULE_READ)
public class AppointmentService {
    /** The usual reasons for which a visit is canceled. */
    public static final List<String> CANCEL_REASONS =
            List.of("Patient is ill", "Patient cannot come", "Practitioner is away", "Booked by mistake");

    private static final int LONGEST_REASON = 200;

    /** The notice below which the time of a canceled appointment can hardly be booked for somebody else. */
    private static final Duration LATE = Duration.ofHours(24);

    /** How long before its time an assessment counts as begun without a check-in, as for session notes. */
    private static final Duration EARLY = Duration.ofMinutes(15);

    /** The number of days for which an assessment waits for its intake note to be signed. */
    private static final int DAYS_TO_SIGN_LATE = 14;

    private static final int MOST_OF_ONE = 100;

    private final Appointments appointments;
    private final DayScheduleQuery dayScheduleQuery;
    private final PatientRecords records;
    private final NextVisitQuery nextVisitQuery;
    private final ClinicService clinics;
    private final BookableTimes times;
    private final AppointmentBooking appointmentBooking;
    private final AppointmentMarking marking;
    private final AppointmentPerson persons;
    private final RelationService relations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentService(
            Appointments appointments,
            DayScheduleQuery dayScheduleQuery,
            PatientRecords records,
            NextVisitQuery nextVisitQuery,
            ClinicService clinics,
            BookableTimes times,
            AppointmentBooking appointmentBooking,
            AppointmentMarking marking,
            AppointmentPerson persons,
            RelationService relations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.dayScheduleQuery = dayScheduleQuery;
        this.records = records;
        this.nextVisitQuery = nextVisitQuery;
        this.clinics = clinics;
        this.times = times;
        this.appointmentBooking = appointmentBooking;
        this.marking = marking;
        this.persons = persons;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns an appointment with its changes and records the view in the audit trail; empty if it is not the current user's.
     */
    @Transactional
    public Optional<AppointmentDetails> find(AppointmentId id) {
        var opened = appointments
                .findById(id.value())
                .filter(AppointmentService::isMine)
                .flatMap(found -> dayScheduleQuery
                        .find(id)
                        .map(row -> new AppointmentDetails(
                                row, dayScheduleQuery.changesOf(id), marking.mayTakeBack(found))));
        opened.ifPresent(found ->
                events.publishEvent(new AppointmentEvent.Viewed(id, found.row().patient())));
        return opened;
    }

    /**
     * Returns the free times of a day for moving an appointment, including its own time. The time of {@code wanted} is
     * ignored.
     *
     * @throws NotAvailable if the appointment does not exist or is not the current user's
     */
    @Requires(Permission.APPOINTMENT_BOOK)
    public List<LocalTime> freeTimes(AppointmentId id, TimeSlot wanted) {
        var appointment = requireOwn(id);
        return times.freeTimes(appointment.clinic(), appointment.type(), wanted, id);
    }

    /**
     * Moves an appointment to another time, practitioner or room.
     *
     * @throws SlotTaken if the practitioner or the room is booked at that time
     * @throws Refused if the time is invalid, or outside the hours of clinic and practitioner
     * @throws Refused if the patient has checked in, the appointment was canceled, a clinical hold
     *     forbids it, or the practitioner may not be booked
     * @throws NotAvailable if the appointment does not exist or is not the current user's
     * @throws StaleVersion if it was changed in the meantime
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public void move(AppointmentId id, long version, TimeSlot to) {
        appointmentBooking.move(requireOwn(id, version), to);
    }

    /**
     * Cancels an appointment and releases its slots.
     *
     * @param reason at most 200 characters
     * @throws Refused if the reason is missing
     * @throws Refused if it is over, or the treatment has begun
     * @throws NotAvailable if the appointment does not exist or is not the current user's
     * @throws StaleVersion if it was changed in the meantime
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public void cancel(AppointmentId id, long version, String reason) {
        ReasonWords.choiceOr(CANCEL_REASONS, "The reason", reason, LONGEST_REASON);
        cancel(requireOwn(id, version), reason);
    }

    /**
     * Cancels an appointment of a patient in relation to the current user, whose treatment plan it belongs to, at whatever
     * clinic it is booked.
     *
     * @param reason at most 200 characters
     * @throws Refused if the reason is missing, it is over, or the treatment has begun; the message is for the user
     * @throws NotAvailable if this patient has no such appointment, or is not in relation to the current user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void cancelOfPlan(AppointmentId id, PatientId patient, String reason) {
        ReasonWords.choiceOr(CANCEL_REASONS, "The reason", reason, LONGEST_REASON);
        var scope = relations.scopeOf(patient);
        cancel(
                appointments
                        .findById(id.value())
                        .filter(found -> scope.isClinical(patient))
                        .filter(found -> !found.isOfLead() && scope.patients().contains(found.patient()))
                        .orElseThrow(NotAvailable::new),
                reason);
    }

    /**
     * Cancels the consultation of a lost lead at whatever clinic it is booked. The calling code must have checked the
     * current user's access to the lead.
     *
     * @param reason at most 200 characters
     * @throws Refused if it is over, or has begun
     * @throws NotAvailable if this lead has no such consultation
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void withdraw(AppointmentId consultation, LeadId lead, String reason) {
        cancel(
                appointments
                        .findById(consultation.value())
                        .filter(found -> found.isOfLead() && found.lead().equals(lead))
                        .orElseThrow(NotAvailable::new),
                reason);
    }

    private void cancel(Appointment appointment, String reason) {
        appointmentBooking.cancel(
                appointment,
                reason,
                startOf(appointment).isBefore(clock.instant().plus(LATE)));
    }

    /**
     * Sets the status of an appointment: confirmed, checked in, in treatment, completed or no-show.
     *
     * @throws Refused if it is too early for that status
     * @throws Refused if the current status does not allow it, or a clinical hold forbids the start
     * @throws NotAvailable if the appointment does not exist or is not the current user's
     * @throws StaleVersion if it was changed in the meantime
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void mark(AppointmentId id, long version, AppointmentStatus next) {
        var appointment = requireOwn(id, version);
        if (next == AppointmentStatus.NO_SHOW && clock.instant().isBefore(startOf(appointment))) {
            throw new Refused("The appointment has not started yet. Wait, or cancel it");
        }
        if (next != AppointmentStatus.CONFIRMED && appointment.on().isAfter(clinics.todayAt(appointment.clinic()))) {
            throw new Refused("The appointment is not for today. Move it first if the patient is here");
        }
        marking.mark(appointment, next);
    }

    /**
     * Completes a visit of an earlier day and records the statuses that were skipped.
     *
     * @throws Refused if its day is not over
     * @throws Refused if it was canceled or a no-show
     * @throws NotAvailable if the appointment does not exist or is not the current user's
     * @throws StaleVersion if it was changed in the meantime
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void complete(AppointmentId id, long version) {
        var appointment = requireOwn(id, version);
        if (!appointment.on().isBefore(clinics.todayAt(appointment.clinic()))) {
            throw new Refused("The day of the appointment is not over. Mark each step in the schedule");
        }
        marking.complete(appointment);
    }

    /**
     * Undoes the last status change, which was a mistake: the previous status returns.
     *
     * @throws Refused if the change was made on another day, something else happened since, or a signed
     *     note confirms the status
     * @throws NotAvailable if the appointment does not exist or is not the current user's
     * @throws StaleVersion if it was changed in the meantime
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void takeBack(AppointmentId id, long version) {
        marking.takeBack(requireOwn(id, version));
    }

    /**
     * Reassigns the consultation of a lead to the patient that the lead became: time and room stay, and the chart opens
     * to its practitioner.
     *
     * @throws Refused if the patient has another appointment at that time
     * @throws NotAvailable if the consultation does not exist or is not the current user's
     */
    @Transactional
    @Requires(Permission.LEAD_CONVERT)
    public void give(AppointmentId consultation, PatientId patient) {
        appointmentBooking.give(requireOwn(consultation), patient);
    }

    /** Completes a patient's appointment whose note was signed; does nothing if it is not the current user's. */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void markHeld(AppointmentId id, PatientId patient) {
        marking.markHeld(id, patient);
    }

    /** Completes an appointment of a patient in relation to the current user, who took over its note and signed it. */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void markHeldInRelation(AppointmentId id, PatientId patient) {
        if (relations.scopeOf(patient).isClinical(patient)) {
            marking.markHeldOf(id, patient);
        }
    }

    /**
     * Completes the current user's last consultation or assessment of a patient at a clinic whose intake note was signed.
     * Does nothing if none of the last two weeks has begun, or it is over. A patient who has checked in may be assessed
     * before the agreed time. A visit that is still ahead is never completed: the patient may not come, and the front
     * desk would no longer expect them.
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void assessed(PatientId patient, ClinicId clinic) {
        var me = CurrentUser.current().staff();
        dayScheduleQuery
                .findByPatient(records.of(patient), clinics.todayAt(clinic).minusDays(DAYS_TO_SIGN_LATE), MOST_OF_ONE)
                .stream()
                .filter(row -> row.clinic().equals(clinic) && row.practitioner().equals(me))
                .filter(row -> row.type().discipline() == null && row.status().isKept())
                .filter(this::hasBegun)
                .reduce((earlier, later) -> later)
                .filter(row -> row.status() != AppointmentStatus.COMPLETED)
                .ifPresent(row -> marking.markHeld(row.id(), patient));
    }

    /**
     * Returns the patients whose header shows a next visit, on a day or later, that has passed without a final status;
     * oldest first.
     */
    @Requires(Permission.NEXT_VISIT_MOVE)
    public List<PatientId> withPassedVisit(LocalDate since, int most) {
        return nextVisitQuery.passed(clinics.labels().keySet(), since, most);
    }

    /** Updates the next visit in a patient's header as of now. */
    @Transactional
    @Requires(Permission.NEXT_VISIT_MOVE)
    public void moveNextVisitOn(PatientId patient) {
        persons.moveNextVisitOn(patient);
    }

    private boolean hasBegun(AppointmentRow row) {
        return !row.status().isAhead()
                || !clinics.instantOf(row.clinic(), row.on(), row.at())
                        .minus(EARLY)
                        .isAfter(clock.instant());
    }

    private Instant startOf(Appointment appointment) {
        var timeSlot = appointment.timeSlot();
        return clinics.instantOf(appointment.clinic(), timeSlot.on(), timeSlot.at());
    }

    private Appointment requireOwn(AppointmentId id) {
        return appointments
                .findById(id.value())
                .filter(AppointmentService::isMine)
                .orElseThrow(NotAvailable::new);
    }

    private Appointment requireOwn(AppointmentId id, long version) {
        var appointment = requireOwn(id);
        StaleVersion.throwUnless(appointment.version() == version, Appointment.class, id);
        return appointment;
    }

    static boolean isMine(Appointment appointment) {
        return isMine(appointment.clinic(), appointment.practitioner());
    }

    static boolean isMine(ClinicId clinic, StaffId practitioner) {
        var user = CurrentUser.current();
        return user.clinicsSeen().contains(clinic) || user.isClinician() && practitioner.equals(user.staff());
    }
}
