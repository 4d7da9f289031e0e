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
 * Fields in which a day is chosen: written so that month and day cannot be mixed up, weeks from Monday on. What is typed
 * is read by {@link TypedDay} on the server; the browser reads only what the field itself writes.
 */
public final class Days {
    private Days() {}

    /** A field for a day, to be typed or chosen. */
    public static DatePicker field(String label) {
        return field(label, (field, typed) -> here().read(typed, field.getMin(), field.getMax()));
    }

    /** A field for a birth date: a year belongs to it, and one of two digits is over. */
    public static DatePicker birthDate(String label) {
        return field(label, (field, typed) -> here().readBirthDate(typed));
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
        // over an open calendar Tab does not leave the field and Escape takes back what was typed
        field.setAutoOpen(false);
        return field;
    }

    private static DatePickerI18n i18n() {
        return new DatePickerI18n().setDateFormats("yyyy-MM-dd").setFirstDayOfWeek(1);
    }

    /** Says how the days that are typed on some screens are meant: asked each time that something is typed. */
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
