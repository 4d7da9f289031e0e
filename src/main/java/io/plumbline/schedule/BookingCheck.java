package io.plumbline.schedule;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses what must not be booked: at that time, there, with that practitioner, or for that patient. */
@Component
class BookingCheck {
    private static final int YEARS_AHEAD = 2;

    private final DayScheduleQuery dayScheduleQuery;
    private final BookableTimes times;
    private final ClinicService clinics;
    private final CredentialService credentials;
    private final PatientService patients;

    BookingCheck(
            DayScheduleQuery dayScheduleQuery,
            BookableTimes times,
            ClinicService clinics,
            CredentialService credentials,
            PatientService patients) {
        this.dayScheduleQuery = dayScheduleQuery;
        this.times = times;
        this.clinics = clinics;
        this.credentials = credentials;
        this.patients = patients;
    }

    /**
     * Refuses a time that is too far ahead, or at which the clinic, the practitioner or the room is not available.
     */
    void requireBookable(ClinicId clinic, AppointmentType type, TimeSlot timeSlot) {
        if (timeSlot.on().isAfter(clinics.todayAt(clinic).plusYears(YEARS_AHEAD))) {
            throw new Refused("Appointments can be booked at most two years ahead");
        }
        credentials.requireMayBeBooked(timeSlot.practitioner(), type.discipline(), timeSlot.on());
        times.requireOpen(clinic, timeSlot);
        times.requireRoom(clinic, timeSlot);
    }

    /**
     * Refuses a visit of a patient who is inactive or deceased, under a clinical hold, or at the same time as another of the patient.
     *
     * A visit that is moved stays on its record.
     *
     * @param moved the appointment that is moved, which does not count; null if it is new
     */
    void requirePossible(
            ClinicId clinic,
            PatientId patient,
            AppointmentType type,
            TimeSlot timeSlot,
            @Nullable AppointmentId moved) {
        // a concurrent red flag waits for this lock: none comes between the check of the hold and the booking
        patients.holdHeader(patient);
        var known = patients.brief(patient).orElseThrow(NotAvailable::new);
        known.on(moved == null ? patient : known.id()).require(NewEntry.VISIT);
        requireNoHold(known, type, "booked");
        requireNowhereElse(clinic, patient, timeSlot, moved);
    }

    private void requireNowhereElse(
            ClinicId clinic, PatientId patient, TimeSlot timeSlot, @Nullable AppointmentId moved) {
        var begins = times.slotsOf(clinic, timeSlot).findFirst().orElseThrow() * Slots.MINUTES;
        dayScheduleQuery.atTheSameTime(patient, timeSlot, begins, moved).ifPresent(other -> {
            throw new Refused(
                    CurrentUser.current().clinics().contains(other.clinic())
                            ? other.personName() + " is with " + other.practitionerName() + " then, "
                                    + Dates.times(other.at(), other.until())
                                    + (other.clinic().equals(clinic) ? "" : " at " + times.nameOf(other.clinic()))
                                    + ": choose another time"
                            : other.personName() + " is at another clinic then: choose another time");
        });
    }

    /**
     * Refuses a treatment that a clinical hold forbids.
     *
     * @param what what would be done, as a participle
     */
    void requireNoHold(PatientId id, AppointmentType type, String what) {
        requireNoHold(patients.brief(id).orElseThrow(NotAvailable::new), type, what);
    }

    private static void requireNoHold(PatientBrief patient, AppointmentType type, String what) {
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
}
