package io.plumbline.shared;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How dates and times are written for a reader: by the country of a clinic and by what the person chose. The one place
 * that decides; screens use it through {@link Dates}. Months and weekdays have English names, so that no date has two
 * meanings; where a language is given, they have the names of that language.
 *
 * @param weekStart the first day of a week in calendars
 */
public record DisplayFormats(DateOrder order, HourCycle hours, DayOfWeek weekStart) implements Serializable {
    /** For readers in no country or in several: day first, 24 hours, weeks from Monday. */
    public static final DisplayFormats INTERNATIONAL = of(PhoneNumber.NO_REGION);

    private static final DateTimeFormatter MINUTE = format("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter ZONE = format("z");
    private static final DateTimeFormatter ZONE_NAME = format("zzzz");
    private static final DateTimeFormatter WEEKDAY_AND_DAY = format("EEE d");
    private static final DateTimeFormatter MONTH = format("MMMM uuuu");

    /** Returns the formats of a country. */
    public static DisplayFormats of(String country) {
        return OfCountry.KNOWN.computeIfAbsent(
                country,
                unknown -> new DisplayFormats(
                        DateOrder.of(country),
                        HourCycle.of(country),
                        WeekFields.of(Locale.of("en", country)).getFirstDayOfWeek()));
    }

    /** Returns the formats for the current user; {@link #INTERNATIONAL} if nobody is signed in. */
    public static DisplayFormats current() {
        return CurrentUser.find().map(CurrentUser::formats).orElse(INTERNATIONAL);
    }

    /** Returns these formats, changed by what a person chose. */
    public DisplayFormats with(DisplayChoice choice) {
        return new DisplayFormats(
                choice.order() == null ? order : choice.order(),
                choice.hours() == null ? hours : choice.hours(),
                choice.weekStart() == null ? weekStart : choice.weekStart());
    }

    /** Formats as <em>Nov 24, 2026</em>, <em>24 Nov 2026</em> or <em>2026-11-24</em>. */
    public String date(LocalDate day) {
        return pattern().date.format(day);
    }

    /** Formats as <em>Nov 1 to Nov 24, 2026</em> or <em>1 Nov to 24 Nov 2026</em>; one day as {@link #date}. */
    String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return date(last);
        }
        var from = first.getYear() == last.getYear() ? pattern().dayOfYear.format(first) : date(first);
        return from + " to " + date(last);
    }

    /** Returns the pattern of {@link #date}, for the fields of the browser. */
    public String datePattern() {
        return pattern().letters;
    }

    /** Formats as <em>Tue, Nov 24</em> or <em>Tue 24 Nov</em>. */
    String day(LocalDate day) {
        return pattern().day.format(day);
    }

    /** Formats as <em>Tuesday, November 24</em> or <em>Tuesday 24 November</em>. */
    public String longDay(LocalDate day) {
        return pattern().longDay.format(day);
    }

    /** Formats as {@link #longDay(LocalDate)}, in Spanish as <em>martes, 24 de noviembre</em>. */
    public String longDay(LocalDate day, Locale language) {
        return isEnglish(language)
                ? longDay(day)
                : weekday(day.getDayOfWeek(), language) + ", "
                        + localized("MMMMd", language).format(day);
    }

    /** Formats as <em>Tuesday, November 24, 2026</em> or <em>Tuesday 24 November 2026</em>. */
    String longDate(LocalDate day) {
        return pattern().longDate.format(day);
    }

    /** Formats as <em>November 2026</em>. */
    static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** Formats a day of the coming week as <em>Tue 24</em>, in Spanish as <em>mar 24</em>. */
    public static String nearDay(LocalDate day, Locale language) {
        return WEEKDAY_AND_DAY.withLocale(language).format(day);
    }

    /** Formats as <em>5:30 PM</em> or <em>17:30</em>. */
    public String time(LocalTime time) {
        return clock().time.format(time);
    }

    /** Formats as {@link #time(LocalTime)}, in Spanish as <em>5:30 p. m.</em> or <em>17:30</em>. */
    public String time(LocalTime time, Locale language) {
        return isEnglish(language)
                ? time(time)
                : localized(hours == HourCycle.TWELVE ? "hm" : "Hm", language).format(time);
    }

    /** Formats for narrow columns as <em>5 PM</em>, <em>5:30 PM</em> or <em>17:00</em>. */
    String shortTime(LocalTime time) {
        return hours == HourCycle.TWELVE && time.getMinute() == 0 ? Clock.HOUR.format(time) : time(time);
    }

    /** Formats as <em>5:00–5:50 PM</em>, <em>11:30 AM–12:20 PM</em> or <em>17:00–17:50</em>. */
    String times(LocalTime from, LocalTime until) {
        var isOneHalf = (from.getHour() < NOON) == (until.getHour() < NOON);
        var start = hours == HourCycle.TWELVE && isOneHalf ? Clock.HALF.format(from) : time(from);
        return start + "–" + time(until);
    }

    /** Formats as {@link #times(LocalTime, LocalTime)}, in Spanish as <em>2:00 p. m.–5:00 p. m.</em> or <em>14:00–17:00</em>. */
    public String times(LocalTime from, LocalTime until, Locale language) {
        return isEnglish(language) ? times(from, until) : time(from, language) + "–" + time(until, language);
    }

    /** Formats as <em>5:30:05 PM</em> or <em>17:30:05</em>, in a time zone. */
    String seconds(Instant at, ZoneId zone) {
        return clock().seconds.format(at.atZone(zone));
    }

    /** Formats as <em>Tue, Nov 24, 5:30 PM</em> or <em>Tue 24 Nov, 17:30</em>. */
    String dayAndTime(LocalDate day, LocalTime time) {
        return day(day) + ", " + time(time);
    }

    /** Formats as <em>Tuesday, November 24, 2026 at 5:30 PM</em>, for letters. */
    public String inLetter(LocalDate day, LocalTime time) {
        return longDate(day) + " at " + time(time);
    }

    /** Formats as <em>Nov 24, 2026, 5:30:05 PM</em> or <em>24 Nov 2026 17:30:05</em>, in a time zone. */
    String stamp(Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        return date(there.toLocalDate()) + (order == DateOrder.MONTH_FIRST ? ", " : " ") + seconds(at, zone);
    }

    /** Returns the first day of the calendar week of a day. */
    public LocalDate firstOfWeek(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(weekStart));
    }

    /** Returns the name of a weekday, such as <em>Tuesday</em>. */
    public static String weekday(DayOfWeek day) {
        return weekday(day, Locale.ENGLISH);
    }

    /** Returns the name of a weekday in a language, such as <em>martes</em>. */
    public static String weekday(DayOfWeek day, Locale language) {
        return day.getDisplayName(TextStyle.FULL, language);
    }

    /** Returns the short name of a weekday, such as <em>Tue</em>. */
    static String shortWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** Returns the short name of a time zone at an instant, such as <em>EST</em>. */
    static String zone(TemporalAccessor at) {
        return ZONE.format(at);
    }

    /** Returns the name of a time zone at an instant, such as <em>Mountain Standard Time</em>. */
    public static String zoneName(TemporalAccessor at, Locale language) {
        return ZONE_NAME.withLocale(language).format(at);
    }

    /** Formats as <em>2026-11-24 17:30</em>, whoever reads it: every spreadsheet takes that for the same moment. */
    public static String inCsv(LocalDateTime at) {
        return MINUTE.format(at);
    }

    private static final int NOON = 12;

    private Pattern pattern() {
        return switch (order) {
            case MONTH_FIRST -> Pattern.MONTH_FIRST;
            case YEAR_FIRST -> Pattern.YEAR_FIRST;
            case DAY_FIRST, UNKNOWN -> Pattern.DAY_FIRST;
        };
    }

    private Clock clock() {
        return hours == HourCycle.TWELVE ? Clock.TWELVE : Clock.TWENTY_FOUR;
    }

    private static boolean isEnglish(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** Returns the pattern of a language for some fields, in the letters and the order of {@link DateTimeFormatter}. */
    private static DateTimeFormatter localized(String fields, Locale language) {
        return DateTimeFormatter.ofLocalizedPattern(fields).withLocale(language);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    private enum Pattern {
        MONTH_FIRST("MMM d, yyyy", "MMM d", "EEE, MMM d", "EEEE, MMMM d", "EEEE, MMMM d, uuuu"),
        DAY_FIRST("d MMM yyyy", "d MMM", "EEE d MMM", "EEEE d MMMM", "EEEE d MMMM uuuu"),
        YEAR_FIRST("yyyy-MM-dd", "yyyy-MM-dd", "EEE MMM d", "EEEE MMMM d", "EEEE uuuu-MM-dd");

        private final String letters;
        private final DateTimeFormatter date;
        private final DateTimeFormatter dayOfYear;
        private final DateTimeFormatter day;
        private final DateTimeFormatter longDay;
        private final DateTimeFormatter longDate;

        Pattern(String date, String dayOfYear, String day, String longDay, String longDate) {
            letters = date;
            this.date = format(date);
            this.dayOfYear = format(dayOfYear);
            this.day = format(day);
            this.longDay = format(longDay);
            this.longDate = format(longDate);
        }
    }

    private enum Clock {
        TWELVE("h:mm a", "h:mm:ss a"),
        TWENTY_FOUR("HH:mm", "HH:mm:ss");

        private static final DateTimeFormatter HALF = format("h:mm");
        private static final DateTimeFormatter HOUR = format("h a");

        private final DateTimeFormatter time;
        private final DateTimeFormatter seconds;

        Clock(String time, String seconds) {
            this.time = format(time);
            this.seconds = format(seconds);
        }
    }

    /** The formats of the countries that were asked for; in a class of its own, as {@link #INTERNATIONAL} is one. */
    private static final class OfCountry {
        private static final Map<String, DisplayFormats> KNOWN = new ConcurrentHashMap<>();
    }

    /** Returns the English locale of a country, or another of its languages where the CLDR has no English one. */
    static Locale localeOf(String country) {
        var english = Locale.of("en", country);
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> locale.getCountry().equals(country)
                        && !locale.getLanguage().isEmpty())
                .min(Comparator.comparing((Locale locale) -> !locale.equals(english))
                        .thenComparing(Locale::toLanguageTag))
                .orElse(english);
    }
}
