package io.plumbline.leads.ui;

import io.plumbline.clinics.OpeningHours;
import io.plumbline.leads.CallDay;
import io.plumbline.leads.CallWindow;
import io.plumbline.shared.ui.Dates;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The opening day of a clinic as a bar, for the template of a row: paths in a box of 112 by 10, empty where there is
 * nothing to draw. Public, because Vaadin reads it.
 *
 * @param day the opening hours
 * @param theirs when else today the person can be called
 * @param current the stretch in which they can be called now
 * @param now a tick
 * @param late a tick where the promise ends
 * @param words the next of it in short
 * @param said all of it, for those who hear it
 */
public record WindowBar(String day, String theirs, String current, String now, String late, String words, String said) {
    private static final double WIDTH = 112;

    static WindowBar of(CallDay day, CallWindow window) {
        if (day.open().isEmpty()) {
            return new WindowBar("", "", "", "", "", "closed today", "");
        }
        var scale =
                new Scale(day.open().getFirst().opensAt(), day.open().getLast().closesAt());
        Predicate<OpeningHours> isNow = stretch -> isNow(stretch, day);
        return new WindowBar(
                scale.stretches(day.open(), any -> true),
                scale.stretches(day.theirs(), isNow.negate()),
                scale.stretches(day.theirs(), isNow),
                scale.tick(day.now()),
                day.lateFrom() == null ? "" : scale.tick(day.lateFrom()),
                words(day, window),
                said(day));
    }

    private static boolean isNow(OpeningHours stretch, CallDay day) {
        return !stretch.opensAt().isAfter(day.now()) && stretch.closesAt().isAfter(day.now());
    }

    private static String words(CallDay day, CallWindow window) {
        if (day.isAllDay()) {
            return "all day";
        }
        return day.theirs().stream()
                .filter(stretch -> stretch.closesAt().isAfter(day.now()))
                .findFirst()
                .map(next -> words(next, day))
                .orElseGet(window::words);
    }

    private static String words(OpeningHours next, CallDay day) {
        if (isNow(next, day)) {
            return "until " + Dates.time(next.closesAt());
        }
        return next.closesAt().equals(day.open().getLast().closesAt())
                ? "after " + Dates.time(next.opensAt())
                : Dates.time(next.opensAt()) + " to " + Dates.time(next.closesAt());
    }

    private static String said(CallDay day) {
        if (day.theirs().isEmpty()) {
            return "Not today.";
        }
        var when = day.theirs().stream()
                .map(stretch -> Dates.time(stretch.opensAt()) + " to " + Dates.time(stretch.closesAt()))
                .collect(Collectors.joining(", "));
        return "Can be called today " + when + "."
                + (day.lateFrom() == null ? "" : " Promised by " + Dates.time(day.lateFrom()) + ".");
    }

    private record Scale(LocalTime from, LocalTime until) {
        private double at(LocalTime time) {
            var all = until.toSecondOfDay() - from.toSecondOfDay();
            return (time.toSecondOfDay() - from.toSecondOfDay()) * WIDTH / all;
        }

        String stretches(List<OpeningHours> some, Predicate<OpeningHours> which) {
            return some.stream()
                    .filter(which)
                    .map(stretch ->
                            String.format(Locale.ROOT, "M%.1f 5H%.1f", at(stretch.opensAt()), at(stretch.closesAt())))
                    .collect(Collectors.joining());
        }

        String tick(LocalTime time) {
            return time.isBefore(from) || time.isAfter(until) ? "" : String.format(Locale.ROOT, "M%.1f 0V10", at(time));
        }
    }
}
