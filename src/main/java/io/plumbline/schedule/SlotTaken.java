package io.plumbline.schedule;

import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Thrown if the time, or the last room, was booked in the meantime. */
public final class SlotTaken extends Refused {
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

    /** Creates the exception for a practitioner who is free while no room is. */
    static SlotTaken noRoom(@Nullable FreeTime next) {
        return new SlotTaken("This service needs a room, and none is free at that time", next);
    }

    /** Returns the next free time of the same duration with the same practitioner; null if there is none soon. */
    @Nullable
    FreeTime next() {
        return next;
    }

    /** Returns the same as date and time for form fields. */
    public @Nullable LocalDateTime nextStart() {
        return next == null ? null : next.on().atTime(next.at());
    }
}
