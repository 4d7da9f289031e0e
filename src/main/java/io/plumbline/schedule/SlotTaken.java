package io.plumbline.schedule;

import io.plumbline.shared.ui.Dates;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Somebody else has booked that time, or the last room, meanwhile. */
public final class SlotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable FreeTime next;

    SlotTaken(@Nullable FreeTime next) {
        this("This time has just been taken", next);
    }

    private SlotTaken(String what, @Nullable FreeTime next) {
        super(
                next == null
                        ? what + ": choose another"
                        : what + ". The next free one is " + Dates.dayAndTime(next.on(), next.at(), ""));
        this.next = next;
    }

    /** The practitioner would be free, but no room is. */
    static SlotTaken noRoom(@Nullable FreeTime next) {
        return new SlotTaken("This needs a room, and none is free at that time", next);
    }

    /** The next free time of the same length with the same practitioner; null where none is near. */
    public @Nullable FreeTime next() {
        return next;
    }

    /** The same, as fields show it. */
    public @Nullable LocalDateTime nextStart() {
        return next == null ? null : next.on().atTime(next.at());
    }
}
