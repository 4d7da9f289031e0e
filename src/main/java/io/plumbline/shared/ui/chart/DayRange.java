package io.plumbline.shared.ui.chart;

import io.plumbline.shared.Dates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;

/** The days of a chart from its left to its right edge. */
record DayRange(LocalDate from, LocalDate until) {
    /** Returns the range from the first to the last of the days, of which there is at least one. */
    static DayRange of(Stream<LocalDate> days) {
        var sorted = days.sorted(Comparator.naturalOrder()).toList();
        return new DayRange(sorted.getFirst(), sorted.getLast());
    }

    /** Returns where a day lies, in percent from the left edge; a single day lies at the right, where the present is. */
    double across(LocalDate day) {
        var all = ChronoUnit.DAYS.between(from, until);
        return all == 0 ? 100 : 100.0 * ChronoUnit.DAYS.between(from, day) / all;
    }

    /** Formats a day of this range, with its year if the range has more than one. */
    String words(LocalDate day) {
        return from.getYear() == until.getYear() ? Dates.day(day) : Dates.dayAndYear(day);
    }
}
