package io.plumbline.imports;

import io.plumbline.shared.DateOrder;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TypedDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads dates of a file. What can be read in two ways is refused, not guessed. */
public final class DateCells {
    private static final int LONGEST = 64;
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
    /** The time that spreadsheets and databases put behind a date. */
    private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}.*$");

    /** Midnight, where a product writes the time of a day that has none. */
    private static final Pattern NO_TIME = Pattern.compile("0?0:00(?::00(?:[.,]0+)?)?(?:[Zz]|[+-][\\d:]+)?");

    private static final Pattern WITH_ZONE = Pattern.compile("(?:[Zz]|[+-]\\d{2}:?\\d{2})$");

    private final boolean isOrderKnown;
    private final TypedDay days;
    private final LocalDate today;

    /** @param today at the clinic */
    public DateCells(ImportSettings settings, LocalDate today) {
        this.today = today;
        isOrderKnown = settings.dateOrder() != null;
        days = new TypedDay(Objects.requireNonNullElse(settings.dateOrder(), DateOrder.UNKNOWN), today);
    }

    /**
     * Reads a date with a year of four digits; a time behind it is left out. An instant of another time zone may be of the
     * day before or after, as those who read it saw it, so that it is refused, unless it is midnight.
     *
     * @throws Refused if it is none, or can be read in two ways; the message is for the user
     */
    public LocalDate read(String typed) {
        if (typed.length() > LONGEST) {
            throw new Refused("this is no date");
        }
        if (isMoment(typed)) {
            throw new Refused("this is a moment with a time zone, and its day is not certain: give the date alone");
        }
        var day = TIME.matcher(typed).replaceFirst("");
        if (!FOUR_DIGIT_YEAR.matcher(day).find()) {
            throw new Refused("the year needs four digits");
        }
        var order = new BirthDateOrder();
        order.add(day);
        if (!isOrderKnown && order.mustBeAsked()) {
            throw new Refused("choose first whether the month or the day comes first");
        }
        return days.readWithYear(day);
    }

    /**
     * Reads a birth date as {@link #read} does.
     *
     * @throws Refused also if it is after today; the message is for the user
     */
    LocalDate readBirthDate(String typed) {
        var born = read(typed);
        if (born.isAfter(today)) {
            throw new Refused("the birth date is in the future");
        }
        return born;
    }

    /** Returns whether a time with its offset from UTC stands behind a date, other than midnight. */
    public static boolean isMoment(String typed) {
        var time = timeIn(typed);
        return WITH_ZONE.matcher(time).find() && !NO_TIME.matcher(time).matches();
    }

    /** Returns the day and time at a place of an instant with its offset from UTC, as some products write it. */
    public static Optional<LocalDateTime> instant(String cell, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(cell.replace(' ', 'T'))
                    .atZoneSameInstant(zone)
                    .toLocalDateTime());
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    /** Returns the time behind a date; empty if there is none. */
    public static String timeIn(String typed) {
        var time = TIME.matcher(typed);
        return typed.length() <= LONGEST && time.find() ? time.group().substring(1) : "";
    }
}
