package io.plumbline.schedule;

import io.plumbline.access.RelationService;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.RecordGuard;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The effects of booking, moving and ending an appointment beyond its own row: takes and releases slots, opens and
 * closes the chart, and updates the patient's next visit.
 */
@Component
class AppointmentBooking {
    private final Appointments appointments;
    private final BookingCheck check;
    private final AppointmentPerson persons;
    private final SlotStore slots;
    private final BookableTimes times;
    private final PatientService patients;
    private final PatientHeaderService headers;
    private final RelationService relations;
    private final ConsultationLeads leads;
    private final List<BookingGuard> guards;
    private final List<HandOverGuard> handOverGuards;
    private final RecordGuard guard;
    private final Clock clock;

    AppointmentBooking(
            Appointments appointments,
            BookingCheck check,
            AppointmentPerson persons,
            SlotStore slots,
            BookableTimes times,
            PatientService patients,
            PatientHeaderService headers,
            RelationService relations,
            ConsultationLeads leads,
            List<BookingGuard> guards,
            List<HandOverGuard> handOverGuards,
            RecordGuard guard,
            Clock clock) {
        this.appointments = appointments;
        this.check = check;
        this.persons = persons;
        this.slots = slots;
        this.times = times;
        this.patients = patients;
        this.headers = headers;
        this.relations = relations;
        this.leads = leads;
        this.guards = guards;
        this.handOverGuards = handOverGuards;
        this.guard = guard;
        this.clock = clock;
    }

    AppointmentId book(Booking wanted) {
        // a visit of a plan or an order that stands on a record that was merged is booked on the remaining one
        var booking = wanted.plannedVisit() == null && wanted.order() == null
                ? wanted
                : wanted.of(guard.continueOn(wanted.patient()));
        check.requireBookable(booking.clinic(), booking.type(), booking.timeSlot());
        check.requirePossible(booking.clinic(), booking.patient(), booking.type(), booking.timeSlot(), null);
        guards.forEach(one -> one.check(booking));
        var rooms = times.freeRooms(booking.clinic(), booking.type(), booking.timeSlot());
        var appointment = appointments.saveAndFlush(Appointment.booked(
                booking.agreed(inFirst(rooms, booking.timeSlot())),
                CurrentUser.current().staff(),
                clock.instant()));
        take(appointment, rooms, booking.timeSlot());
        headers.knownAt(booking.patient(), booking.clinic());
        persons.updateNextVisit(appointment.patient());
        return appointment.id();
    }

    AppointmentId book(Consultation agreed) {
        check.requireBookable(agreed.clinic(), AppointmentType.CONSULTATION, agreed.timeSlot());
        leads.lock(agreed.lead());
        var rooms = times.freeRooms(agreed.clinic(), AppointmentType.CONSULTATION, agreed.timeSlot());
        var appointment = appointments.saveAndFlush(Appointment.booked(
                agreed.agreed(inFirst(rooms, agreed.timeSlot())),
                CurrentUser.current().staff(),
                clock.instant()));
        take(appointment, rooms, agreed.timeSlot());
        return appointment.id();
    }

    /** Reassigns a lead's consultation to the patient; practitioner, time, room and slots stay. */
    void give(Appointment appointment, PatientId patient) {
        if (appointment.status().isAhead()) {
            check.requirePossible(
                    appointment.clinic(), patient, appointment.type(), appointment.timeSlot(), appointment.id());
        } else {
            patients.holdHeader(patient);
        }
        appointment.give(patient);
        appointments.saveAndFlush(appointment);
        relations.relateByAppointment(appointment.practitioner(), patient, appointment.id(), appointment.on());
        headers.knownAt(patient, appointment.clinic());
        persons.updateNextVisit(patient);
    }

    private static TimeSlot inFirst(List<UUID> rooms, TimeSlot timeSlot) {
        return rooms.isEmpty() ? timeSlot : timeSlot.in(rooms.getFirst());
    }

