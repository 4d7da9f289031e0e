package io.plumbline.schedule;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of an appointment. Manager and desk have those of their clinics, who treats has their own; all others
 * answer as if they were not there.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.SCHEDULE_READ)
public class AppointmentService {
    /** A place given back later than this can hardly be given to somebody else. */
    private static final Duration LATE = Duration.ofHours(24);

    /** For so long an assessment waits for its intake note to be signed. */
    private static final int DAYS_TO_SIGN_LATE = 14;

    private static final int MOST_OF_ONE = 100;

    private final Appointments appointments;
    private final DaySheet daySheet;
    private final NextVisits nextVisits;
    private final ClinicService clinics;
    private final BookableTimes times;
    private final Agreements agreements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentService(
            Appointments appointments,
            DaySheet daySheet,
            NextVisits nextVisits,
            ClinicService clinics,
            BookableTimes times,
            Agreements agreements,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.daySheet = daySheet;
        this.nextVisits = nextVisits;
        this.clinics = clinics;
        this.times = times;
        this.agreements = agreements;
        this.events = events;
        this.clock = clock;
    }

    /** Opens an appointment with what happened to it, which is put on record; empty where it is not the caller's. */
    @Transactional
    public Optional<AppointmentDetails> find(UUID id) {
        var opened = appointments
                .findById(id)
                .filter(AppointmentService::isMine)
                .flatMap(found -> daySheet.find(id)
                        .map(row ->
                                new AppointmentDetails(row, daySheet.changesOf(id), agreements.mayTakeBack(found))));
        opened.ifPresent(found ->
                events.publishEvent(new AppointmentOpened(id, found.row().patient())));
        return opened;
    }

    /**
     * The free times of a day for an appointment that is to be moved; its own time is one of them. The time of the wanted
     * one does not matter.
     *
     * @throws NoSuchElementException if there is no such appointment, or none of the caller's
     */
    @Requires(Permission.APPOINTMENT_BOOK)
    public List<LocalTime> freeTimes(UUID id, Timing wanted) {
        var appointment = mine(id);
        return times.freeTimes(appointment.clinic(), appointment.type(), wanted, id);
    }

    /**
     * Moves an appointment to another time, practitioner or room.
     *
     * @throws SlotTaken if the practitioner or the room is booked at that time
     * @throws IllegalArgumentException if the time is none, or outside the hours of clinic and practitioner
     * @throws IllegalStateException if the patient has come already, it was cancelled, a clinical hold forbids it, or the
     *     practitioner may not be booked
     * @throws NoSuchElementException if there is no such appointment, or none of the caller's
     * @throws ObjectOptimisticLockingFailureException if it was changed meanwhile
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public void move(UUID id, long version, Timing to) {
        agreements.move(mine(id, version), to);
    }

    /**
     * Cancels an appointment; what it took is free again.
     *
     * @param reason of at most 200 characters
     * @throws IllegalArgumentException if no reason is given
     * @throws IllegalStateException if it is over, or the treatment has begun
     * @throws NoSuchElementException if there is no such appointment, or none of the caller's
     * @throws ObjectOptimisticLockingFailureException if it was changed meanwhile
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public void cancel(UUID id, long version, String reason) {
        cancel(mine(id, version), reason);
    }

    /**
     * Cancels the consultation of a lead that is given up, wherever it is booked. The caller has looked whether the lead is
     * theirs.
     *
     * @param reason of at most 200 characters
     * @throws IllegalStateException if it is over, or has begun
     * @throws NoSuchElementException if there is no such consultation of this lead
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void withdraw(UUID consultation, UUID lead, String reason) {
        cancel(
                appointments
                        .findById(consultation)
                        .filter(found -> found.isOfLead() && found.lead().equals(lead))
                        .orElseThrow(() -> new NoSuchElementException("Not available")),
                reason);
    }

    private void cancel(Appointment appointment, String reason) {
        agreements.cancel(
                appointment,
                reason,
                startOf(appointment).isBefore(clock.instant().plus(LATE)));
    }

    /**
     * Notes that an appointment is confirmed, that the patient has come, that the treatment has begun or is over, or that
     * nobody came.
     *
     * @throws IllegalArgumentException if it is too early to say so
     * @throws IllegalStateException if its status does not allow it, or a clinical hold forbids to begin
     * @throws NoSuchElementException if there is no such appointment, or none of the caller's
     * @throws ObjectOptimisticLockingFailureException if it was changed meanwhile
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void mark(UUID id, long version, AppointmentStatus next) {
        var appointment = mine(id, version);
        if (next == AppointmentStatus.NO_SHOW && clock.instant().isBefore(startOf(appointment))) {
            throw new IllegalArgumentException("It has not begun yet: wait, or cancel it");
        }
        if (next != AppointmentStatus.CONFIRMED && appointment.on().isAfter(times.todayAt(appointment.clinic()))) {
            throw new IllegalArgumentException("It is not for today: move it first if the patient is here");
        }
        agreements.mark(appointment, next);
    }

    /**
     * Notes that a visit of a day before today was held, by every step that nobody noted then.
     *
     * @throws IllegalArgumentException if its day is not over
     * @throws IllegalStateException if it was cancelled, or nobody came
     * @throws NoSuchElementException if there is no such appointment, or none of the caller's
     * @throws ObjectOptimisticLockingFailureException if it was changed meanwhile
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void complete(UUID id, long version) {
        var appointment = mine(id, version);
        if (!appointment.on().isBefore(times.todayAt(appointment.clinic()))) {
            throw new IllegalArgumentException("Its day is not over: mark each step in the schedule");
        }
        agreements.complete(appointment);
    }

    /**
     * Takes back the mark that was just made by mistake: it stands where it stood before.
     *
     * @throws IllegalStateException if it was made on another day, something else happened since, or a signed note says
     *     that it is true
     * @throws NoSuchElementException if there is no such appointment, or none of the caller's
     * @throws ObjectOptimisticLockingFailureException if it was changed meanwhile
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void takeBack(UUID id, long version) {
        agreements.takeBack(mine(id, version));
    }

    /**
     * Makes the consultation of a lead the patient's whom the lead became: its time and place stay, and the chart opens to
     * its practitioner.
     *
     * @throws IllegalStateException if the patient is elsewhere at that time
     * @throws NoSuchElementException if there is no such consultation, or none of the caller's
     */
    @Transactional
    @Requires(Permission.LEAD_CONVERT)
    public void give(UUID consultation, PatientId patient) {
        agreements.give(mine(consultation), patient);
    }

