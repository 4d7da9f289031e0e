package io.plumbline.shared;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Formats dates and times for the current user, by {@link DisplayFormats#current()}. Letters, and pages for people
 * who do not sign in, use the {@link DisplayFormats} of their clinic instead.
 */
public final class Dates {
    private Dates() {}

    /** Formats as <em>Tue, Nov 24</em> or <em>Tue 24 Nov</em>. */
    public static String day(LocalDate day) {
        return DisplayFormats.current().day(day);
    }

    /** Formats as <em>Nov 24, 2026</em> or <em>24 Nov 2026</em>. */
    public static String dayAndYear(LocalDate day) {
        return DisplayFormats.current().date(day);
    }

    /**
     * Formats a period by its days, as <em>Nov 1 to Nov 24, 2026</em> or <em>1 Nov to 24 Nov 2026</em>, if it begins and
     * ends at midnight in a time zone; otherwise with its times.
     */
    public static String period(Instant from, Instant until, ZoneId zone) {
        var first = from.atZone(zone);
        var end = until.atZone(zone);
        var isOfWholeDays = from.isBefore(until)
                && first.equals(first.toLocalDate().atStartOfDay(zone))
                && end.equals(end.toLocalDate().atStartOfDay(zone));
        return isOfWholeDays
                ? DisplayFormats.current()
                        .days(first.toLocalDate(), end.toLocalDate().minusDays(1))
                : dayAndTime(from, zone) + " until " + dayAndTime(until, zone);
    }

    /** Formats as <em>Tuesday, November 24</em> or <em>Tuesday 24 November</em>. */
    public static String longDay(LocalDate day) {
        return DisplayFormats.current().longDay(day);
    }

    /** Formats as <em>Tuesday, November 24, 2026</em> or <em>Tuesday 24 November 2026</em>. */
    public static String longDate(LocalDate day) {
        return DisplayFormats.current().longDate(day);
    }

    /** Formats the month of a day as <em>November 2026</em>. */
    public static String month(LocalDate day) {
        return DisplayFormats.month(day);
    }

    /** Formats as <em>9:30 AM</em> or <em>09:30</em>. */
    public static String time(LocalTime time) {
        return DisplayFormats.current().time(time);
    }

    /** Formats for narrow columns as <em>9 AM</em>, <em>9:30 AM</em> or <em>09:00</em>. */
    public static String shortTime(LocalTime time) {
        return DisplayFormats.current().shortTime(time);
    }

    /** Formats as <em>9:30–10:20 AM</em> or <em>09:30–10:20</em>. */
    public static String times(LocalTime from, LocalTime until) {
        return DisplayFormats.current().times(from, until);
    }

    /**
     * Formats as <em>Tue, Nov 24, 9:30 AM</em> or <em>Tue 24 Nov, 09:30</em>, or returns {@code none} if the date or
     * time is null.
     */
    public static String dayAndTime(@Nullable LocalDate day, @Nullable LocalTime time, String none) {
        return day == null || time == null ? none : DisplayFormats.current().dayAndTime(day, time);
    }

    /** Formats as <em>Tue, Nov 24, 9:30 AM</em> or <em>Tue 24 Nov, 09:30</em>, in a time zone. */
    public static String dayAndTime(Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        return DisplayFormats.current().dayAndTime(there.toLocalDate(), there.toLocalTime());
    }

    /**
     * Formats as {@link #dayAndTime(Instant, ZoneId)} does, with the name of the zone where a reader's clock shows another
     * time: <em>Tue, Nov 24, 9:30 AM EST</em>.
     *
     * @param reader the zone in which the reader works
     */
    public static String dayAndTime(Instant at, ZoneId zone, ZoneId reader) {
        var there = dayAndTime(at, zone);
        return zone.getRules().getOffset(at).equals(reader.getRules().getOffset(at))
                ? there
                : there + " " + zone(at, zone);
    }

    /** Returns the name of a weekday, such as <em>Tuesday</em>. */
    public static String weekday(DayOfWeek day) {
        return DisplayFormats.weekday(day);
    }

    /** Returns the short name of a weekday, such as <em>Tue</em>. */
    public static String shortWeekday(DayOfWeek day) {
        return DisplayFormats.shortWeekday(day);
    }

    /** Returns the short name of a time zone at an instant, such as <em>EST</em>. */
    public static String zone(Instant at, ZoneId zone) {
        return DisplayFormats.zone(at.atZone(zone));
    }

    /** Formats as <em>4:30:05 PM</em> or <em>16:30:05</em>, in a time zone. */
    public static String clock(Instant at, ZoneId zone) {
        return DisplayFormats.current().seconds(at, zone);
    }

    /** Formats as <em>Nov 24, 2026, 4:30:05 PM</em> or <em>24 Nov 2026 16:30:05</em>, in a time zone. */
    public static String stamp(Instant at, ZoneId zone) {
        return DisplayFormats.current().stamp(at, zone);
    }

    /** Formats as {@link #stamp} does, with the name of the zone: <em>Nov 24, 2026, 4:30:05 PM MST</em>. */
    public static String stampWithZone(Instant at, ZoneId zone) {
        return stamp(at, zone) + " " + zone(at, zone);
    }

    /** Formats a duration in its largest unit only, rounded down: <em>25 min</em>, <em>3 h</em>, <em>2 days</em>. */
    public static String howLong(Duration time) {
        if (time.toHours() < 1) {
            return Math.max(0, time.toMinutes()) + " min";
        }
        var days = time.toDays();
        return days < 1 ? time.toHours() + " h" : days + (days == 1 ? " day" : " days");
    }

    /** Formats how long something is past its time: <em>Due now</em> in the first minute, then <em>25 min overdue</em>. */
    public static String overdue(Duration since) {
        return since.toMinutes() < 1 ? "Due now" : howLong(since) + " overdue";
    }

    /** Formats age and birth date as <em>42 · Mar 3, 1984</em>. */
    public static String age(LocalDate born, LocalDate today) {
        return Period.between(born, today).getYears() + " · " + dayAndYear(born);
    }

    /** Formats birth date and age as <em>Mar 3, 1984 (42)</em>, or says that the birth date is not known. */
    public static String birthDate(@Nullable LocalDate born, LocalDate today) {
        return born == null
                ? "Not known"
                : dayAndYear(born) + " (" + Period.between(born, today).getYears() + ")";
    }
}
