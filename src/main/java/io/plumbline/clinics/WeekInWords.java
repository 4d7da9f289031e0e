package io.plumbline.clinics;

import io.plumbline.shared.DisplayFormats;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Formats the business hours of a week as text; adjacent days with the same hours are combined.
 *
 * @param language of the names of the days
 * @param closed said of days without hours
 * @param everyDay said of all seven days
 * @param and between two days, or two stretches of a day
 * @param to between the first and the last of several days, or the hours of a stretch
 */
public record WeekInWords(Locale language, String closed, String everyDay, String and, String to) {
    /** Adjacent days with the same hours; no hours while the clinic is closed. */
    private record Days(DayOfWeek first, DayOfWeek last, List<String> hours) {}

    /**
     * Returns a text such as <em>Monday to Friday 8:00 AM to 6:00 PM, Saturday 9:00 AM to 1:00 PM, Sunday closed</em>; empty
     * without business hours.
     */
    public String of(BusinessTime opening, DisplayFormats formats) {
        if (opening.hours().isEmpty()) {
            return "";
        }
        var week = new ArrayList<Days>();
        for (var day : DayOfWeek.values()) {
            var hours = hoursOf(day, opening, formats);
            if (!week.isEmpty() && week.getLast().hours().equals(hours)) {
                week.set(week.size() - 1, new Days(week.getLast().first(), day, hours));
            } else {
                week.add(new Days(day, day, hours));
            }
        }
        return week.stream().map(this::words).collect(Collectors.joining(", "));
    }

    private String words(Days days) {
        return names(days) + " " + (days.hours().isEmpty() ? closed : String.join(" " + and + " ", days.hours()));
    }

    private String names(Days days) {
        var first = DisplayFormats.weekday(days.first(), language);
        var last = DisplayFormats.weekday(days.last(), language);
        return switch (days.last().getValue() - days.first().getValue()) {
            case 0 -> first;
            case 1 -> first + " " + and + " " + last;
            case 6 -> everyDay;
            default -> first + " " + to + " " + last;
        };
    }

    private List<String> hoursOf(DayOfWeek day, BusinessTime opening, DisplayFormats formats) {
        return opening.hours().stream()
                .filter(stretch -> stretch.weekday() == day)
                .map(stretch -> formats.time(stretch.opensAt(), language) + " " + to + " "
                        + formats.time(stretch.closesAt(), language))
                .toList();
    }
}
