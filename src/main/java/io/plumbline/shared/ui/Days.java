package io.plumbline.shared.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.data.binder.Result;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.TypedDay;
import io.plumbline.shared.TypedDay.Order;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Creates date fields, in a format that cannot confuse month and day, with weeks from Monday. {@link TypedDay} parses
 * the input on the server; the browser parses only what the field itself writes.
 */
public final class Days {
    private Days() {}

    /** Creates a field for a date, to be typed or chosen. */
    public static DatePicker field(String label) {
        return field(label, (field, typed) -> here().read(typed, field.getMin(), field.getMax()));
    }

    /** Creates a field for a birth date: it needs a year, and a two-digit year is in the past. */
    public static DatePicker birthDate(String label) {
        var birthDate = field(label, (field, typed) -> here().readBirthDate(typed));
        birthDate.setI18n(i18n().setMaxErrorMessage("The birth date lies in the future"));
        return birthDate;
    }

    private static DatePicker field(String label, BiFunction<DatePicker, String, LocalDate> reader) {
        var field = new DatePicker(label);
        field.setI18n(i18n());
        field.setFallbackParser(typed -> {
            try {
                return Result.ok(reader.apply(field, typed));
            } catch (IllegalArgumentException refused) {
                return Result.error(refused.getMessage());
            }
        });
        field.addAttachListener(e -> field.getElement().executeJs("window.plumblineReadsOwn(this, 'parseDate')"));
        field.setPlaceholder("year-month-day");
        // with an open calendar, Tab would not leave the field, and Escape would discard the input
        field.setAutoOpen(false);
        return field;
    }

    private static DatePickerI18n i18n() {
        return new DatePickerI18n()
                .setDateFormats("yyyy-MM-dd")
                .setFirstDayOfWeek(1)
                // without a message a day outside the limits is refused without a word
                .setMinErrorMessage("Choose a later day")
                .setMaxErrorMessage("Choose an earlier day");
    }

    /** Sets how a UI parses typed dates; the supplier is called for each input. */
    public static void readBy(UI screens, Supplier<TypedDay> here) {
        ComponentUtil.setData(screens, Here.class, new Here(here));
    }

    private static TypedDay here() {
        var known = ComponentUtil.getData(UI.getCurrentOrThrow(), Here.class);
        return known == null
                ? new TypedDay(Order.of(PhoneNumber.NO_REGION), LocalDate.EPOCH)
                : known.days().get();
    }

    private record Here(Supplier<TypedDay> days) {}
}
