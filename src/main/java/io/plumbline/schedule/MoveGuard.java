package io.plumbline.schedule;

import java.util.UUID;

/** A rule of a room to the right about what may be moved. It is asked while the patient's header is held. */
public interface MoveGuard {
    /** @throws IllegalStateException if this appointment may not be moved there, in words for who moves it */
    void check(UUID appointment, Timing to);
}
