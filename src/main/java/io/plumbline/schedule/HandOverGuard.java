package io.plumbline.schedule;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.StaffId;

/**
 * Implemented by notes: a rule about what may be handed over to another practitioner. It runs while the patient's
 * header is locked.
 */
public interface HandOverGuard {
    /** @throws Refused if the appointment may not be handed over; the message is for the user */
    void check(AppointmentId appointment, StaffId to);
}
