package io.plumbline.clinics;

import io.plumbline.shared.DisplayFormats;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Formats the business hours of a week as text; adjacent days with the same hours are combined. */
public final class WeekInWords {
    private WeekInWords() {}

    /** Adjacent days with the same hours; no hours while the clinic is closed. */
    private record Days(DayOfWeek first, DayOfWeek last, List<String> hours) {
        String words() {
            return names() + " " + (hours.isEmpty() ? "closed" : String.join(" and ", hours));
        }

        private String names() {
            return switch (last.getValue() - first.getValue()) {
                case 0 -> name(first);
                case 1 -> name(first) + " and " + name(last);
                case 6 -> "Every day";
                default -> name(first) + " to " + name(last);
            };
        }

        private static String name(DayOfWeek day) {
            return DisplayFormats.weekday(day);
        }
    }

    /**
     * Returns a text such as <em>Monday to Friday 8:00 AM to 6:00 PM, Saturday 9:00 AM to 1:00 PM, Sunday closed</em>; empty
     * without business hours.
     */
    public static String of(BusinessTime opening, DisplayFormats formats) {
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
        return week.stream().map(Days::words).collect(Collectors.joining(", "));
    }

    private static List<String> hoursOf(DayOfWeek day, BusinessTime opening, DisplayFormats formats) {
        return opening.hours().stream()
                .filter(stretch -> stretch.weekday() == day)
                .map(stretch -> formats.time(stretch.opensAt()) + " to " + formats.time(stretch.closesAt()))
                .toList();
    }
}
