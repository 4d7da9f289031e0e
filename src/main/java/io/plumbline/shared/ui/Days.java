package io.plumbline.shared.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.TypedDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Creates date fields. They show dates as the rest of the screen does, with the month as a word, and weeks from the
 * reader's first day. {@link TypedDay} parses the input on the server, in the same order of day and month; the browser
 * parses only what the field itself writes.
 */
public final class Days {
    private static final Pattern LETTERS = Pattern.compile("yyyy|MMM|MM|dd|d");

    private Days() {}

    /** Creates a field for a date, to be typed or chosen. */
    public static DatePicker field(String label) {
        return field(label, (field, days) -> typed -> days.get().read(typed, field.getMin(), field.getMax()));
    }

    /** Creates a field for a day that is not in the future. */
    public static DatePicker past(String label, LocalDate today) {
        var field = field(label);
        field.setMax(today);
        return field;
    }

    /** Creates a field for a birth date: it needs a year, and a two-digit year is in the past. */
    public static DatePicker birthDate(String label) {
        var birthDate = field(label, (field, days) -> typed -> days.get().readBirthDate(typed));
        birthDate.setI18n(birthDate.getI18n().setMaxErrorMessage("The birth date is in the future"));
        return birthDate;
    }

    private static DatePicker field(
            String label, BiFunction<DatePicker, Supplier<TypedDay>, Function<String, LocalDate>> readers) {
        var field = new DatePicker(label);
        // of now, also later: what is typed is read in the order that the screen shows
        var formats = DisplayFormats.current();
        var reader = readers.apply(field, () -> new TypedDay(formats.order(), today()));
        field.setI18n(i18n(formats));
        field.setFallbackParser(typed -> Attempt.read(() -> reader.apply(typed)));
        field.addAttachListener(
                e -> field.getElement().executeJs("window.plumblineReadsOwn(this, 'parseDate', $0)", written(formats)));
        field.setPlaceholder(placeholder(formats));
        // with an open calendar, Tab would not leave the field, and Escape would discard the input
        field.setAutoOpen(false);
        return field;
    }

    private static DatePickerI18n i18n(DisplayFormats formats) {
        // Vaadin counts from Sunday, which is 0
        return new DatePickerI18n()
                .setDateFormats(formats.datePattern())
                .setFirstDayOfWeek(formats.weekStart().getValue() % DayOfWeek.values().length)
                // without a message a day outside the limits is refused without a word
                .setMinErrorMessage("Choose a later day")
                .setMaxErrorMessage("Choose an earlier day");
    }

    /** Returns the regular expression of what the field itself writes. */
    private static String written(DisplayFormats formats) {
        return LETTERS.matcher(formats.datePattern()).replaceAll(letters -> switch (letters.group()) {
            case "yyyy" -> "\\\\d{4}";
            case "MMM" -> "[A-Z][a-z]{2}";
            case "d" -> "\\\\d{1,2}";
            default -> "\\\\d{2}";
        });
    }

    private static String placeholder(DisplayFormats formats) {
        return switch (formats.order()) {
            case MONTH_FIRST -> "month/day/year";
            case DAY_FIRST -> "day/month/year";
            case YEAR_FIRST -> "year-month-day";
            case UNKNOWN -> "day month year";
        };
    }

    /** Sets how a UI learns the current date; the supplier is called for each input. */
    public static void readBy(UI screens, Supplier<LocalDate> today) {
        ComponentUtil.setData(screens, Today.class, new Today(today));
    }

    private static LocalDate today() {
        var known = ComponentUtil.getData(UI.getCurrentOrThrow(), Today.class);
        return known == null ? LocalDate.EPOCH : known.day().get();
    }

    private record Today(Supplier<LocalDate> day) {}
}
