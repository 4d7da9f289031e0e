package io.plumbline.leads.web;

import io.plumbline.clinics.CallTimes;
import io.plumbline.shared.DisplayFormats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A day offered on the form for the call.
 *
 * @param words such as <em>Today</em> or <em>Wed 25</em>
 */
record DayToChoose(LocalDate date, String words) {
    private static final int AHEAD = 7;

    /**
     * Returns the days of the coming week on which a clinic is open, each weekday once; all days if no clinic has
     * business hours yet.
     *
     * @param clinics by name; the first one decides which day is today
     * @param typed days chosen before, which are kept
     */
    static List<DayToChoose> toChoose(
            Collection<CallTimes> clinics, Collection<LocalDate> typed, Instant now, PublicWords words) {
        var zone = clinics.stream()
                .findFirst()
                .map(times -> times.businessTime().zone())
                .orElse(ZoneOffset.UTC);
        var today = LocalDate.ofInstant(now, zone);
        var days = new TreeSet<>(typed);
        Predicate<LocalDate> opens = day -> clinics.stream().anyMatch(times -> opensYet(times, day, now));
        var open = today.datesUntil(today.plusDays(AHEAD)).filter(opens).toList();
        days.addAll(open.isEmpty() ? today.datesUntil(today.plusDays(AHEAD)).toList() : open);
        return days.stream()
                .map(day -> new DayToChoose(
                        day,
                        day.equals(today) ? words.of("book.today") : DisplayFormats.nearDay(day, words.language())))
                .toList();
    }

    private static boolean opensYet(CallTimes times, LocalDate day, Instant now) {
        return times.businessTime()
                        .between(now, endOf(day, times.businessTime().zone()))
                        .isPositive()
                && times.businessTime().opensOn(day);
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
