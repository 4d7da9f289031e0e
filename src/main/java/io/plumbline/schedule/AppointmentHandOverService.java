package io.plumbline.schedule;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands booked appointments over to another practitioner together with a treatment plan. */
@Service
@Transactional
@Requires(Permission.PLAN_HAND_OVER)
public class AppointmentHandOverService {
    private final Appointments appointments;
    private final PatientRecords records;
    private final AppointmentBooking appointmentBooking;
    private final ClinicService clinics;
    private final Clock clock;

    AppointmentHandOverService(
            Appointments appointments,
            PatientRecords records,
            AppointmentBooking appointmentBooking,
            ClinicService clinics,
            Clock clock) {
        this.appointments = appointments;
        this.records = records;
        this.appointmentBooking = appointmentBooking;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Gives an appointment to another practitioner at the same time. The calling code must have checked the current user's
     * access to the plan.
     *
     * @throws SlotTaken if the practitioner who takes over, or the last room, is booked at that time
     * @throws Refused if it has begun, that practitioner does not work then or has no valid credential, the patient has
     *     checked in or is elsewhere then, a clinical hold forbids the treatment, or the session note is being written;
     *     the message is for the user
     * @throws NotAvailable if it is not one of this patient with this practitioner at a clinic of the current user
     */
    public void handOver(AppointmentId id, PatientId patient, StaffId from, StaffId to) {
        var appointment = appointments
                .findById(id.value())
                .filter(found -> !found.isOfLead() && records.of(patient).contains(found.patient()))
                .filter(found -> found.practitioner().equals(from))
                .filter(found -> CurrentUser.current().clinics().contains(found.clinic()))
                .orElseThrow(NotAvailable::new);
        var slot = appointment.timeSlot();
        var start = slot.on().atTime(slot.at()).atZone(clinics.zoneOf(appointment.clinic()));
        if (!start.toInstant().isAfter(clock.instant())) {
            throw new Refused("It has already begun");
        }
        appointmentBooking.move(
                appointment, new TimeSlot(to, slot.room(), slot.on(), slot.at(), slot.minutes(), slot.bufferMinutes()));
    }
}
