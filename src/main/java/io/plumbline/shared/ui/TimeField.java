package io.plumbline.shared.ui;

import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.HourCycle;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TypedTime;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time of day, typed or chosen from a list. {@link TypedTime} parses the input on the server: the time picker has no
 * custom parser, and its own reads 8:30 pm as 08:30.
 */
class TimeField extends TimePicker {
    private final TimePickerI18n words = new TimePickerI18n();
    private final HourCycle hours = DisplayFormats.current().hours();
    private boolean isReading;

    TimeField() {
        var isTwelve = hours == HourCycle.TWELVE;
        setLocale(isTwelve ? Locale.US : Locale.UK);
        setI18n(words);
        setPlaceholder(isTwelve ? "hh:mm am" : "00:00");
        var written = isTwelve ? "(1[0-2]|[1-9]):[0-5]\\d\\s[AP]M" : "([01]\\d|2[0-3]):[0-5]\\d";
        addAttachListener(e -> getElement().executeJs("window.plumblineReadsOwn(this, 'parseTime', $0)", written));
    }

    @Override
    protected void setModelValue(@Nullable LocalTime read, boolean fromClient) {
        if (isReading) {
            return;
        }
        var typed = getElement().getProperty("_inputElementValue", "");
        if (!fromClient || read != null || typed.isBlank()) {
            super.setModelValue(read, fromClient);
            return;
        }
        super.setModelValue(meant(typed), true);
    }

    private @Nullable LocalTime meant(String typed) {
        try {
            var meant = TypedTime.read(typed, hours);
            isReading = true;
            setPresentationValue(meant);
            return meant;
        } catch (Refused refused) {
            words.setBadInputErrorMessage(refused.sentence());
            return null;
        } finally {
            isReading = false;
        }
    }
}
