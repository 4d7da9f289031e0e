package io.plumbline.schedule;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Marks how an appointment goes: arrived, in treatment, completed, missed; and takes such a mark back. */
@Component
class AppointmentMarking {
    private final Appointments appointments;
    private final BookingCheck check;
    private final AppointmentBooking booking;
    private final AppointmentPerson persons;
    private final ClinicService clinics;
    private final PatientService patients;
    private final PatientRecords records;
    private final SignedVisits signed;
    private final Clock clock;

    AppointmentMarking(
            Appointments appointments,
            BookingCheck check,
            AppointmentBooking booking,
            AppointmentPerson persons,
            ClinicService clinics,
            PatientService patients,
            PatientRecords records,
            SignedVisits signed,
            Clock clock) {
        this.appointments = appointments;
        this.check = check;
        this.booking = booking;
        this.persons = persons;
        this.clinics = clinics;
        this.patients = patients;
        this.records = records;
        this.signed = signed;
        this.clock = clock;
    }

    void mark(Appointment appointment, AppointmentStatus next) {
        persons.lock(appointment);
        if (!appointment.isOfLead()) {
            if (next == AppointmentStatus.IN_TREATMENT) {
                check.requireNoHold(appointment.patient(), appointment.type(), "started");
            } else if (next == AppointmentStatus.COMPLETED && isNotBegun(appointment)) {
                check.requireNoHold(appointment.patient(), appointment.type(), "completed");
            }
        }
        appointment.mark(next, CurrentUser.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        persons.updateNextVisit(appointment);
    }

    /** Returns whether completing would also start the appointment; one of an earlier day is recorded as it was. */
    private boolean isNotBegun(Appointment appointment) {
        return appointment.status() == AppointmentStatus.ARRIVED
                && !appointment.on().isBefore(clinics.todayAt(appointment.clinic()));
    }

    void complete(Appointment appointment) {
        persons.lock(appointment);
        appointment.held(CurrentUser.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        persons.updateNextVisit(appointment);
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
        persons.lock(appointment);
        if (appointment.lastMarkedAt().isPresent() && !mayTakeBack(appointment)) {
            throw new Refused(
                    "A status can be undone only on the day on which it was set, and only while no signed note"
                            + " depends on it. It stays "
                            + appointment.status().label().toLowerCase(Locale.ROOT) + ".");
        }
        if (isMissedAhead(appointment)) {
            booking.requireNotTooMany(appointment);
        }
        appointment.takeBack(CurrentUser.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        persons.updateNextVisit(appointment);
    }

    /** Returns whether a patient's visit of today or later counts as missed; one of an earlier day is recorded as it was. */
    private boolean isMissedAhead(Appointment appointment) {
        return !appointment.isOfLead()
                && appointment.status() == AppointmentStatus.NO_SHOW
                && !appointment.on().isBefore(clinics.todayAt(appointment.clinic()));
    }

    /** Completes a patient's appointment; does nothing if it is not the current user's. */
    void markHeld(AppointmentId visit, PatientId patient) {
        markHeld(visit, patient, AppointmentService::isMine);
    }

    /** Completes a patient's appointment, whoever its practitioner is. */
    void markHeldOf(AppointmentId visit, PatientId patient) {
        markHeld(visit, patient, appointment -> true);
    }

    private void markHeld(AppointmentId visit, PatientId patient, Predicate<Appointment> isAllowed) {
        // lock before reading, so that a status change that is being undone is seen
        patients.holdHeader(patient);
        var appointment = appointments.findById(visit.value()).orElseThrow();
        if (appointment.isOfLead()
                || !records.of(patient).contains(appointment.patient())
                || !isAllowed.test(appointment)) {
            return;
        }
        appointment.held(CurrentUser.current().staff(), clock.instant());
        appointments.saveAndFlush(appointment);
        persons.updateNextVisit(patient);
    }
}
