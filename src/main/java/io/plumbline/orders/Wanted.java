package io.plumbline.orders;

import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When an order is wanted.
 *
 * @param isDeadline whether that is the last day, rather than the day around which it is wanted
 */
public record Wanted(LocalDate on, boolean isDeadline) {
    /** The unit in which a clinician counts to the day. */
    public enum Unit {
        DAYS("days"),
        WEEKS("weeks");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The highest number of days or weeks. */
    public static final int MOST = 365;

    /**
     * Returns a day counted from today.
     *
     * @throws Refused if the number is missing or out of range
     */
    public static Wanted in(@Nullable Integer count, Unit unit, LocalDate today) {
        if (count == null || count < 0 || count > MOST) {
            throw new Refused(OrderField.WANTED, "Enter a number from 0 to " + MOST);
        }
        return new Wanted(unit == Unit.DAYS ? today.plusDays(count) : today.plusWeeks(count), false);
    }

    /** @throws Refused if the day is missing */
    public static Wanted by(@Nullable LocalDate day) {
        if (day == null) {
            throw new Refused(OrderField.WANTED, "Choose a day");
        }
        return new Wanted(day, true);
    }

    /** Returns the words that the screen shows. */
    public String words() {
        return (isDeadline ? "by " : "around ") + Dates.day(on);
    }

    void requireAhead(LocalDate today) {
        if (on.isBefore(today)) {
            throw new Refused(OrderField.WANTED, "Choose today or a later day");
        }
        if (on.isAfter(today.plusYears(1))) {
            throw new Refused(OrderField.WANTED, "Choose a day within a year");
        }
    }
}
