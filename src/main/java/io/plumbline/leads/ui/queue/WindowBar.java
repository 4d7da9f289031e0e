package io.plumbline.leads.ui.queue;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.leads.clock.CallDay;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.Dates;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A clinic's business day as a bar, for the row template: SVG paths in a box of 112 by 10, empty where there is nothing
 * to draw. Public because Vaadin reads it.
 *
 * @param day the business hours
 * @param theirs the other times today at which the person can be called
 * @param current the current stretch in which the person can be called
 * @param now a tick at the current time
 * @param late a tick at the end of the response target
 * @param words a short text for the next stretch
 * @param said the full text for screen readers
 */
public record WindowBar(String day, String theirs, String current, String now, String late, String words, String said) {
    private static final double WIDTH = 112;

    static WindowBar of(CallDay day, CallWindow window) {
        if (day.open().isEmpty()) {
            return new WindowBar("", "", "", "", "", "closed today", "");
        }
        var scale =
                new Scale(day.open().getFirst().opensAt(), day.open().getLast().closesAt());
        Predicate<BusinessHours> isNow = stretch -> isNow(stretch, day);
        return new WindowBar(
                scale.stretches(day.open(), any -> true),
                scale.stretches(day.theirs(), isNow.negate()),
                scale.stretches(day.theirs(), isNow),
                scale.tick(day.now()),
                day.lateFrom() == null ? "" : scale.tick(day.lateFrom()),
                words(day, window),
                said(day));
    }

    private static boolean isNow(BusinessHours stretch, CallDay day) {
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

    private static String words(BusinessHours next, CallDay day) {
        if (isNow(next, day)) {
            return "until " + Dates.time(next.closesAt());
        }
        return next.closesAt().equals(day.open().getLast().closesAt())
                ? "after " + Dates.time(next.opensAt())
                : Dates.time(next.opensAt()) + " to " + Dates.time(next.closesAt());
    }

    private static String said(CallDay day) {
        if (day.theirs().isEmpty()) {
            return "Not available today.";
        }
        var when = day.theirs().stream()
                .map(stretch -> Dates.time(stretch.opensAt()) + " to " + Dates.time(stretch.closesAt()))
                .collect(Collectors.joining(", "));
        return "Can be called today " + when + "."
                + (day.lateFrom() == null ? "" : " Response target " + Dates.time(day.lateFrom()) + ".");
    }

    private record Scale(LocalTime from, LocalTime until) {
        private double at(LocalTime time) {
            var all = until.toSecondOfDay() - from.toSecondOfDay();
            return (time.toSecondOfDay() - from.toSecondOfDay()) * WIDTH / all;
        }

        String stretches(List<BusinessHours> some, Predicate<BusinessHours> which) {
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
