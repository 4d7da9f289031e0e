package io.plumbline.schedule;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appointments. The store keeps them apart: a slot of a practitioner can be taken once. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.SCHEDULE_READ)
public class ScheduleService {
    private static final int MOST_A_DAY = 1000;
    private static final int MOST_AHEAD = 20;
    private static final int YEARS_AHEAD = 2;

    private final Appointments appointments;
    private final DaySheet daySheet;
    private final ClinicService clinics;
    private final PractitionerService practitioners;
    private final PatientService patients;
    private final RelationService relations;
    private final Clock clock;

    ScheduleService(
            Appointments appointments,
            DaySheet daySheet,
            ClinicService clinics,
            PractitionerService practitioners,
            PatientService patients,
            RelationService relations,
            Clock clock) {
        this.appointments = appointments;
        this.daySheet = daySheet;
        this.clinics = clinics;
        this.practitioners = practitioners;
        this.patients = patients;
        this.relations = relations;
        this.clock = clock;
    }

    /**
     * Today's appointments by time: all of their clinics for manager and desk, their own for clinicians. Today is each
     * clinic's own.
     */
    public List<AppointmentRow> today() {
        var caller = Caller.current();
        if (!caller.seesByClinic()) {
            return myToday();
        }
        var todays = caller.clinics().stream().map(this::todayAt).sorted().toList();
        return todays.isEmpty()
                ? List.of()
                : onlyToday(daySheet.ofClinics(caller.clinics(), todays.getFirst(), todays.getLast(), MOST_A_DAY));
    }

    /** The caller's own appointments of today, by time, wherever they are. */
    public List<AppointmentRow> myToday() {
        // no clinic's today is further from that of UTC than a day
        var utc = LocalDate.now(clock);
        var me = Caller.current().staff();
        return onlyToday(daySheet.ofPractitioner(me, utc.minusDays(1), utc.plusDays(1), MOST_A_DAY));
    }

    /** An appointment of the caller's own that was neither cancelled nor missed; empty for all others. */
    public Optional<AppointmentRow> mine(UUID appointment) {
        return daySheet.find(appointment, Caller.current().staff())
                .filter(row ->
                        row.status() != AppointmentStatus.CANCELLED && row.status() != AppointmentStatus.NO_SHOW);
    }

    private List<AppointmentRow> onlyToday(List<AppointmentRow> rows) {
        return rows.stream()
                .filter(row -> row.on().equals(todayAt(row.clinic())))
                .toList();
    }

    /** The next appointments of a patient whom the caller has open; manager and desk see those at their clinics. */
    public List<AppointmentRow> ahead(PatientId patient) {
        var scope = relations.scopeOf(patient);
        return ahead(patient, scope.isClinical(patient), scope.clinics());
    }

    /** The next appointments of a patient whom the caller has opened; manager and desk see those at their clinics. */
    public List<AppointmentRow> ahead(PatientDetails opened) {
        return ahead(opened.id(), opened.clinical() != null, Caller.current().clinics());
    }

    private List<AppointmentRow> ahead(PatientId patient, boolean clinical, Set<ClinicId> mine) {
        return daySheet.ofPatient(patient, LocalDate.now(clock).minusDays(1), MOST_AHEAD).stream()
                .filter(row -> clinical || mine.contains(row.clinic()))
                .filter(row -> !row.on().isBefore(todayAt(row.clinic())))
                .toList();
    }

    /**
     * The times of a day at which a practitioner is free for so long: within their working hours and the clinic's
     * opening hours, not booked, and not past.
     *
     * @param minutes a multiple of five
     */
    @Requires(Permission.APPOINTMENT_BOOK)
    public List<LocalTime> freeTimes(ClinicId clinic, StaffId practitioner, LocalDate on, int minutes) {
        var zone = zoneOf(clinic);
        var day = new FreeTimes(on, zone, minutes, clock.instant());
        var taken = daySheet.taken(practitioner, day.firstSlot(), day.lastSlot());
        return day.within(
                clinics.openOn(clinic, on), practitioners.hoursOf(practitioner, clinic, on.getDayOfWeek()), taken);
    }

    /**
     * Books a patient with a practitioner, to whom the chart opens thereby.
     *
     * @throws SlotTaken if the practitioner is booked at that time
     * @throws IllegalArgumentException if the time is none, or more than two years ahead
     * @throws IllegalStateException if a clinical hold forbids this treatment
     * @throws AccessDeniedException if the caller does not work at that clinic
     * @throws NoSuchElementException if there is no such patient, or none whom the caller may see
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public UUID book(Booking booking) {
        if (!Caller.current().clinics().contains(booking.clinic())) {
            throw new AccessDeniedException("Appointments are booked at a clinic of one's own");
        }
        if (booking.on().isAfter(todayAt(booking.clinic()).plusYears(YEARS_AHEAD))) {
            throw new IllegalArgumentException("Appointments are booked at most two years ahead");
        }
        // whoever raises a flag waits: none slips in between looking at the hold and booking
        patients.holdHeader(booking.patient());
        var patient = patients.brief(booking.patient()).orElseThrow(() -> new NoSuchElementException("Not available"));
        if (patient.clinicalHold() && booking.type().isManualTreatment()) {
            throw new IllegalStateException("Clinical hold: no manual treatment may be booked until a chiropractor"
                    + " has decided. A consultation or an assessment may.");
        }
        if (patient.thrustHold() && booking.type() == AppointmentType.ADJUSTMENT) {
            throw new IllegalStateException("Clinical hold: no adjustment may be booked until a chiropractor has"
                    + " decided. A massage, a consultation or an assessment may.");
        }
        var slots = Slots.of(booking.on(), booking.at(), booking.minutes(), zoneOf(booking.clinic()))
                .boxed()
                .toList();
        var appointment = appointments.saveAndFlush(Appointment.booked(booking, clock.instant()));
        try {
            daySheet.take(slots, booking.practitioner(), appointment.id());
        } catch (DuplicateKeyException | PessimisticLockingFailureException taken) {
            throw new SlotTaken();
        }
        relations.relateByAppointment(booking.practitioner(), booking.patient(), appointment.id(), booking.on());
        patients.knownAt(booking.patient(), booking.clinic());
        if (!booking.on().isBefore(todayAt(booking.clinic()))) {
            patients.nextVisitBooked(booking.patient(), booking.on(), booking.at(), todayAt(booking.clinic()));
        }
        return appointment.id();
    }

    private LocalDate todayAt(ClinicId clinic) {
        return LocalDate.ofInstant(clock.instant(), zoneOf(clinic));
    }

    private ZoneId zoneOf(ClinicId clinic) {
        var label = clinics.labels().get(clinic);
        if (label == null) {
            throw new IllegalArgumentException("There is no such clinic");
        }
        return label.zone();
    }
}
