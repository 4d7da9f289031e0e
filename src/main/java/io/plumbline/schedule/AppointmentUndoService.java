package io.plumbline.schedule;

import io.plumbline.access.PatientRecords;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes that an appointment was booked, canceled or moved: for ten minutes, by the person who did it, if it is the last
 * change; a time that it had before must still be free.
 */
@Service
@Transactional
@Requires(Permission.APPOINTMENT_BOOK)
public class AppointmentUndoService {
    private final Appointments appointments;
    private final PatientRecords records;
    private final AppointmentBooking booking;

    AppointmentUndoService(Appointments appointments, PatientRecords records, AppointmentBooking booking) {
        this.appointments = appointments;
        this.records = records;
        this.booking = booking;
    }

    /**
     * Undoes the current user's booking of a patient: the appointment is canceled, and its time is free again. The calling code
     * must have checked the current user's relation to the patient.
     *
     * @throws Refused after ten minutes, if somebody else booked it, or if it has changed since; the message is for the
     *     user
     * @throws NotAvailable if the patient has no such appointment
     */
    @Requires(Permission.APPOINTMENT_BOOK_NEXT)
    public void undoBooking(AppointmentId id, PatientId patient) {
        booking.undoBooking(appointments
                .findById(id.value())
                .filter(found -> !found.isOfLead() && records.of(patient).contains(found.patient()))
                .orElseThrow(NotAvailable::new));
    }

    /**
     * Undoes the current user's cancellation: the appointment has its time, practitioner and room again, and its previous
     * status.
     *
     * @throws Refused after ten minutes, if somebody else canceled it, if it is not canceled, if the time was taken, or
     *     if a clinical hold forbids it; the message is for the user
     * @throws NotAvailable if the appointment does not exist or is not the current user's
     */
    public void undoCancellation(AppointmentId id) {
        booking.undoCancellation(appointments
                .findById(id.value())
                .filter(AppointmentService::isMine)
                .orElseThrow(NotAvailable::new));
    }

    /**
     * Undoes the current user's last move: the appointment is at its earlier time, with its earlier practitioner and room.
     *
     * @throws Refused after ten minutes, if somebody else moved it, if it was not moved last, if the time was taken, or
     *     if a clinical hold forbids it; the message is for the user
     * @throws NotAvailable if the appointment does not exist, or is and was not the current user's
     */
    public void undoMove(AppointmentId id) {
        booking.undoMove(appointments
                .findById(id.value())
                .filter(found -> AppointmentService.isMine(found)
                        || found.slotBeforeMove()
                                .filter(before -> AppointmentService.isMine(found.clinic(), before.practitioner()))
                                .isPresent())
                .orElseThrow(NotAvailable::new));
    }

    /**
     * Undoes the current user's cancellation of a lead's consultation, at whatever clinic it is, because the lead is no
     * longer lost. The calling code must have checked the current user's access to the lead.
     *
     * @throws Refused as {@link #undoCancellation(AppointmentId)} does
     * @throws NotAvailable if this lead has no such consultation
     */
    @Requires(Permission.LEAD_WORK)
    public void undoWithdrawal(AppointmentId consultation, LeadId lead) {
        booking.undoCancellation(appointments
                .findById(consultation.value())
                .filter(found -> found.isOfLead() && found.lead().equals(lead))
                .orElseThrow(NotAvailable::new));
    }
}
