package io.plumbline.schedule;

import io.plumbline.access.RelationService;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.CredentialService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * What booking, moving and ending an appointment do beyond its own row: they take and give back slots, open and close
 * the chart, and keep the patient's next visit.
 */
@Component
class Agreements {
    private static final int YEARS_AHEAD = 2;

    private final Appointments appointments;
    private final DaySheet daySheet;
    private final SlotBook slots;
    private final BookableTimes times;
    private final CredentialService credentials;
    private final PatientService patients;
    private final RelationService relations;
    private final List<BookingGuard> guards;
    private final List<MoveGuard> moveGuards;
    private final Clock clock;

    Agreements(
            Appointments appointments,
            DaySheet daySheet,
            SlotBook slots,
            BookableTimes times,
            CredentialService credentials,
            PatientService patients,
            RelationService relations,
            List<BookingGuard> guards,
            List<MoveGuard> moveGuards,
            Clock clock) {
        this.appointments = appointments;
        this.daySheet = daySheet;
        this.slots = slots;
        this.times = times;
        this.credentials = credentials;
        this.patients = patients;
        this.relations = relations;
        this.guards = guards;
        this.moveGuards = moveGuards;
        this.clock = clock;
    }

    UUID book(Booking booking) {
        requirePossible(booking.clinic(), booking.patient(), booking.type(), booking.timing());
        guards.forEach(guard -> guard.check(booking));
        var appointment = appointments.saveAndFlush(
                Appointment.booked(inItsRoom(booking), Caller.current().staff(), clock.instant()));
        take(appointment);
        patients.knownAt(booking.patient(), booking.clinic());
        nextVisitOf(appointment);
        return appointment.id();
    }

    /** Where a room is needed and nobody chose one, any that is free will do. */
    private Booking inItsRoom(Booking booking) {
        return booking.timing().room() == null
                        && times.offer(booking.clinic(), booking.type()).needsRoom()
                ? booking.in(times.freeRoom(booking.clinic(), booking.timing()))
                : booking;
    }

    void move(Appointment appointment, Timing to) {
        requirePossible(appointment.clinic(), appointment.patient(), appointment.type(), to);
        moveGuards.forEach(guard -> guard.check(appointment.id(), to));
        giveBack(appointment);
        appointment.move(to, Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        take(appointment);
        nextVisitOf(appointment);
    }

    void cancel(Appointment appointment, String reason, boolean late) {
        patients.holdHeader(appointment.patient());
        appointment.cancel(reason, late, Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        giveBack(appointment);
        nextVisitOf(appointment);
    }

    void mark(Appointment appointment, AppointmentStatus next) {
        patients.holdHeader(appointment.patient());
        if (next == AppointmentStatus.IN_TREATMENT) {
            requireNoHold(appointment.patient(), appointment.type(), "started");
        }
        appointment.mark(next, Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        nextVisitOf(appointment);
    }

    void held(Appointment appointment) {
        appointment.held(Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        nextVisitOf(appointment);
    }

    private void requirePossible(ClinicId clinic, PatientId patient, AppointmentType type, Timing timing) {
        if (timing.on().isAfter(times.todayAt(clinic).plusYears(YEARS_AHEAD))) {
            throw new IllegalArgumentException("Appointments are booked at most two years ahead");
        }
        credentials.requireMayBeBooked(timing.practitioner(), type.discipline(), timing.on());
        times.requireOpen(clinic, timing);
        // whoever raises a flag waits: none slips in between looking at the hold and booking
        patients.holdHeader(patient);
        requireNoHold(patient, type, "booked");
    }

    private void requireNoHold(PatientId id, AppointmentType type, String what) {
        PatientBrief patient = patients.brief(id).orElseThrow(() -> new NoSuchElementException("Not available"));
        if (patient.clinicalHold() && type.isManualTreatment()) {
            throw new IllegalStateException("Clinical hold: no manual treatment may be " + what
                    + " until a chiropractor has decided. A consultation or an assessment may.");
        }
        if (patient.thrustHold() && type == AppointmentType.ADJUSTMENT) {
            throw new IllegalStateException("Clinical hold: no adjustment may be " + what
                    + " until a chiropractor has decided. A massage, a consultation or an assessment may.");
        }
    }

    private void take(Appointment appointment) {
        var timing = appointment.timing();
        try {
            slots.take(times.slotsOf(appointment.clinic(), timing), BookableTimes.resources(timing), appointment.id());
        } catch (DuplicateKeyException | PessimisticLockingFailureException taken) {
            throw new SlotTaken(times.nextFree(appointment.clinic(), timing));
        }
        relations.relateByAppointment(timing.practitioner(), appointment.patient(), appointment.id(), timing.on());
    }

    private void giveBack(Appointment appointment) {
        slots.release(appointment.id());
        relations.endRelation(appointment.practitioner(), appointment.patient(), appointment.id());
    }

    private void nextVisitOf(Appointment appointment) {
        var today = times.todayAt(appointment.clinic());
        var next = daySheet.nextVisit(appointment.patient(), today);
        patients.nextVisitIs(
                appointment.patient(),
                next.map(FreeTime::on).orElse(null),
                next.map(FreeTime::at).orElse(null));
    }
}
