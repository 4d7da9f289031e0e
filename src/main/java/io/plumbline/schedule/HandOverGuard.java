package io.plumbline.schedule;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/**
 * Implemented by notes: a rule about what may be handed over to another practitioner. It runs while the patient's
 * header is locked.
 */
public interface HandOverGuard {
    /** @throws Refused if the appointment may not be handed over; the message is for the user */
    void check(UUID appointment, StaffId to);
}
