package io.plumbline.schedule;

import io.plumbline.access.RelationService;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.CredentialService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.ui.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final NextVisits nextVisits;
    private final SlotBook slots;
    private final BookableTimes times;
    private final CredentialService credentials;
    private final PatientService patients;
    private final RelationService relations;
    private final ConsultationLeads leads;
    private final List<BookingGuard> guards;
    private final SignedVisits signed;
    private final List<HandOverGuard> handOverGuards;
    private final Clock clock;

    Agreements(
            Appointments appointments,
            DaySheet daySheet,
            NextVisits nextVisits,
            SlotBook slots,
            BookableTimes times,
            CredentialService credentials,
            PatientService patients,
            RelationService relations,
            ConsultationLeads leads,
            List<BookingGuard> guards,
            SignedVisits signed,
            List<HandOverGuard> handOverGuards,
            Clock clock) {
        this.appointments = appointments;
        this.daySheet = daySheet;
        this.nextVisits = nextVisits;
        this.slots = slots;
        this.times = times;
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
        requireBookable(booking.clinic(), booking.type(), booking.timing());
        requirePossible(booking.clinic(), booking.patient(), booking.type(), booking.timing(), null);
        guards.forEach(guard -> guard.check(booking));
        var rooms = times.freeRooms(booking.clinic(), booking.type(), booking.timing());
        var appointment = appointments.saveAndFlush(Appointment.booked(
                booking.agreed(inFirst(rooms, booking.timing())),
                Caller.current().staff(),
                clock.instant()));
        take(appointment, rooms, booking.timing());
        patients.knownAt(booking.patient(), booking.clinic());
        nextVisitOf(appointment.patient());
        return appointment.id();
    }

    UUID book(Consultation agreed) {
        requireBookable(agreed.clinic(), AppointmentType.CONSULTATION, agreed.timing());
        leads.hold(agreed.lead());
        var rooms = times.freeRooms(agreed.clinic(), AppointmentType.CONSULTATION, agreed.timing());
        var appointment = appointments.saveAndFlush(Appointment.booked(
                agreed.agreed(inFirst(rooms, agreed.timing())), Caller.current().staff(), clock.instant()));
        take(appointment, rooms, agreed.timing());
        return appointment.id();
    }

    /** Makes the consultation of a lead the patient's; who has it, where and when stay, and so do its slots. */
    void give(Appointment appointment, PatientId patient) {
        if (appointment.status().isAhead()) {
            requirePossible(appointment.clinic(), patient, appointment.type(), appointment.timing(), appointment.id());
        } else {
            patients.holdHeader(patient);
        }
        appointment.give(patient);
        appointments.saveAndFlush(appointment);
        relations.relateByAppointment(appointment.practitioner(), patient, appointment.id(), appointment.on());
        patients.knownAt(patient, appointment.clinic());
        nextVisitOf(patient);
    }

    private static Timing inFirst(List<UUID> rooms, Timing timing) {
        return rooms.isEmpty() ? timing : timing.in(rooms.getFirst());
    }

    void move(Appointment appointment, Timing to) {
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

    /** Whether completing it would be starting it too; what a day before today was is noted as it was. */
    private boolean isNotBegun(Appointment appointment) {
        return appointment.status() == AppointmentStatus.ARRIVED
                && !appointment.on().isBefore(times.todayAt(appointment.clinic()));
    }

    void complete(Appointment appointment) {
        hold(appointment);
        appointment.held(Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        settle(appointment);
    }

    /**
     * Whether the last mark may be taken back: on the day on which it was made, as long as no note says that it is true.
     */
    boolean mayTakeBack(Appointment appointment) {
        return appointment
                .lastMarkedAt()
                .filter(at -> LocalDate.ofInstant(at, times.zoneOf(appointment.clinic()))
                        .equals(times.todayAt(appointment.clinic())))
                .filter(at -> !signed.isSigned(appointment.id()))
                .isPresent();
    }

    void takeBack(Appointment appointment) {
        // whoever signs its note waits, or was first
        hold(appointment);
        if (appointment.lastMarkedAt().isPresent() && !mayTakeBack(appointment)) {
            throw new IllegalStateException(
                    "This is taken back on the day on which it was marked, and only while no signed note says that it"
                            + " is so. It stays " + appointment.status().word().toLowerCase(Locale.ROOT) + ".");
        }
        appointment.takeBack(Caller.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        settle(appointment);
    }

    void held(UUID visit, PatientId patient) {
        // before it is read: a mark that is taken back meanwhile must be seen
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

    private void requireBookable(ClinicId clinic, AppointmentType type, Timing timing) {
        if (timing.on().isAfter(times.todayAt(clinic).plusYears(YEARS_AHEAD))) {
            throw new IllegalArgumentException("Appointments are booked at most two years ahead");
        }
        credentials.requireMayBeBooked(timing.practitioner(), type.discipline(), timing.on());
        times.requireOpen(clinic, timing);
        times.requireRoom(clinic, timing);
    }

    private void requirePossible(
            ClinicId clinic, PatientId patient, AppointmentType type, Timing timing, @Nullable UUID moved) {
        // whoever raises a flag waits: none slips in between looking at the hold and booking
        patients.holdHeader(patient);
        requireNoHold(patient, type, "booked");
        requireNowhereElse(clinic, patient, timing, moved);
    }

    private void requireNowhereElse(ClinicId clinic, PatientId patient, Timing timing, @Nullable UUID moved) {
        var begins = times.slotsOf(clinic, timing).findFirst().orElseThrow() * Slots.MINUTES;
        daySheet.atTheSameTime(patient, timing, begins, moved).ifPresent(other -> {
            throw new IllegalStateException(
                    Caller.current().clinics().contains(other.clinic())
                            ? other.personName() + " is with " + other.practitionerName() + " then, "
                                    + Dates.time(other.at()) + "–" + Dates.time(other.until())
                                    + (other.clinic().equals(clinic) ? "" : " at " + times.nameOf(other.clinic()))
                                    + ": choose another time"
                            : other.personName() + " is at another clinic then: choose another time");
        });
    }

    private void requireNoHold(PatientId id, AppointmentType type, String what) {
        PatientBrief patient = patients.brief(id).orElseThrow(() -> new NoSuchElementException("Not available"));
        if (patient.clinicalHold() && type.isTreatment()) {
            throw new IllegalStateException("Clinical hold: no adjustment, massage or exercise session may be " + what
                    + " until a chiropractor has cleared the patient. A consultation or an assessment may.");
        }
        if (patient.thrustHold() && type == AppointmentType.ADJUSTMENT) {
            throw new IllegalStateException(
                    "Clinical hold: no adjustment may be " + what
                            + " until a chiropractor has decided. A massage, an exercise session, a consultation or an assessment may.");
        }
    }

    private void take(Appointment appointment, List<UUID> rooms, Timing wanted) {
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

    private SlotTaken taken(Appointment appointment, Timing wanted) {
        return new SlotTaken(times.nextFree(appointment.clinic(), appointment.type(), wanted, appointment.id()));
    }

    /** Where a colleague was quicker in one room, the next that looked free may still be. */
    private boolean isInOneOf(List<UUID> rooms, Appointment appointment) {
        for (var room : rooms) {
            var needed = times.slotsOf(appointment.clinic(), appointment.timing());
            if (slots.takeIfFree(needed, room, appointment.id())) {
                if (!room.equals(appointment.timing().room())) {
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

    /** Keeps in a patient's header which visit is the next by now. */
    void moveNextVisitOn(PatientId patient) {
        // whoever books meanwhile waits, or was first
        patients.holdHeader(patient);
        nextVisitOf(patient);
    }

    private void nextVisitOf(PatientId patient) {
        var next = nextVisits.of(patient);
        patients.nextVisitIs(
                patient,
                next.map(FreeTime::on).orElse(null),
                next.map(FreeTime::at).orElse(null));
    }
}
