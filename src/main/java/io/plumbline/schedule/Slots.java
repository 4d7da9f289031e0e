package io.plumbline.schedule;

import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.LongStream;

/**
 * The five-minute slots that an appointment takes. A slot is the UTC instant divided by five minutes, so a practitioner
 * who works in two time zones cannot be booked twice.
 */
final class Slots {
    static final int MINUTES = 5;
    private static final int SECONDS = MINUTES * 60;

    private Slots() {}

    /**
     * Returns the slots from a local time on.
     *
     * @throws Refused if the time or the duration is not a multiple of five minutes, or if that time
     *     falls into a daylight saving gap; in an overlap, the first occurrence counts
     */
    static LongStream of(LocalDate on, LocalTime at, int minutes, ZoneId zone) {
        if (at.getMinute() % MINUTES != 0 || at.getSecond() != 0 || at.getNano() != 0) {
            throw new Refused("An appointment must start on a multiple of five minutes");
        }
        if (minutes <= 0 || minutes % MINUTES != 0) {
            throw new Refused("An appointment must take a multiple of five minutes");
        }
        var local = LocalDateTime.of(on, at);
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new Refused("The clocks skip " + Dates.time(at) + " on that day: choose another time");
        }
        var first = slotOf(local.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
        return LongStream.range(first, first + minutes / MINUTES);
    }

    /** Returns the slot of an instant. */
    static long slotOf(Instant at) {
        return at.getEpochSecond() / SECONDS;
    }
}
