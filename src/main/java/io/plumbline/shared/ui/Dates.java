package io.plumbline.shared.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats dates and times for the screen: <em>Tue 24 Nov</em>, 24-hour time. */
public final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH);

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);

    private Dates() {}

    /** Formats as <em>Tue 24 Nov</em>. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Formats as <em>24 Nov 2026</em>. */
    public static String dayAndYear(LocalDate day) {
        return DAY_AND_YEAR.format(day);
    }

    /** Formats as <em>Tuesday 24 November</em>. */
    public static String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    /** Formats as <em>09:30</em>. */
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** Formats as <em>Tue 24 Nov, 09:30</em>, or returns {@code none} if the date or time is null. */
    public static String dayAndTime(@Nullable LocalDate day, @Nullable LocalTime time, String none) {
        return day == null || time == null ? none : day(day) + ", " + time(time);
    }

    /** Formats as <em>Tue 24 Nov, 09:30</em> in a time zone. */
    public static String dayAndTime(Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        return day(there.toLocalDate()) + ", " + time(there.toLocalTime());
    }

    /** Returns the short name of a time zone at an instant, such as <em>EST</em>. */
    public static String zone(Instant at, ZoneId zone) {
        return ZONE.format(at.atZone(zone));
    }

    /** Formats as <em>16:30:05</em> in a time zone. */
    public static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    /** Formats as <em>24 Nov 2026 16:30:05</em> in a time zone. */
    public static String stamp(Instant at, ZoneId zone) {
        return STAMP.format(at.atZone(zone));
    }

    /** Formats a duration in its largest unit only, rounded down: <em>25 min</em>, <em>3 h</em>, <em>2 days</em>. */
    public static String howLong(Duration time) {
        if (time.toHours() < 1) {
            return Math.max(0, time.toMinutes()) + " min";
        }
        var days = time.toDays();
        return days < 1 ? time.toHours() + " h" : days + (days == 1 ? " day" : " days");
    }

    /** Formats age and birth date as <em>42 · 3 Mar 1984</em>. */
    public static String age(LocalDate born, LocalDate today) {
        return Period.between(born, today).getYears() + " · " + DAY_AND_YEAR.format(born);
    }

    /** Formats birth date and age as <em>3 Mar 1984 (42)</em>, or says that the birth date is not known. */
    public static String birthDate(@Nullable LocalDate born, LocalDate today) {
        return born == null
                ? "Not known"
                : DAY_AND_YEAR.format(born) + " (" + Period.between(born, today).getYears() + ")";
    }
}
