package io.plumbline.schedule;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The effects of booking, moving and ending an appointment beyond its own row: takes and releases slots, opens and
 * closes the chart, and updates the patient's next visit.
 */
@Component
class AppointmentBooking {
    private static final int YEARS_AHEAD = 2;

    private final Appointments appointments;
    private final DayScheduleQuery dayScheduleQuery;
    private final NextVisitQuery nextVisitQuery;
    private final SlotStore slots;
    private final BookableTimes times;
    private final ClinicService clinics;
    private final CredentialService credentials;
    private final PatientService patients;
    private final RelationService relations;
    private final ConsultationLeads leads;
    private final List<BookingGuard> guards;
    private final SignedVisits signed;
    private final List<HandOverGuard> handOverGuards;
    private final Clock clock;

    AppointmentBooking(
            Appointments appointments,
            DayScheduleQuery dayScheduleQuery,
            NextVisitQuery nextVisitQuery,
            SlotStore slots,
            BookableTimes times,
            ClinicService clinics,
            CredentialService credentials,
            PatientService patients,
            RelationService relations,
            ConsultationLeads leads,
            List<BookingGuard> guards,
            SignedVisits signed,
            List<HandOverGuard> handOverGuards,
            Clock clock) {
        this.appointments = appointments;
        this.dayScheduleQuery = dayScheduleQuery;
        this.nextVisitQuery = nextVisitQuery;
        this.slots = slots;
        this.times = times;
        this.clinics = clinics;
        this.credentials = credentials;
        this.patients = patients;
        this.relations = relations;
        this.leads = leads;
        this.guards = guards;
        this.signed = signed;
        this.handOverGuards = handOverGuards;
        this.clock = clock;
    }

    UUID book(Booking booking) {
        requireBookable(booking.clinic(), booking.type(), booking.timeSlot());
        requirePossible(booking.clinic(), booking.patient(), booking.type(), booking.timeSlot(), null);
        guards.forEach(guard -> guard.check(booking));
        var rooms = times.freeRooms(booking.clinic(), booking.type(), booking.timeSlot());
        var appointment = appointments.saveAndFlush(Appointment.booked(
                booking.agreed(inFirst(rooms, booking.timeSlot())),
                Caller.current().staff(),
                clock.instant()));
        take(appointment, rooms, booking.timeSlot());
        patients.knownAt(booking.patient(), booking.clinic());
        nextVisitOf(appointment.patient());
        return appointment.id();
    }

    UUID book(Consultation agreed) {
        requireBookable(agreed.clinic(), AppointmentType.CONSULTATION, agreed.timeSlot());
        leads.hold(agreed.lead());
        var rooms = times.freeRooms(agreed.clinic(), AppointmentType.CONSULTATION, agreed.timeSlot());
        var appointment = appointments.saveAndFlush(Appointment.booked(
                agreed.agreed(inFirst(rooms, agreed.timeSlot())),
                Caller.current().staff(),
                clock.instant()));
        take(appointment, rooms, agreed.timeSlot());
        return appointment.id();
    }

    /** Reassigns a lead's consultation to the patient; practitioner, time, room and slots stay. */
    void give(Appointment appointment, PatientId patient) {
        if (appointment.status().isAhead()) {
            requirePossible(
                    appointment.clinic(), patient, appointment.type(), appointment.timeSlot(), appointment.id());
        } else {
            patients.holdHeader(patient);
        }
        appointment.give(patient);
        appointments.saveAndFlush(appointment);
        relations.relateByAppointment(appointment.practitioner(), patient, appointment.id(), appointment.on());
        patients.knownAt(patient, appointment.clinic());
        nextVisitOf(patient);
    }

    private static TimeSlot inFirst(List<UUID> rooms, TimeSlot timeSlot) {
        return rooms.isEmpty() ? timeSlot : timeSlot.in(rooms.getFirst());
    }

