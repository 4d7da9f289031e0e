package io.plumbline.imports;

import io.plumbline.shared.DateOrder;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TypedDay;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads dates of a file. What can be read in two ways is refused, not guessed. */
public final class DateCells {
    private static final int LONGEST = 64;
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
    /** The time that spreadsheets and databases put behind a date. */
    private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}.*$");

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
     * Reads a date with a year of four digits; a time behind it is left out.
     *
     * @throws Refused if it is none, or can be read in two ways; the message is for the user
     */
    public LocalDate read(String typed) {
        if (typed.length() > LONGEST) {
            throw new Refused("this is no date");
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
        return days.readBirthDate(day);
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

    /** Returns the time behind a date; empty if there is none. */
    public static String timeIn(String typed) {
        var time = TIME.matcher(typed);
        return typed.length() <= LONGEST && time.find() ? time.group().substring(1) : "";
    }
}
