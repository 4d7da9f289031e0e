package io.plumbline.schedule;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands booked appointments over to another practitioner together with a treatment plan. */
@Service
@Transactional
@Requires(Permission.PLAN_HAND_OVER)
public class AppointmentHandOverService {
    private final Appointments appointments;
    private final AppointmentBooking appointmentBooking;

    AppointmentHandOverService(Appointments appointments, AppointmentBooking appointmentBooking) {
        this.appointments = appointments;
        this.appointmentBooking = appointmentBooking;
    }

    /**
     * Gives an appointment to another practitioner at the same time. The calling code must have checked the caller's
     * access to the plan.
     *
     * @throws SlotTaken if the other, or the last room, is booked at that time
     * @throws Refused if the other does not work then, the patient has checked in, a clinical hold forbids the
     *     treatment, or the session note is being written; the message is for the user
     * @throws NotAvailable if the appointment is not one of this patient with this practitioner
     */
    public void handOver(AppointmentId id, PatientId patient, StaffId from, StaffId to) {
        var appointment = appointments
                .findById(id.value())
                .filter(found -> !found.isOfLead() && found.patient().equals(patient))
                .filter(found -> found.practitioner().equals(from))
                .orElseThrow(NotAvailable::new);
        var slot = appointment.timeSlot();
        appointmentBooking.move(
                appointment, new TimeSlot(to, slot.room(), slot.on(), slot.at(), slot.minutes(), slot.bufferMinutes()));
    }
}