    /** Notes that the treatment of an appointment of the caller's was held, because its note is signed. */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void held(UUID id) {
        daySheet.find(id)
                .filter(row -> isMine(row.clinic(), row.practitioner()))
                .map(AppointmentRow::patient)
                .ifPresent(patient -> agreements.held(id, patient));
    }

    /**
     * Notes that the caller's last consultation or assessment of a patient at a clinic was held, because its intake note
     * is signed. Nothing where none of the last two weeks has begun, or it is over.
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_MARK)
    public void assessed(PatientId patient, ClinicId clinic) {
        var me = Caller.current().staff();
        daySheet.ofPatient(patient, times.todayAt(clinic).minusDays(DAYS_TO_SIGN_LATE), MOST_OF_ONE).stream()
                .filter(row -> row.clinic().equals(clinic) && row.practitioner().equals(me))
                .filter(row -> row.type().discipline() == null && row.status().isKept())
                .filter(row -> !startOf(clinic, row.on(), row.at()).isAfter(clock.instant()))
                .reduce((earlier, later) -> later)
                .filter(row -> row.status() != AppointmentStatus.COMPLETED)
                .ifPresent(row -> agreements.held(row.id(), patient));
    }

    /** Whose header names a visit, of a day or later, whose time is over though nobody closed it; the oldest first. */
    @Requires(Permission.NEXT_VISIT_MOVE)
    public List<PatientId> withPassedVisit(LocalDate since, int most) {
        return nextVisits.passed(clinics.labels().keySet(), since, most);
    }

    /** Keeps in a patient's header which visit is the next by now. */
    @Transactional
    @Requires(Permission.NEXT_VISIT_MOVE)
    public void moveNextVisitOn(PatientId patient) {
        agreements.moveNextVisitOn(patient);
    }

    private Instant startOf(Appointment appointment) {
        var timing = appointment.timing();
        return startOf(appointment.clinic(), timing.on(), timing.at());
    }

    private Instant startOf(ClinicId clinic, LocalDate on, LocalTime at) {
        return on.atTime(at)
                .atZone(times.zoneOf(clinic))
                .withEarlierOffsetAtOverlap()
                .toInstant();
    }

    private Appointment mine(UUID id) {
        return appointments
                .findById(id)
                .filter(AppointmentService::isMine)
                .orElseThrow(() -> new NoSuchElementException("Not available"));
    }

    private Appointment mine(UUID id, long version) {
        var appointment = mine(id);
        if (appointment.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Appointment.class, id);
        }
        return appointment;
    }

    private static boolean isMine(Appointment appointment) {
        return isMine(appointment.clinic(), appointment.practitioner());
    }

    private static boolean isMine(ClinicId clinic, StaffId practitioner) {
        var caller = Caller.current();
        return caller.seesByClinic() && caller.clinics().contains(clinic)
                || caller.isClinician() && practitioner.equals(caller.staff());
    }
}
