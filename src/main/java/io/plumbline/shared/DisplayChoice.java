package io.plumbline.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose for dates and times; null is as in the country of their clinics.
 *
 * @param weekStart one of {@link #WEEK_STARTS}
 */
@Embeddable
public record DisplayChoice(
        @Nullable @Enumerated(EnumType.STRING) @Column(name = "display_hours")
        HourCycle hours,

        @Nullable @Enumerated(EnumType.STRING) @Column(name = "display_order")
        DateOrder order,

        @Nullable @Enumerated(EnumType.STRING) @Column(name = "display_week_start")
        DayOfWeek weekStart)
        implements Serializable {
    /** Nothing chosen. */
    public static final DisplayChoice NONE = new DisplayChoice(null, null, null);

    /** The orders that a person can choose. */
    public static final List<DateOrder> ORDERS =
            List.of(DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST, DateOrder.YEAR_FIRST);

    /** The days with which a week begins somewhere in the world. */
    public static final List<DayOfWeek> WEEK_STARTS = List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.SATURDAY);

    /** @throws Refused if the order or the first day of the week cannot be chosen */
    public DisplayChoice {
        if (order != null && !ORDERS.contains(order)) {
            throw new Refused("Choose the order of day and month");
        }
        if (weekStart != null && !WEEK_STARTS.contains(weekStart)) {
            throw new Refused("A week begins on Sunday, Monday or Saturday");
        }
    }

    /** Returns what was chosen, by name; empty if nothing was. */
    public String names() {
        return Stream.of(hours, order, weekStart)
                .filter(chosen -> chosen != null)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
