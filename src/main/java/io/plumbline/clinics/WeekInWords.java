package io.plumbline.clinics;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats the business hours of a week as text; adjacent days with the same hours are combined. */
public final class WeekInWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

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
            return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
    }

    /**
     * Returns a text such as <em>Monday to Friday 8:00 to 18:00, Saturday 9:00 to 13:00, Sunday closed</em>; empty
     * without business hours.
     */
    public static String of(BusinessTime opening) {
        if (opening.hours().isEmpty()) {
            return "";
        }
        var week = new ArrayList<Days>();
        for (var day : DayOfWeek.values()) {
            var hours = hoursOf(day, opening);
            if (!week.isEmpty() && week.getLast().hours().equals(hours)) {
                week.set(week.size() - 1, new Days(week.getLast().first(), day, hours));
            } else {
                week.add(new Days(day, day, hours));
            }
        }
        return week.stream().map(Days::words).collect(Collectors.joining(", "));
    }

    private static List<String> hoursOf(DayOfWeek day, BusinessTime opening) {
        return opening.hours().stream()
                .filter(stretch -> stretch.weekday() == day)
                .map(stretch -> time(stretch.opensAt()) + " to " + time(stretch.closesAt()))
                .toList();
    }

    private static String time(LocalTime at) {
        return at.format(TIME);
    }
}