    void move(Appointment appointment, TimeSlot to) {
        check.requireBookable(appointment.clinic(), appointment.type(), to);
        if (appointment.isOfLead()) {
            leads.lock(appointment.lead());
        } else {
            requirePossible(appointment, to);
            guards.forEach(guard -> guard.checkDay(appointment.id(), appointment.on(), booking(appointment, to)));
        }
        if (!appointment.practitioner().equals(to.practitioner())) {
            handOverGuards.forEach(one -> one.check(appointment.id(), to.practitioner()));
        }
        giveBack(appointment);
        var rooms = times.freeRooms(appointment.clinic(), appointment.type(), to);
        appointment.move(inFirst(rooms, to), CurrentUser.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        take(appointment, rooms, to);
        persons.updateNextVisit(appointment);
    }

    void cancel(Appointment appointment, String reason, boolean late) {
        persons.lock(appointment);
        appointment.cancel(reason, late, CurrentUser.current().staff(), clock.instant());
        canceled(appointment);
    }

    void undoBooking(Appointment appointment) {
        persons.lock(appointment);
        appointment.undoBooking(CurrentUser.current().staff(), clock.instant());
        canceled(appointment);
    }

    private void canceled(Appointment appointment) {
        appointments.saveAndFlush(appointment);
        giveBack(appointment);
        persons.updateNextVisit(appointment);
    }

    void undoCancellation(Appointment appointment) {
        if (appointment.isOfLead()) {
            leads.lock(appointment.lead());
            leads.requireWaitingFor(appointment.id(), appointment.lead());
        } else {
            requirePossible(appointment, appointment.timeSlot());
            guards.forEach(
                    guard -> guard.checkCanceled(appointment.id(), booking(appointment, appointment.timeSlot())));
        }
        appointment.undoCancellation(CurrentUser.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        takeAgain(appointment);
        persons.updateNextVisit(appointment);
    }

    /** It is booked as it was before: no guard asks whether more is. */
    void undoMove(Appointment appointment) {
        if (appointment.isOfLead()) {
            leads.lock(appointment.lead());
        } else {
            requirePossible(appointment, appointment.slotBeforeMove().orElse(appointment.timeSlot()));
        }
        appointment
                .slotBeforeMove()
                .map(TimeSlot::practitioner)
                .filter(before -> !before.equals(appointment.practitioner()))
                .ifPresent(before -> handOverGuards.forEach(one -> one.check(appointment.id(), before)));
        giveBack(appointment);
        appointment.undoMove(CurrentUser.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        takeAgain(appointment);
        persons.updateNextVisit(appointment);
    }

    /** Refuses that a patient's appointment counts as not missed, if it would be one too many from today on. */
    void requireNotTooMany(Appointment appointment) {
        guards.forEach(guard -> guard.checkDay(appointment.id(), null, booking(appointment, appointment.timeSlot())));
    }

    private static Booking booking(Appointment appointment, TimeSlot timeSlot) {
        return new Booking(appointment.clinic(), appointment.patient(), appointment.type(), timeSlot, null);
    }

    private void requirePossible(Appointment appointment, TimeSlot timeSlot) {
        check.requirePossible(
                appointment.clinic(), appointment.patient(), appointment.type(), timeSlot, appointment.id());
    }

    /** Takes exactly the practitioner, room and time that the appointment had. */
    private void takeAgain(Appointment appointment) {
        var timeSlot = appointment.timeSlot();
        try {
            Stream.of(timeSlot.practitioner().value(), timeSlot.room())
                    .filter(Objects::nonNull)
                    .forEach(resource ->
                            slots.take(times.slotsOf(appointment.clinic(), timeSlot), resource, appointment.id()));
        } catch (DuplicateKeyException | PessimisticLockingFailureException taken) {
            throw new Refused("A colleague took that time in the meantime. Choose another one");
        }
        if (!appointment.isOfLead()) {
            relations.relateByAppointment(
                    timeSlot.practitioner(), appointment.patient(), appointment.id(), timeSlot.on());
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
}
