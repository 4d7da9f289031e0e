package io.plumbline.records;

import io.plumbline.shared.Count;
import io.plumbline.shared.Refused;
import java.time.LocalDate;

/**
 * Within how many days a request of a patient is answered, and by how many more that time is extended once, with a reason
 * in writing.
 *
 * @param days since the request was received
 * @param extension how many more
 */
public record RequestClock(int days, int extension) {
    /** Of requests to see or get the record (45 CFR 164.524(b)(2)). */
    public static final RequestClock ACCESS = new RequestClock(30, 30);

    /** Of requests to amend the record (45 CFR 164.526(b)(2)). */
    public static final RequestClock AMENDMENT = new RequestClock(60, 30);

    /** Returns the last day to answer. */
    public LocalDate due(LocalDate receivedOn) {
        return receivedOn.plusDays(days);
    }

    /**
     * Returns the last day after an extension.
     *
     * @throws Refused if it was extended already, or the time is over; the message is for the user
     */
    public LocalDate extended(LocalDate dueOn, boolean wasExtended, LocalDate today) {
        if (wasExtended) {
            throw new Refused("The time was extended already, and can be extended once only");
        }
        if (isOver(dueOn, today)) {
            throw new Refused("The time is over, so it can no longer be extended");
        }
        return dueOn.plusDays(extension);
    }

    /** Returns whether the last day to answer has passed. */
    public static boolean isOver(LocalDate dueOn, LocalDate today) {
        return today.isAfter(dueOn);
    }

    /** Returns how many days are left, or by how many it is late. */
    public static String left(LocalDate dueOn, LocalDate today) {
        var left = dueOn.toEpochDay() - today.toEpochDay();
        if (left < 0) {
            return "Overdue by " + Count.of(-left, "day", "days");
        }
        return left == 0 ? "Due today" : Count.of(left, "day", "days") + " left";
    }
}
