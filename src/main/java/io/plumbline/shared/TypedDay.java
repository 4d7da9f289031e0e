package io.plumbline.shared;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parses a date as people type it, with day and month in the order in which dates are shown to them. Refuses ambiguous
 * input instead of guessing.
 *
 * @param today the current date at the clinic, the base for <em>tomorrow</em> and for dates without a year
 */
public record TypedDay(DateOrder order, LocalDate today) {
    private static final String WITH_WEEKDAY = "[EEEE ][EEE ]";
    private static final List<String> BY_WORD = List.of("d MMMM", "d MMM", "MMMM d", "MMM d");
    private static final String MONTH_AND_DAY = "M d";
    private static final String DAY_AND_MONTH = "d M";
    /** The years of examples. */
    private static final int COMING = 2026;

    private static final int BORN = 1980;
    private static final int OLDEST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int YEARS_BACK = 80;
    private static final int LONGEST_LIFE = 99;
    private static final int LEAP = 8;

    /** As on the number pad: nothing between day, month and year. */
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)");

    /** The formats that were built, because building takes longer than reading: about 20 for each year of today. */
    private static final Map<String, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

    /**
     * Parses {@code 11/24/2026}, {@code 11/24}, {@code 24 Nov}, {@code Nov 24, 2026}, {@code 2026-11-24}, {@code
     * today}, and {@code tomorrow}. A date without a year is the nearest one within the limits.
     *
     * @param earliest the first possible date; null if there is no limit
     * @param latest the last possible date; null if there is no limit
     * @throws Refused if the text is not a date or is ambiguous, with a message for the user
     */
    public LocalDate read(String typed, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
        var text = withoutPunctuation(typed);
        return one(
                Stream.of(named(text), full(text, latest), withoutYear(text, earliest, latest))
                        .flatMap(found -> found),
                COMING,
                "Enter a day such as " + examples());
    }

    /**
     * Parses a day with its year.
     *
     * @throws Refused if the text is not a date or is ambiguous, with a message for the user
     */
    public LocalDate readWithYear(String typed) {
        return one(full(withoutPunctuation(typed), today), COMING, "Enter a day such as " + examples());
    }

    /**
     * Parses a birth date, which needs a year; a two-digit year is within the last hundred years. Eight digits are read as
     * with a sign between them: {@code 04121980} as {@code 04/12/1980}.
     *
     * @throws Refused if the text is not a date or is ambiguous, with a message for the user
     */
    public LocalDate readBirthDate(String typed) {
        var text = withoutPunctuation(typed);
        var digits = EIGHT_DIGITS.matcher(text);
        var found = digits.matches()
                ? Stream.of("$1 $2 $3$4", "$1$2 $3 $4")
                        .flatMap(parts -> full(digits.replaceFirst(parts), today))
                        .filter(TypedDay::isPossible)
                : full(text, today);
        return one(found, BORN, "Enter a birth date such as " + birthExamples());
    }

    private LocalDate one(Stream<LocalDate> found, int year, String wanted) {
        var meant = found.distinct().toList();
        if (meant.size() == 1 && isPossible(meant.getFirst())) {
            return meant.getFirst();
        }
        throw new Refused(meant.size() > 1 ? ambiguous(year) : wanted);
    }

    private static boolean isPossible(LocalDate day) {
        return day.getYear() >= OLDEST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private String ambiguous(int year) {
        return order == DateOrder.YEAR_FIRST
                ? "Write the year first, such as " + year + "-11-24, or the month as a word"
                : "Write the month as a word, such as 24 Nov " + year + ": your clinics are in several countries";
    }

    private String examples() {
        return switch (order) {
            case MONTH_FIRST -> "11/24/2026, Nov 24 or 2026-11-24";
            case DAY_FIRST -> "24/11/2026, 24 Nov or 2026-11-24";
            case YEAR_FIRST -> "2026-11-24, 11-24 or Nov 24";
            case UNKNOWN -> "24 Nov 2026 or 2026-11-24";
        };
    }

    private String birthExamples() {
        return switch (order) {
            case MONTH_FIRST -> "11/24/1980, Nov 24, 1980 or 1980-11-24";
            case DAY_FIRST -> "24/11/1980, 24 Nov 1980 or 1980-11-24";
            case YEAR_FIRST -> "1980-11-24 or Nov 24, 1980";
            case UNKNOWN -> "24 Nov 1980 or 1980-11-24";
        };
    }

    /** The numeric orders that may be meant where the year is last. */
    private List<String> withYearLast() {
        return switch (order) {
            case MONTH_FIRST -> List.of(MONTH_AND_DAY);
            case DAY_FIRST -> List.of(DAY_AND_MONTH);
            case YEAR_FIRST, UNKNOWN -> List.of(MONTH_AND_DAY, DAY_AND_MONTH);
        };
    }

    /** The numeric orders that may be meant where there is no year; after a year, a month precedes its day. */
    private List<String> withoutYear() {
        return order == DateOrder.YEAR_FIRST ? List.of(MONTH_AND_DAY) : withYearLast();
    }

    /** Replaces all separators by one space and {@code 24th} by {@code 24}. */
    private static String withoutPunctuation(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\d)(?:st|nd|rd|th)\\b", "")
                .replaceAll("\\bsept\\b", "sep")
                // keeps a leading minus sign, which would be lost with the separators
                .replaceAll("(?<=\\w)[\\s\\u00a0,./\\-\\u2010\\u2011]+(?=\\w)|(?<=\\w)[.\\s]+$|^\\s+", " ")
                .strip();
    }

    private Stream<LocalDate> named(String text) {
        return switch (text) {
            case "today" -> Stream.of(today);
            case "tomorrow" -> Stream.of(today.plusDays(1));
            case "yesterday" -> Stream.of(today.minusDays(1));
            default -> Stream.empty();
        };
    }

    private Stream<LocalDate> full(String text, @Nullable LocalDate latest) {
        var first = latest == null || latest.isAfter(today)
                ? today.minusYears(YEARS_BACK)
                : latest.minusYears(LONGEST_LIFE);
        var patterns = Stream.concat(withYearLast().stream(), BY_WORD.stream()).toList();
        return Stream.concat(
                        Stream.of(format("uuuu M d")),
                        patterns.stream()
                                .flatMap(pattern -> Stream.of(
                                        format(pattern + " uuuu"), shortYear(pattern + " ", first.getYear()))))
                .flatMap(format -> parsed(format, text).flatMap(found -> day(() -> LocalDate.from(found))));
    }

    private Stream<LocalDate> withoutYear(String text, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
        return Stream.concat(withoutYear().stream(), BY_WORD.stream())
                .flatMap(pattern -> parsed(format(pattern), text))
                .flatMap(found -> nearest(found, earliest, latest));
    }

    private Stream<LocalDate> nearest(
            TemporalAccessor found, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
        var weekday = found.isSupported(ChronoField.DAY_OF_WEEK) ? found.get(ChronoField.DAY_OF_WEEK) : 0;
        var days = IntStream.rangeClosed(-LEAP, LEAP)
                .map(years -> today.getYear() + years)
                .boxed()
                .flatMap(year -> day(() -> MonthDay.from(found).atYear(year))
                        .filter(day -> MonthDay.from(day).equals(MonthDay.from(found))))
                .filter(day -> weekday == 0 || day.getDayOfWeek().getValue() == weekday)
                .sorted(Comparator.comparing(day -> Math.abs(ChronoUnit.DAYS.between(today, day))))
                .toList();
        return days.stream()
                .filter(day -> Math.abs(day.getYear() - today.getYear()) <= 1)
                .filter(day ->
                        (earliest == null || !day.isBefore(earliest)) && (latest == null || !day.isAfter(latest)))
                .findFirst()
                .or(() -> days.stream().findFirst())
                .stream();
    }

    private static DateTimeFormatter format(String pattern) {
        return FORMATS.computeIfAbsent(
                pattern,
                built -> strict(
                        new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(WITH_WEEKDAY + pattern)));
    }

    private static DateTimeFormatter shortYear(String pattern, int first) {
        return FORMATS.computeIfAbsent(
                pattern + first,
                built -> strict(new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(WITH_WEEKDAY + pattern)
                        .appendValueReduced(ChronoField.YEAR, 2, 2, first)));
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder format) {
        return format.toFormatter(Locale.US).withResolverStyle(ResolverStyle.STRICT);
    }

    private static Stream<TemporalAccessor> parsed(DateTimeFormatter format, String text) {
        var end = new ParsePosition(0);
        if (format.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
            return Stream.empty();
        }
        try {
            return Stream.of(format.parse(text));
        } catch (DateTimeException another) {
            return Stream.empty();
        }
    }

    private static Stream<LocalDate> day(Supplier<LocalDate> reading) {
        try {
            return Stream.of(reading.get());
        } catch (DateTimeException none) {
            return Stream.empty();
        }
    }
}