    void move(Appointment appointment, TimeSlot to) {
        requireBookable(appointment.clinic(), appointment.type(), to);
        if (appointment.isOfLead()) {
            leads.hold(appointment.lead());
        } else {
            requirePossible(appointment.clinic(), appointment.patient(), appointment.type(), to, appointment.id());
        }
        if (!appointment.practitioner().equals(to.practitioner())) {
            handOverGuards.forEach(guard -> guard.check(appointment.id(), to.practitioner()));
        }
        giveBack(appointment);
        var rooms = times.freeRooms(appointment.clinic(), appointment.type(), to);
        appointment.move(inFirst(rooms, to), Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        take(appointment, rooms, to);
        settle(appointment);
    }

    void cancel(Appointment appointment, String reason, boolean late) {
        hold(appointment);
        appointment.cancel(reason, late, Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        giveBack(appointment);
        settle(appointment);
    }

    void mark(Appointment appointment, AppointmentStatus next) {
        hold(appointment);
        if (!appointment.isOfLead()) {
            if (next == AppointmentStatus.IN_TREATMENT) {
                requireNoHold(appointment.patient(), appointment.type(), "started");
            } else if (next == AppointmentStatus.COMPLETED && isNotBegun(appointment)) {
                requireNoHold(appointment.patient(), appointment.type(), "completed");
            }
        }
        appointment.mark(next, Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        settle(appointment);
    }

    /** Returns whether completing would also start the appointment; one of an earlier day is recorded as it was. */
    private boolean isNotBegun(Appointment appointment) {
        return appointment.status() == AppointmentStatus.ARRIVED
                && !appointment.on().isBefore(clinics.todayAt(appointment.clinic()));
    }

    void complete(Appointment appointment) {
        hold(appointment);
        appointment.held(Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        settle(appointment);
    }

    /**
     * Returns whether the last status change may be undone: on the day of the change, unless a signed note confirms it.
     */
    boolean mayTakeBack(Appointment appointment) {
        return appointment
                .lastMarkedAt()
                .filter(at -> LocalDate.ofInstant(at, clinics.zoneOf(appointment.clinic()))
                        .equals(clinics.todayAt(appointment.clinic())))
                .filter(at -> !signed.isSigned(appointment.id()))
                .isPresent();
    }

    void takeBack(Appointment appointment) {
        // a concurrent signature of the note waits for this lock, or was first
        hold(appointment);
        if (appointment.lastMarkedAt().isPresent() && !mayTakeBack(appointment)) {
            throw new Refused(
                    "This is taken back on the day on which it was marked, and only while no signed note says that it"
                            + " is so. It stays " + appointment.status().label().toLowerCase(Locale.ROOT) + ".");
        }
        appointment.takeBack(Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        settle(appointment);
    }

    void markHeld(UUID visit, PatientId patient) {
        // lock before reading, so that a status change that is being undone is seen
        patients.holdHeader(patient);
        var appointment = appointments.findById(visit).orElseThrow();
        appointment.held(Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        nextVisitOf(appointment.patient());
    }

    private void hold(Appointment appointment) {
        if (appointment.isOfLead()) {
            leads.hold(appointment.lead());
        } else {
            patients.holdHeader(appointment.patient());
        }
    }

    private void settle(Appointment appointment) {
        if (!appointment.isOfLead()) {
            nextVisitOf(appointment.patient());
        }
    }

    private void requireBookable(ClinicId clinic, AppointmentType type, TimeSlot timeSlot) {
        if (timeSlot.on().isAfter(clinics.todayAt(clinic).plusYears(YEARS_AHEAD))) {
            throw new Refused("Appointments are booked at most two years ahead");
        }
        credentials.requireMayBeBooked(timeSlot.practitioner(), type.discipline(), timeSlot.on());
        times.requireOpen(clinic, timeSlot);
        times.requireRoom(clinic, timeSlot);
    }

    private void requirePossible(
            ClinicId clinic, PatientId patient, AppointmentType type, TimeSlot timeSlot, @Nullable UUID moved) {
        // a concurrent red flag waits for this lock: none comes between the check of the hold and the booking
        patients.holdHeader(patient);
        requireNoHold(patient, type, "booked");
        requireNowhereElse(clinic, patient, timeSlot, moved);
    }

    private void requireNowhereElse(ClinicId clinic, PatientId patient, TimeSlot timeSlot, @Nullable UUID moved) {
        var begins = times.slotsOf(clinic, timeSlot).findFirst().orElseThrow() * Slots.MINUTES;
        dayScheduleQuery.atTheSameTime(patient, timeSlot, begins, moved).ifPresent(other -> {
            throw new Refused(
                    Caller.current().clinics().contains(other.clinic())
                            ? other.personName() + " is with " + other.practitionerName() + " then, "
                                    + Dates.times(other.at(), other.until())
                                    + (other.clinic().equals(clinic) ? "" : " at " + times.nameOf(other.clinic()))
                                    + ": choose another time"
                            : other.personName() + " is at another clinic then: choose another time");
        });
    }

    private void requireNoHold(PatientId id, AppointmentType type, String what) {
        PatientBrief patient = patients.brief(id).orElseThrow(() -> new NotAvailable());
        if (patient.clinicalHold() && type.isTreatment()) {
            throw new Refused(
                    "Clinical hold: no adjustment, massage or exercise session may be " + what
                            + " until a chiropractor has cleared the patient. A consultation or an assessment is still possible.");
        }
        if (patient.thrustHold() && type == AppointmentType.ADJUSTMENT) {
            throw new Refused("Clinical hold: no adjustment may be " + what
                    + " until a chiropractor has decided. A massage, an exercise session, a consultation or an"
                    + " assessment is still possible.");
        }
    }

    private void take(Appointment appointment, List<UUID> rooms, TimeSlot wanted) {
        var who = wanted.practitioner();
        try {
            slots.take(times.slotsOf(appointment.clinic(), wanted), who.value(), appointment.id());
            if (!rooms.isEmpty() && !isInOneOf(rooms, appointment)) {
                throw taken(appointment, wanted);
            }
        } catch (DuplicateKeyException | PessimisticLockingFailureException taken) {
            throw taken(appointment, wanted);
        }
        if (!appointment.isOfLead()) {
            relations.relateByAppointment(who, appointment.patient(), appointment.id(), wanted.on());
        }
    }

    private SlotTaken taken(Appointment appointment, TimeSlot wanted) {
        return new SlotTaken(times.nextFree(appointment.clinic(), appointment.type(), wanted, appointment.id()));
    }

    /** Tries the other free rooms if a colleague took the first. */
    private boolean isInOneOf(List<UUID> rooms, Appointment appointment) {
        for (var room : rooms) {
            var needed = times.slotsOf(appointment.clinic(), appointment.timeSlot());
            if (slots.takeIfFree(needed, room, appointment.id())) {
                if (!room.equals(appointment.timeSlot().room())) {
                    appointment.changeRoom(room);
                    appointments.saveAndFlush(appointment);
                }
                return true;
            }
        }
        return false;
    }

    private void giveBack(Appointment appointment) {
        slots.release(appointment.id());
        if (!appointment.isOfLead()) {
            relations.endRelation(appointment.practitioner(), appointment.patient(), appointment.id());
        }
    }

    /** Updates the next visit in a patient's header as of now. */
    void moveNextVisitOn(PatientId patient) {
        // a concurrent booking waits for this lock, or was first
        patients.holdHeader(patient);
        nextVisitOf(patient);
    }

    private void nextVisitOf(PatientId patient) {
        var next = nextVisitQuery.findNext(patient);
        patients.nextVisitIs(
                patient,
                next.map(FreeTime::on).orElse(null),
                next.map(FreeTime::at).orElse(null));
    }
}
