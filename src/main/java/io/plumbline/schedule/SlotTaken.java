package io.plumbline.schedule;

import io.plumbline.shared.ui.Dates;
import org.jspecify.annotations.Nullable;

/** Somebody else has booked that time meanwhile. */
public final class SlotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable FreeTime next;

    SlotTaken(@Nullable FreeTime next) {
        super(
                next == null
                        ? "This time has just been taken: choose another"
                        : "This time has just been taken. The next free one is "
                                + Dates.dayAndTime(next.on(), next.at(), ""));
        this.next = next;
    }

    /** The next free time of the same length with the same practitioner; null where none is near. */
    public @Nullable FreeTime next() {
        return next;
    }
}
