package io.plumbline.schedule;

import io.plumbline.shared.StaffId;
import java.util.UUID;

/** A rule of a room to the right about what may go to another practitioner. It is asked while the patient's header is held. */
public interface HandOverGuard {
    /** @throws IllegalStateException if this appointment may not be handed over, in words for who moves it */
    void check(UUID appointment, StaffId to);
}
